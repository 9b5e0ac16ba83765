import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSourceFile, forEachChild, isNewExpression, ScriptTarget, type Node } from 'typescript';
import {
  checkReferences,
  createMetrics,
  formatProblem,
  MetricsError,
  parseContract,
  parseJson,
  parseMetrics,
  parsePlan,
  parseQuery,
  translateError,
  translateProblem,
  type Parameter,
  type Problem,
  type Sentence,
} from '@zj/metrics';
import { printSentence, say } from '@zj/metrics/internal';
import { nodeEngine } from '@zj/metrics/node';
import { compileQuery } from '@zj/metrics/sql';
import { zhCN } from '@zj/metrics/zh-CN';
import { describe, expect, test } from 'vitest';
import { edit, parkDatasets, readExample } from '../example.js';
import { catalogueOf, questions } from '../query/questions.js';
import { whyRefused } from '../query/refusal.js';

const inChinese = (problem: Problem): string => formatProblem(translateProblem(problem, zhCN));
const plan = readExample('plan.json');
const metrics = readExample('metrics.json');

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('in Chinese', () => {
  test('problems of a plan say what is wrong and what to do, with the same code and place', () => {
    const changed = [
      ['goals.0.targt', 6000],
      ['goals.1.period.start', '2026-02-30'],
      ['goals.2.qualifier.binding', 'frm'],
      ['goals.2.floor', 5],
      ['areas', {}],
    ].reduce<unknown>((json, [path, value]) => edit(json, path as string, value), plan);
    expect(parsePlan(changed, { file: 'plan.json' }).problems.map(inChinese)).toEqual([
      'plan.json $.goals[0].targt: Goal 没有 "targt" 这个键。是否应为 "target"？',
      'plan.json $.goals[1].period.start: 此处应为日历上的日期，实际为 "2026-02-30"。请写年、月、日，例如 2026-10-31。',
      'plan.json $.goals[2].qualifier.binding: 此处应为以下之一：firm、aspirational，实际为 "frm"。是否应为 "firm"？',
      'plan.json $.goals[2].floor: Goal 没有 "floor" 这个键。请删去此键。下限请在目标值旁写 "bound": "at-least"，上限请写 "bound": "at-most"；区间请写 "range": { "from": 4.5, "to": 5.5 } 和 "target": null。',
      'plan.json $.areas: 此处应为列表，实际为 对象。请写在方括号内：[ … ]。',
    ]);
    const twice = edit(plan, 'goals.1.id', (plan as { goals: { id: string }[] }).goals[0]!.id);
    expect(parsePlan(twice).problems.map(inChinese)[0]).toMatch(
      /^\$\.goals\[1\]\.id: 有两个目标的 id 同为 "[^"]+"：此处与 \$\.goals\[0\]。请为其中一项改用其他 id。$/,
    );
  });

  test('a problem that was sent by JSON or to a worker is told as here', () => {
    const [problem] = parsePlan(edit(plan, 'areas', {})).problems;
    expect(inChinese(structuredClone(problem!))).toBe(inChinese(problem!));
    expect(inChinese(JSON.parse(JSON.stringify(problem)) as Problem)).toBe(inChinese(problem!));
  });

  test('an error tells the problems that it quotes', () => {
    const error = errorOf(() => parseQuery({ by: ['month', 'year'], fiscalStart: 13 }));
    expect(translateError(error, zhCN)).toBe(
      '无法回答此查询。$.fiscalStart：此处应为整数，1 至 12 之间，实际为 13。请写整数，1 至 12 之间。',
    );
    const several = errorOf(() =>
      parseQuery({ by: ['month', 'year'], rolling: 2, cumulative: 'year-to-date' }),
    );
    expect(translateError(several, zhCN)).toBe(
      '无法回答此查询。$：缺少 "metric"。请写一个指标，或在 "metrics" 中写多个。$.by[1]："month" 和 "year" 是两个时间粒度。请只保留一个。$.rolling："cumulative" 与 "rolling" 不能同时使用。请分两次查询。',
    );
  });

  test('an engine that is closed, a signal, and what nothing was opened for, say so', async () => {
    const engine = nodeEngine();
    await engine.open();
    await engine.close();
    const late: unknown = await engine.run('SELECT 1').catch((error: unknown) => error);
    expect(translateError(late, zhCN)).toBe('没有打开的数据库。请先打开一个。');
    const sdk = createMetrics({ engine });
    const nothing: unknown = await sdk.query({ metric: 'a' }).catch((error: unknown) => error);
    expect(translateError(nothing, zhCN)).toMatch(/^尚未打开/);
    const slow: unknown = await engine.open(undefined, { deadline: 0 }).catch((error: unknown) => error);
    expect(translateError(slow, zhCN)).toBe(
      '0 秒内没有答复：查询引擎尚未到达。请检查其文件所在的文件夹和网络连接，或用选项 "deadline" 延长时限。',
    );
    await engine.close();
  });

  test('what is none of the SDK’s is told in its own words', () => {
    expect(translateError(new TypeError('a is not a function'), zhCN)).toBe('a is not a function');
    expect(translateError('lost', zhCN)).toBe('lost');
    expect(translateError(new MetricsError('SQL', 'Line {0} of my engine.'), zhCN)).toBe(
      'Line {0} of my engine.',
    );
  });
});

/** Every member of JSON, by its path. */
function pathsOf(json: unknown, at: readonly string[] = []): readonly string[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) => [
    [...at, key].join('.'),
    ...pathsOf(value, [...at, key]),
  ]);
}

/** JSON with the first member of each list alone, which stands for the others. */
function firstsOf(json: unknown): unknown {
  if (Array.isArray(json)) return json.slice(0, 1).map(firstsOf);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, firstsOf(value)]));
}

const wrong = [undefined, 'x', -1, {}, ['a']];

/** The problems of a file with one wrong value each. */
function problemsOf(json: unknown, parse: (json: unknown) => readonly Problem[]): readonly Problem[] {
  const paths = pathsOf(json).filter((path) => !/\.(zh|en)$/.test(path));
  return paths.flatMap((path) => wrong.flatMap((value) => parse(edit(json, path, value))));
}

const level = { accumulate: 'level', period: { start: '2025-01-01', end: '2026-12-31' } };
const before = { value: 10, date: '2024-12-31' };
/** Goals that have the shape of one and make no sense. */
const senseless: readonly object[] = [
  { period: { start: '2027-01-01', end: '2026-12-31' } },
  { direction: 'decrease', baseline: before, hold: true },
  { target: -5 },
  { ...level, target: -5 },
  { ...level, target: 20, direction: 'decrease', baseline: before },
  { ...level, target: 5, baseline: before },
  { ...level, baseline: { ...before, date: '2026-12-31' } },
  { milestones: ['2024-01-01', '2026-07-01', '2026-06-01'].map((date) => ({ date, value: 1 })) },
  { thresholds: { atRisk: 0.9, onTrack: 0.5 } },
  ...['不低于 5%', '至多 5%', '4.5–5.5', [4, 5], 'many'].map((target) => ({ target })),
];

function brokenTexts(): readonly string[] {
  const text = '{"a": [1, -2.5e3, "x\\u00e9\\n", true, {"b": null, "c": {}}], "d": []}';
  return [...text].flatMap((_, at) => [
    text.slice(0, at),
    `${text.slice(0, at)}，${text.slice(at)}`,
    `${text.slice(0, at)}?${text.slice(at)}`,
    `${text.slice(0, at)}\t${text.slice(at)}`,
    `${text.slice(0, at)}"a":1,${text.slice(at)}`,
  ]);
}

function leavesOf({ parameters }: Sentence): readonly (string | number)[] {
  return parameters.flatMap((one: Parameter) => (typeof one === 'object' ? leavesOf(one) : [one]));
}

function withoutLeaves({ text, parameters }: Sentence): Sentence {
  return { text, parameters: parameters.map((one) => (typeof one === 'object' ? withoutLeaves(one) : '')) };
}

/** Words of programs, which read the same in Chinese: `JSON`, `DECIMAL(p,s)`, `QUERIES.md`, `true`, `id`, and addresses. */
const code =
  /https?:\S+|"[^"]*"|\b(true|false|null|id|scale|power|zj|pct-applications|filing_date|additivity)\b|\{[^{}]*\}|\[[^[\]]*\]|\b\w*[A-Z]\w*(\.\w+)?\b/g;

/** The faults of a sentence's Chinese: a lost parameter, or words that are not Chinese. */
function faultOf(sentence: Sentence): string | undefined {
  const told = printSentence(sentence, zhCN);
  const lost = leavesOf(sentence).find((one) => !told.includes(String(one)));
  if (lost !== undefined) return `${told} lacks ${lost}`;
  const own = printSentence(withoutLeaves(sentence), zhCN).replaceAll(code, '');
  return /[A-Za-z]{2}/.test(own) ? `${told} says ${own}` : undefined;
}

test('a fault of a translation is found', () => {
  expect(faultOf(say`No such sentence has a text.`)).toMatch(/says/);
  expect(faultOf(say`No goal is called ${'a'}.`)).toBeUndefined();
});

describe('the Chinese of a problem has every parameter, and no English but the words of programs:', () => {
  const faultsOf = (problems: readonly Problem[], least: number): readonly string[] => {
    const sentences = problems.flatMap(({ sentences: { message, remedy } }) => [message, remedy]);
    expect(new Set(sentences.map(({ text }) => text)).size).toBeGreaterThan(least);
    return [...new Set(sentences.flatMap((sentence) => faultOf(sentence) ?? []))].slice(0, 20);
  };

  test('of JSON', () => {
    expect(
      faultsOf(
        brokenTexts().flatMap((text) => parseJson(text).problems),
        15,
      ),
    ).toEqual([]);
  });

  test('of a plan', () => {
    const one = firstsOf(plan) as { readonly goals: readonly object[] };
    const goals = senseless.map((change) => ({ ...one, goals: [{ ...one.goals[0], ...change }] }));
    const problems = problemsOf(one, (json) => parsePlan(json).problems);
    expect(faultsOf([...problems, ...goals.flatMap((json) => parsePlan(json).problems)], 40)).toEqual([]);
  });

  test('of metrics, and between files', () => {
    const parsed = parsePlan(plan).plan!;
    const contracts = parkDatasets.map((name) => parseContract(readExample(`data/${name}.json`)).contract!);
    const one = firstsOf(metrics) as { readonly metrics: readonly { readonly id: string }[] };
    const publish = [{ metric: one.metrics[0]!.id, grain: 'month', by: 'industry' }];
    const problems = problemsOf({ ...one, publish }, (json) => {
      const read = parseMetrics(json);
      return read.metrics
        ? checkReferences({ plan: parsed, metrics: read.metrics, publish: read.publish, contracts })
        : read.problems;
    });
    expect(faultsOf(problems, 20)).toEqual([]);
  });

  test('of queries', () => {
    const refused = questions.filter(({ query, world }) => whyRefused(query, world) !== undefined);
    const errors = refused.map(({ query, world }) =>
      errorOf(() => compileQuery(query, catalogueOf(world))),
    ) as readonly MetricsError[];
    const faults = errors.flatMap(({ sentence }) => faultOf(sentence) ?? []);
    expect(faults.slice(0, 20)).toEqual([]);
    expect(
      faultsOf(
        errors.flatMap(({ problems }) => problems),
        8,
      ),
    ).toEqual([]);
  });
});

test('no error of the SDK or of zj is made of a plain text, which no language can tell', () => {
  const root = join(import.meta.dirname, '../../../packages');
  const plain: string[] = [];
  for (const folder of ['metrics/src', 'cli/src']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const visit = (node: Node): void => {
        if (isNewExpression(node) && node.expression.getText() === 'MetricsError') {
          const message = node.arguments?.[1]?.getText() ?? '';
          if (/^['"`]/.test(message)) plain.push(`${name}: ${message}`);
        }
        forEachChild(node, visit);
      };
      const source = readFileSync(join(root, folder, name), 'utf8');
      visit(createSourceFile(name, source, ScriptTarget.Latest, true));
    }
  }
  expect(plain).toEqual([]);
});
