import { expect, test } from 'vitest';
import { locateProblems } from '../../../packages/metrics/src/base/json-place.js';
import { parsePlan } from '../../../packages/metrics/src/plan/parse.js';

const locate = (text: string, ...paths: readonly string[]) =>
  locateProblems(
    paths.map((where) => ({ code: 'wrong-type', where: `a.json ${where}`, message: '', remedy: '' })),
    { text, file: 'a.json' },
  ).map(({ where }) => where);

test('a key is told where it stands, an item of a list where it begins', () => {
  const text =
    '{\n  "goals": [\n    {\n      "id": "a",\n      "target": [1, 22,\n 333]\n    },\n    7\n  ]\n}';
  expect(
    locate(
      text,
      '$',
      '$.goals',
      '$.goals[0]',
      '$.goals[0].target',
      '$.goals[0].target[1]',
      '$.goals[0].target[2]',
      '$.goals[1]',
    ),
  ).toEqual([
    'a.json:1:1 $',
    'a.json:2:3 $.goals',
    'a.json:3:5 $.goals[0]',
    'a.json:5:7 $.goals[0].target',
    'a.json:5:21 $.goals[0].target[1]',
    'a.json:6:2 $.goals[0].target[2]',
    'a.json:8:5 $.goals[1]',
  ]);
});

test('a column is a character, whatever the line ends and whatever stands in texts', () => {
  const text = '\uFEFF{ "a": "\\"{[,:]}\\\\", "𠀀产业": {"b,:": null},\r\n"c": -1.5e3,\r"d": [[], {}, true]}';
  expect(locate(text, '$.a', '$.𠀀产业', '$.𠀀产业["b,:"]', '$.c', '$.d', '$.d[2]')).toEqual([
    'a.json:1:3 $.a',
    'a.json:1:22 $.𠀀产业',
    'a.json:1:30 $.𠀀产业["b,:"]',
    'a.json:2:1 $.c',
    'a.json:3:1 $.d',
    'a.json:3:15 $.d[2]',
  ]);
});

test('what is missing is told where the object begins that lacks it', () => {
  expect(locate('{"a": {"b": [0]}}', '$.a.c', '$.a.b[3].d', '$.e')).toEqual([
    'a.json:1:2 $.a.c',
    'a.json:1:8 $.a.b[3].d',
    'a.json:1:1 $.e',
  ]);
});

test('problems of other files and without a path stay as they are', () => {
  const problems = ['b.json $.a', 'a.json', 'a.json:3:4', 'data/a.json $.a'].map((where) => ({ where }));
  expect(locateProblems(problems, { text: '{"a":1}', file: 'a.json' })).toEqual(problems);
});

test('a text without a file has places, too', () => {
  const problem = { code: 'wrong-type', where: '$.a', message: '', remedy: '' };
  expect(locateProblems([problem], { text: '{\n"a":1}' })).toEqual([{ ...problem, where: '2:1 $.a' }]);
});

test('a plan that is read with its text has its problems by line and column', () => {
  const text = '{\n  "version": 2\n}';
  const { problems } = parsePlan(JSON.parse(text), { file: 'plan.json', text });
  expect(problems.map(({ where }) => where)).toContain('plan.json:2:3 $.version');
  expect(problems.every(({ where }) => /^plan\.json:\d+:\d+ \$/.test(where))).toBe(true);
});

test('a text that is nested a million deep takes no longer than its length', () => {
  const deep = `{"a": ${'['.repeat(1e6)}${']'.repeat(1e6)}, "b": 1}`;
  expect(locate(deep, '$.b')).toEqual([`a.json:1:${2e6 + 9} $.b`]);
});

test('every value of random JSON is found where it stands', () => {
  let state = 7;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const draw = (depth: number): unknown => {
    const kind = random(depth > 4 ? 3 : 5);
    if (kind === 3) return Array.from({ length: random(4) }, () => draw(depth + 1));
    if (kind === 4) {
      const names = ['a', 'b c', 'ü', '"q"', '{', '\\', '产业'].slice(random(4), 4 + random(4));
      return Object.fromEntries(names.map((name) => [name, draw(depth + 1)]));
    }
    return [random(100) - 50, 'a "text", {with: [marks]} \\ 与', random(2) === 0][kind];
  };
  for (let i = 0; i < 300; i++) {
    const value = { first: draw(0), second: draw(0) };
    const text = JSON.stringify(value, null, [0, 1, 2, '\t'][random(4)]);
    const places = locate(text, '$.first', '$.second').map((where) =>
      /:(\d+):(\d+) /.exec(where)!.slice(1).map(Number),
    );
    for (const [at, [line, column]] of places.entries()) {
      const own = [...text.split('\n')[line! - 1]!].slice(column! - 1).join('');
      expect(own.startsWith(['"first":', '"second":'][at]!), text).toBe(true);
    }
  }
});
