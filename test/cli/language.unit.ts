import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageOf } from '../../packages/cli/src/language.js';
import { contractWith, openFolder, park, revenueWith, speak, writeSource } from './source.js';

let folder = '';
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await openFolder());
});
afterAll(() => remove());

/** Three English words in a row, outside of quotation marks. */
const english = /\b[a-z]+ [a-z]+ [a-z]+\b/;
function unquoted(line: string): string {
  return line.replace(/"[^"]*"|“[^”]*”/g, '""');
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** The parts that are the same in every language: the place, figures, and names in quotation marks. */
function kept(line: string): readonly string[] {
  const names = /^(?:\S+:\d+|--\S+|\S+\.\w+)/.exec(line) ?? [];
  const figures = unquoted(line).match(/\d[\d.-]*\d|\d/g) ?? [];
  return [...names, ...figures, ...(line.match(/"[^" ]+"/g) ?? [])];
}

/** Expects two outputs to have the same lines, one in English and one in Chinese. */
function expectBoth(en: string, zh: string): void {
  const [said, told] = [linesOf(en), linesOf(zh)];
  expect(told).toHaveLength(said.length);
  for (const [i, line] of told.entries()) {
    expect(line).toMatch(/\p{Script=Han}/u);
    expect(unquoted(line)).not.toMatch(english);
    for (const name of kept(said[i]!)) expect(line).toContain(name);
  }
}

const broken = {
  'industry-revenue.csv': revenueWith({
    2: '2026-01-01,E900001,集成电路,芯片设计,综合保税区,high-tech,"12,3O0"',
    3: '2026-01-15,E900002,集成电路,芯片设计,综合保税区,high-tech,1.25',
    4: '2026-01-01,E900003,集成,芯片设计,综合保税区,high-tech,1.25',
    5: '2026-01-01,E900004,集成电路,芯片设计,综合保税区,high-tech,1.25,9',
    6: '2026-01-01,E91"0001,生物医药,生物制药,综合保税区,high-tech,1.25',
    7: '2026-01-01,,生物医药,生物制药,综合保税区,high-tech,1.25',
    8: '2027-01-01,E910003,生物医药,生物制药,综合保税区,high-tech,-1.25',
    9: '2026-01-01,E910004,生物医药,生物制药,综合保税区, high-tech,1.251',
  }),
  'patents.csv': 'application_number,filed,applicants,route,kind,ipc,industry\n',
  'incubation.csv': 'id;date;event;subject;level;incubator;industry\n1;2;3;4;5;6;7\n',
  'strange.csv': 'a,b\n',
};

describe('a broken source', () => {
  test.each([['check'], ['publish', '--out', 'never']])(
    'zj %s tells what is wrong in both',
    async (...words) => {
      const [verb, ...options] = words as [string, ...string[]];
      const source = await writeSource(join(folder, `broken-${verb}`), broken);
      const asked = [verb, source, ...options.map((one) => one.replace('never', join(folder, 'never')))];
      const en = await speak(asked, { LANG: 'en_US.UTF-8' });
      const zh = await speak([...asked, '--lang', 'zh']);
      expect([en.code, zh.code, en.stdout, zh.stdout]).toEqual([1, 1, '', '']);
      expectBoth(en.stderr, zh.stderr);
      expect(linesOf(en.stderr).length).toBeGreaterThan(12);
      expect(en.stderr).toContain(
        'industry-revenue.csv:2:46: revenue is "12,3O0" but must be a number with at most 2 decimals in 万元. Correct the cell, e.g. 12300.00.\n',
      );
      expect(zh.stderr).toContain(
        'industry-revenue.csv:2:46: revenue 为 "12,3O0"，应为至多 2 位小数的数值（单位：万元）。请改正该单元格，例如 12300.00。\n',
      );
    },
  );

  test('contracts that are wrong are told in both', async () => {
    const revenue = await contractWith('industry-revenue', { omits: [1, 1], reporters: 'month' });
    const source = await writeSource(join(folder, 'contracts'), {
      'industry-revenue.json': revenue.replace('"cube"', '"cubes"'),
      'patents.json': await contractWith('patents', {
        key: ['application_numbr'],
        foreignKeys: [{ columns: ['ipc'], references: { dataset: 'patent', columns: ['a', 'b'] } }],
      }),
      'incubation.json': await contractWith('incubation', { ignore: ['event'], columns: [] }),
    });
    const [en, zh] = [await speak(['check', source]), await speak(['check', source, '--lang=zh-CN'])];
    expect([en.code, zh.code]).toEqual([1, 1]);
    expectBoth(en.stderr, zh.stderr);
    expect(zh.stderr).toContain('没有名为 "application_numbr" 的列。是否应为 "application_number"？\n');
  });

  test('a plan and metrics that are wrong are told in both', async () => {
    const change = async (file: string, from: RegExp, to: string) =>
      (await readFile(join(park, file), 'utf8')).replace(from, to);
    const source = await writeSource(join(folder, 'plan'), {
      'plan.json': await change('plan.json', /"target": [^,]+/, '"taget": "6000"'),
      'metrics.json': await change('metrics.json', /"unit":/, '"units":'),
      'patents.json': '{ "version": 1, "version": 2 }',
      'incubation.json': '{ "version": 1',
    });
    const [en, zh] = [await speak(['check', source]), await speak(['check', source, '--lang', 'zh'])];
    expect([en.code, zh.code]).toEqual([1, 1]);
    expectBoth(en.stderr, zh.stderr);
    for (const name of ['"taget"', '"units"']) expect(zh.stderr).toContain(name);
  });

  test('what the system refuses and what makes no sense are told in both', async () => {
    const calls = [
      ['check', join(folder, 'nowhere')],
      ['check'],
      ['check', 'a', 'b', '--today', '2026-13-01', '--max-rejects', 'x', '--strict=yes'],
      ['publish', park, '--out', join(park, 'data')],
      ['publish', park, '--uot', 'x', '--out'],
      ['publihs'],
      ['serve', park, '--port', '99999'],
    ];
    for (const words of calls) {
      const [en, zh] = [await speak(words), await speak(['--lang', 'zh', ...words])];
      expect([zh.code, zh.stdout]).toEqual([en.code, en.stdout]);
      expectBoth(en.stderr, zh.stderr);
    }
  });
});

describe('a sound source', () => {
  test('its release is the same, and what is told of it is in both', async () => {
    const data = {
      'industry-revenue.csv': revenueWith({
        2: '2026-01-01,E900001,集成电路,芯片设计,综合保税区,high-tech,x',
        3: '2026-01-01,E900002,集成电路,芯片设计,综合保税区,high-tech,100000.25',
      }),
    };
    const source = await writeSource(join(folder, 'sound'), data);
    const words = ['publish', source, '--max-rejects', '1', '--out'];
    const rejects = join(source, '.zj/rejects/industry-revenue.csv');
    const en = await speak([...words, join(folder, 'en')]);
    const told = await readFile(rejects, 'utf8');
    const zh = await speak([...words, join(folder, 'zh')], { LC_ALL: 'zh_CN.UTF-8' });
    expect([en.code, zh.code]).toEqual([0, 0]);
    expectBoth(en.stderr, zh.stderr);
    expect(linesOf(zh.stdout)).toHaveLength(linesOf(en.stdout).length);
    for (const line of linesOf(zh.stdout)) expect(line).not.toMatch(english);
    expect(zh.stdout).toContain('剔除的 1 行保存在');

    const read = async (language: string, file: string) =>
      JSON.parse(await readFile(join(folder, language, file), 'utf8')) as Record<string, unknown>;
    const { warnings, datasets } = await read('en', 'manifest.json');
    expect(await read('zh', 'manifest.json')).toMatchObject({ warnings, datasets });
    expect(await read('zh', 'verdicts.json')).toEqual(await read('en', 'verdicts.json'));
    expect(JSON.stringify(warnings)).toMatch(/ten times (its|their) neighbours/);

    const header = 'line,column,field,value,reason';
    const kept = await readFile(rejects, 'utf8');
    expect([told, kept].map((text) => text.startsWith(header))).toEqual([true, true]);
    expect(told).toContain('"revenue is ""x"" but must be a number');
    expect(kept).toContain('"revenue 为 ""x""，应为至多 2 位小数的数值');
  });

  test('is told to be so', async () => {
    const source = await writeSource(join(folder, 'good'));
    const [en, zh] = [await speak(['check', source]), await speak(['check', '--lang', 'zh', source])];
    expectBoth(en.stderr, zh.stderr);
    expect(en.stdout).toMatch(/\nNo problems\.\n$/);
    expect(zh.stdout).toMatch(/\n没有问题。\n$/);
    expect(zh.stdout).toMatch(/^ {2}incubation +保留 1 行，共 1 行 +公布 1 行$/m);
  });
});

describe('help', () => {
  test.each([['--help'], ['check', '--help'], ['publish', '--help'], ['serve', '--help']])(
    'zj %s %s is in both',
    async (...words) => {
      const [en, zh] = [await speak(words), await speak([...words, '--lang', 'zh'])];
      expect([en.code, zh.code]).toEqual([0, 0]);
      expect(en.stdout).toMatch(/^Usage: zj /);
      expect(zh.stdout).toMatch(/^用法：zj /);
      expect(zh.stdout.replace(/^ {2}zj .*/m, '')).not.toMatch(english);
      const options = (text: string) => text.match(/^ {2}--\S+|^ {2}[a-z]+(?= {2})/gm);
      expect(options(zh.stdout)).toEqual(options(en.stdout));
      expect(options(zh.stdout)).toContain('  --lang');
      // Chinese characters take two columns.
      for (const line of [...linesOf(en.stdout), ...linesOf(zh.stdout)])
        expect(line.replace(/[^\0-\xff]/g, 'xx').length).toBeLessThanOrEqual(120);
    },
  );

  test('of a command is asked for in any way', async () => {
    const { stdout } = await speak(['publish', '--help'], { LANG: 'zh_CN.UTF-8' });
    expect((await speak(['--lang', 'zh', 'publish', '-h'])).stdout).toBe(stdout);
    expect((await speak(['help', 'publish', '--lang=zh'])).stdout).toBe(stdout);
    const { code, stdout: told } = await speak(['--lang', 'zh']);
    expect([code, told.startsWith('用法')]).toEqual([2, true]);
  });
});

describe('the language', () => {
  test.each([
    [{}, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US' }, 'en'],
    [{ LANG: 'en_US', LC_MESSAGES: 'zh' }, 'zh'],
    [{ LANG: 'zh_CN', LC_MESSAGES: 'zh_CN', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'C', LC_MESSAGES: 'C', LC_ALL: 'zh_TW.Big5' }, 'zh'],
    [{ LANG: 'zh_CN', LC_MESSAGES: '', LC_ALL: '' }, 'zh'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANGUAGE: 'zh', LC_TIME: 'zh_CN' }, 'en'],
  ])('of the environment %j is %s', (environment, language) => {
    expect(languageOf(['check', 'a'], environment)).toBe(language);
  });

  test.each([
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['zh_CN.UTF-8', 'zh'],
    ['ZH', 'zh'],
    ['en', 'en'],
    ['en-US', 'en'],
  ])('--lang %s goes before the environment', (name, language) => {
    const environment = { LC_ALL: language === 'zh' ? 'en_US' : 'zh_CN' };
    expect(languageOf(['check', '--lang', name], environment)).toBe(language);
    expect(languageOf([`--lang=${name}`, 'check'], environment)).toBe(language);
  });

  test('that zj does not speak is a problem, told as the environment says', async () => {
    const told = '--lang: "fr" is not a language of zj. Use one of: zh, en.\n1 problem.\n';
    expect(await speak(['check', park, '--lang', 'fr'])).toEqual({ code: 2, stdout: '', stderr: told });
    expect(await speak(['--lang=fr', 'check', park])).toEqual({ code: 2, stdout: '', stderr: told });
    expect(await speak(['check', park, '--lang', 'fr'], { LANG: 'zh_CN' })).toMatchObject({
      code: 2,
      stderr: '--lang: zj 不支持语言 "fr"。请用以下之一：zh、en。\n1 个问题。\n',
    });
    expect(await speak(['check', park, '--lang'])).toMatchObject({
      code: 2,
      stderr: '--lang: It needs a value. See zj check --help.\n1 problem.\n',
    });
  });
});
