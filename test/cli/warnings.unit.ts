import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contract, Manifest, Metric, Plan } from '@zj/metrics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFolder, lines, park, run, writeSource } from './source.js';

let folder = '';
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

const words = { zh: '试', en: 'test' };
const index: Contract = {
  version: 1,
  id: 'output',
  name: words,
  description: words,
  file: 'output.csv',
  source: words,
  reportedThrough: '2026-10-31',
  columns: [
    { name: 'month', label: words, type: 'DATE' },
    { name: 'zone', label: words, type: 'VARCHAR' },
    { name: 'output', label: words, type: 'DECIMAL(18,2)', unit: { zh: '万元', en: '10k yuan' } },
  ],
  key: ['month', 'zone'],
  time: { column: 'month', grain: 'month' },
};
const metric: Metric = {
  id: 'output',
  name: words,
  description: words,
  dataset: 'output',
  measure: { sum: 'output' },
  unit: { zh: '万元', en: '10k yuan' },
};

interface Made {
  readonly contract?: Partial<Contract>;
  readonly metrics?: readonly Metric[];
  readonly rows: readonly string[];
  readonly start?: string;
}
let made = 0;

/** A source of one dataset and one goal over it. */
async function source({ contract, metrics = [metric], rows, start = '2026-01-01' }: Made): Promise<string> {
  const plan = JSON.parse(await readFile(join(park, 'plan.json'), 'utf8')) as Plan;
  const goal = {
    ...plan.goals[0]!,
    metric: 'output',
    unit: metric.unit,
    period: { start, end: '2026-12-31' },
  };
  const header = (contract?.columns ?? index.columns).map(({ name }) => name).join(',');
  return writeSource(join(folder, String(++made)), {
    'plan.json': JSON.stringify(
      { ...plan, goals: [goal], ladder: undefined, taskReports: undefined },
      null,
      2,
    ),
    'metrics.json': JSON.stringify({ version: 1, metrics }, null, 2),
    'output.json': JSON.stringify({ ...index, ...contract }, null, 2),
    'output.csv': lines(header, ...rows),
    ...Object.fromEntries(
      ['industry-revenue', 'patents', 'incubation', 'tasks'].flatMap((id) => [
        [`${id}.json`, null],
        [`${id}.csv`, null],
      ]),
    ),
  });
}

/** The warnings, as a person reads them. */
const warn = async (one: Made) => (await run('check', await source(one), '--today', '2026-12-31')).notes;

const months = Array.from({ length: 10 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-01`);
const series = (zone: string, figures: readonly (number | string)[]): readonly string[] =>
  figures.map((figure, i) => `${months[i]!},${zone},${figure}`);
const steady = series('A', [100, 101, 99, 103, 104, 102, 105, 107, 106, 108]);

test('figures as they should be are warned of with nothing', async () => {
  expect(await warn({ rows: steady })).toEqual([]);
});

describe('figures that are declared and not there', () => {
  const late = (rows: readonly string[], contract: Partial<Contract> = {}) => warn({ rows, contract });
  test('are told from the fourth month on', async () => {
    expect(await late(steady.slice(0, 7))).toEqual([]);
    expect(await late(steady.slice(0, 6))).toEqual([
      'data/output.json:17:3 $.reportedThrough: The figures of output cover the days up to 2026-10-31, but the last row is of 2026-06: 4 months have no rows. Add the missing rows, or write the last day with complete figures.',
    ]);
    // October is not over.
    expect(await late(steady.slice(0, 6), { reportedThrough: '2026-10-30' })).toEqual([]);
  });

  test('months that are never published aside', async () => {
    expect(await late(steady.slice(0, 6), { omits: [8] })).toEqual([]);
    expect(await late(steady.slice(0, 5), { omits: [8] })).toHaveLength(1);
  });

  test('by year', async () => {
    const year = (last: number) =>
      warn({
        rows: Array.from({ length: last - 2010 }, (_, i) => `${2011 + i}-01-01,A,${100 + i}`),
        contract: { reportedThrough: '2025-12-31', time: { column: 'month', grain: 'year' } },
        start: '2025-01-01',
      });
    expect(await year(2022)).toEqual([]);
    expect(await year(2021)).toEqual([
      expect.stringContaining('the last row is of 2021: 4 years have no rows.'),
    ]);
  });
});

test('conditions that no row meets are told, and those that one meets are not', async () => {
  const where = (zone: string): Metric => ({
    ...metric,
    id: zone.toLowerCase(),
    where: [{ column: 'zone', equals: zone }],
  });
  expect(await warn({ rows: steady, metrics: [metric, where('A'), where('B')] })).toEqual([
    expect.stringMatching(
      /^metrics\.json:\d+:7 \$\.metrics\[2\]\.where: The metric b selects no row of output\./,
    ),
  ]);
});

test('a goal that begins before all data is told', async () => {
  expect(await warn({ rows: steady, start: '2026-01-15' })).toEqual([]);
  expect(await warn({ rows: steady, start: '2025-12-31' })).toEqual([
    expect.stringMatching(
      /^plan\.json:\d+:9 \$\.goals\[0\]\.period\.start: The goal \S+ begins on 2025-12-31, before all data: the first row of output is of 2026-01\./,
    ),
  ]);
});

test('a goal without any data is told, once it has begun', async () => {
  const earlyGoals = async (asOf: string, start?: string) => {
    const given = await source({ rows: ['2026-10-01,A,100'], ...(start !== undefined && { start }) });
    const { notes } = await run('check', given, '--today', '2026-12-31', '--as-of', asOf);
    return notes.filter((note) => note.includes('before all data'));
  };
  expect(await earlyGoals('2026-09-30')).toEqual([
    expect.stringMatching(
      /\$\.goals\[0\]\.period\.start: The goal \S+ begins on 2026-01-01, before all data: output has no row at all up to 2026-09-30\./,
    ),
  ]);
  expect(await earlyGoals('2026-09-30', '2026-10-01')).toEqual([]);
});

describe('a figure that is ten times its neighbours', () => {
  const outliers = async (one: Made) => (await warn(one)).filter((note) => note.includes('ten times'));
  test('is told with its series and time, wherever it stands', async () => {
    for (const [at, month] of months.entries()) {
      const slipped = steady.map((row, i) => (i === at ? row.replace(/\d+$/, '$&0') : row));
      expect(await outliers({ rows: [...slipped, ...series('B', Array(10).fill(3000))] }), month).toEqual([
        expect.stringMatching(
          RegExp(
            `^data/output\\.csv: output of ${month.slice(0, 7)}, A is \\d+0, about ten times its neighbours`,
          ),
        ),
      ]);
    }
  });

  test('is none of a series that grows, changes its level, is all zero, has gaps or is short', async () => {
    const sound: readonly (readonly (number | string)[])[] = [
      [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
      [5, 5, 5, 5, 5, 500, 500, 500, 500, 500],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 7],
      [10, 70, 12, 65, 9, 72, 11, 68, 10, 71],
      [100, '', 99, '', 104, 102, '', 107, 106, 108],
      [1, 1000],
    ];
    for (const figures of sound) {
      const notes = await outliers({
        rows: series('A', figures),
        contract: { reportedThrough: '2026-10-31' },
      });
      expect(notes, String(figures)).toEqual([]);
    }
  });

  test('below zero as above it', async () => {
    expect(
      await outliers({ rows: series('A', [-10, -11, -9, -110, -10, -12, -10, -9, -11, -10]) }),
    ).toHaveLength(1);
  });

  test('is looked for in each metric where the key does not tell series apart', async () => {
    const columns = [{ name: 'id', label: words, type: 'VARCHAR' } as const, ...index.columns];
    const rows = steady.map((row, i) => `r${i},${i === 4 ? `${row}0` : row}`);
    expect(await outliers({ rows, contract: { columns, key: ['id'] } })).toEqual([
      expect.stringContaining('output (output) of 2026-05 is 1040, about ten times'),
    ]);
  });

  test('of confidential rows is told to whoever publishes, and published as a number alone', async () => {
    const who = ['E1', 'E2', 'E3', 'E4', 'E5'];
    const rows = months.flatMap((month, i) =>
      who.map((one) => `${month},${one},A,${one === 'E2' && i === 3 ? 1000 : 100}`),
    );
    const confidential = {
      columns: [
        index.columns[0]!,
        { name: 'who', label: words, type: 'VARCHAR', confidential: true } as const,
        ...index.columns.slice(1),
      ],
      key: ['month', 'who'],
      cube: { dimensions: ['zone'], measures: ['output'] },
    };
    const out = join(folder, 'confidential');
    const given = await source({ rows, contract: confidential });
    const { code, notes } = await run('publish', given, '--out', out, '--today', '2026-12-31');
    expect([code, notes]).toEqual([0, [expect.stringContaining('output of 2026-04, E2 is 1000')]]);
    const { warnings } = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as Manifest;
    expect(warnings.map(({ where, message }) => [where, message])).toEqual([
      ['data/output.csv', '1 figure of output is about ten times its neighbours or more.'],
    ]);
  });
});

describe('warnings', () => {
  const wrong: Made = { rows: steady.slice(0, 6), start: '2025-12-31' };
  test('stand in the manifest with places relative to the source, wherever that stands', async () => {
    const texts = [];
    for (const name of ['one', 'two']) {
      const out = join(folder, name);
      const { code, notes } = await run(
        'publish',
        await source(wrong),
        '--out',
        out,
        '--today',
        '2026-12-31',
      );
      expect([code, notes.length]).toEqual([0, 2]);
      const { warnings } = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as Manifest;
      expect(warnings.map(({ code: kind, where }) => [kind, where])).toEqual([
        ['late-rows', 'data/output.json:17:3 $.reportedThrough'],
        ['before-all-data', expect.stringMatching(/^plan\.json:\d+:9 \$\.goals\[0\]\.period\.start$/)],
      ]);
      texts.push(await readFile(join(out, 'verdicts.json'), 'utf8'));
    }
    expect(texts[0]).toBe(texts[1]);
  });

  test('are problems where the work is strict', async () => {
    const given = await source(wrong);
    for (const words of [
      ['check', given],
      ['publish', given, '--out', join(folder, 'strict')],
    ]) {
      const { code, told, notes } = await run(...words, '--strict', '--today', '2026-12-31');
      expect([code, told.length, notes]).toEqual([1, 2, []]);
    }
    const right = await run('check', await source({ rows: steady }), '--strict', '--today', '2026-12-31');
    expect(right.code).toBe(0);
  });
});
