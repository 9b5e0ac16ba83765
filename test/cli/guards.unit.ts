import { execFileSync } from 'node:child_process';
import { readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contract, Metric, Plan } from '@zj/metrics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  checkSource,
  contractWith,
  lines,
  openFolder,
  park,
  revenueHeader,
  revenueRows,
  run,
  writeSource,
} from './source.js';

let folder = '';
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

const check = (changes: Parameters<typeof checkSource>[1]) => checkSource(folder, changes);
const readContract = async (id: string) => JSON.parse(await contractWith(id, {})) as Contract;

test.each(['~', 'industry=x', 'file:'])('nor has "%s" in a path another meaning', async (name) => {
  await writeSource(join(folder, name));
  const before = process.cwd();
  process.chdir(folder);
  try {
    expect((await run('check', name)).problems).toEqual([]);
  } finally {
    process.chdir(before);
  }
});

test.each(['gz', 'zst', 'bz2'])('a file named .%s is read as the text that it is', async (end) => {
  const { problems } = await check({
    'patents.json': await contractWith('patents', { file: `patents.csv.${end}` }),
    [`patents.csv.${end}`]: await readFile(join(park, 'data/patents.csv')),
  });
  expect(problems).toEqual([]);
});

// With a time that grows with the square of the size each of these takes minutes.
describe('a file of any shape is told about in a time that grows with its size', () => {
  const header = 'application_number,filed,applicant,route,kind,ipc,industry,status';
  const shapes: readonly (readonly [string, () => string, string])[] = [
    [
      'a row of a million commas',
      () => `${header}\n${','.repeat(1_000_000)}\n`,
      ':2:9: This row has 1000001 cells',
    ],
    [
      'a header of a million commas',
      () => `${','.repeat(1_000_000)}\n`,
      ':1:1: The header has more problems',
    ],
    ['a line of 50 MB', () => `${header}\n${'x'.repeat(50_000_000)}\n`, ':2:1: This row is longer than'],
    ['200 000 malformed rows', () => `${header}\n${'x\n'.repeat(200_000)}`, ': 200000 malformed rows in all'],
    [
      'an open quotation mark',
      () => `${header}\nx,"${'x,\n'.repeat(5_000_000)}`,
      ':2:3: A quotation mark opens here',
    ],
  ];
  test.each(shapes)('%s', async (_, text, said) => {
    const { told } = await check({ 'patents.csv': text() });
    expect(told.find((line) => line.startsWith(`data/patents.csv${said}`))).toBeDefined();
  });
});

test.skipIf(process.platform === 'win32')('a pipe is told, not waited for', async () => {
  for (const [i, name] of ['data/patents.csv', 'data/patents.json', 'plan.json'].entries()) {
    const source = await writeSource(join(folder, `pipe${i}`));
    await rm(join(source, name));
    execFileSync('mkfifo', [join(source, name)]);
    const { code, told } = await run('check', source);
    expect(code).toBe(1);
    expect(told).toContain(`${name}: This is a pipe or a device, not a file. Put the file in its place.`);
  }
});

describe('a reference to another dataset', () => {
  const header = 'application_number,filed,applicant,route,kind,ipc,industry,status';
  const patent = (number: string, applicant: string): string =>
    `${number},2026-03-05,${applicant},PCT,invention,,其他,filed`;
  /** A file of the park that calls the register so. */
  const naming = async (file: string, id: string): Promise<string> =>
    (await readFile(join(park, file), 'utf8')).replaceAll('"incubation"', `"${id}"`);
  /** Patents whose applicants must stand in the incubation register, whose contract comes after or before them. */
  const bound = async (id: string, register: string, patents: readonly string[]) => {
    const references = { dataset: id, columns: ['subject'] };
    return {
      'incubation.json': null,
      'incubation.csv': null,
      [`${id}.json`]: await contractWith('incubation', { id, file: `${id}.csv` }),
      [`${id}.csv`]: register,
      'patents.json': await contractWith('patents', {
        foreignKeys: [{ columns: ['applicant'], references }],
      }),
      'patents.csv': lines(header, ...patents),
      'plan.json': await naming('plan.json', id),
      'metrics.json': await naming('metrics.json', id),
    };
  };
  const register = lines(
    'id,date,event,subject,level,incubator,industry',
    'I1,2026-05-06,incubator-recognised,示例企业甲,high-quality,,集成电路',
    'I2,2026-05-07,incubator-recognised,示例企业乙,high-quality,,集成电路',
  );

  test.each(['incubation', 'zones'])('is followed whichever file comes first: %s', async (id) => {
    const good = [patent('P1', '示例企业甲'), patent('P2', '示例企业乙')];
    expect((await check(await bound(id, register, good))).told).toEqual([]);
    const { code, told } = await check(
      await bound(id, register, [...good, patent('P3', '示例企业丙'), patent('P4', 'x')]),
    );
    expect([code, told]).toEqual([
      1,
      [
        `data/patents.csv:4:15: applicant is "示例企业丙", which is in no row of ${id}. Did you mean "示例企业乙"?`,
        `data/patents.csv:5:15: applicant is "x", which is in no row of ${id}. Correct the cell, or add the row to ${id}.`,
      ],
    ]);
  });

  test('to a row that was itself rejected is told, one to a file that cannot be read is not', async () => {
    const patents = [patent('P1', '示例企业甲'), patent('P2', '示例企业乙')];
    const rejected = await check(await bound('zones', register.replace('2026-05-07', '2026-05-32'), patents));
    expect(rejected.told.map((line) => line.replace(/: .*/, ''))).toEqual([
      'data/zones.csv:3:4',
      'data/patents.csv:3:15',
    ]);
    const unread = await check(await bound('zones', '', patents));
    expect(unread.told).toEqual([expect.stringMatching(/^data\/zones\.csv: The file is empty/)]);
  });

  test('in a circle is a problem of the contracts, and nothing hangs', async () => {
    const changes = await bound('zones', register, [patent('P1', '示例企业甲')]);
    const back = { columns: ['subject'], references: { dataset: 'patents', columns: ['applicant'] } };
    const { code, told } = await check({
      ...changes,
      'zones.json': await contractWith('incubation', { id: 'zones', file: 'zones.csv', foreignKeys: [back] }),
    });
    expect(code).toBe(1);
    expect(told.some((line) => /patents\.json:1:\d+ \$\.foreignKeys\[0\]/.test(line))).toBe(true);
    expect(told.every((line) => /\.json:1:\d+ \$/.test(line))).toBe(true);
  });
});

test('a value that must be unique stands once, and the line of the first is told', async () => {
  const contract = await readContract('patents');
  const columns = contract.columns.map((one) => (one.name === 'applicant' ? { ...one, unique: true } : one));
  const { told } = await check({
    'patents.json': JSON.stringify({ ...contract, columns }),
    'patents.csv': lines(
      'application_number,filed,applicant,route,kind,ipc,industry,status',
      'P1,2026-03-05,甲,PCT,invention,,其他,filed',
      'P2,2026-03-05,甲,PCT,invention,,其他,filed',
    ),
  });
  expect(told).toEqual([
    'data/patents.csv:3:15: applicant is "甲", which is already in line 2, but no two rows may have the same value. Correct one of the two, or leave one cell empty if that is allowed.',
  ]);
});

test('a file is found by the names that its own header has', async () => {
  const contract = await readContract('patents');
  const columns = contract.columns.map((one) => (one.name === 'filed' ? { ...one, header: '申请日' } : one));
  const text = (cell: string): string =>
    lines(
      'application_number,申请日,applicant,route,kind,ipc,industry,status',
      'P1,2026-03-05,甲,PCT,invention,,其他,filed',
      `P2,${cell},甲,PCT,invention,,其他,filed`,
    );
  const json = JSON.stringify({ ...contract, forms: ['dates'], columns });
  expect((await check({ 'patents.json': json, 'patents.csv': text('2026年3月5日') })).told).toEqual([]);
  expect((await check({ 'patents.json': json, 'patents.csv': text('2026年3月') })).told).toEqual([
    expect.stringMatching(/^data\/patents\.csv:3:4: filed is "2026年3月" but must be a day/),
  ]);
});

describe('figures that may not be had', () => {
  test('a file with confidential rows belongs to one contract, by whatever name the other calls it', async () => {
    const source = await writeSource(join(folder, 'shared'), {
      'other.json': await contractWith('industry-revenue', { id: 'other', file: 'other.csv' }),
      'public.json': await contractWith('patents', { id: 'public' }),
    });
    await symlink('industry-revenue.csv', join(source, 'data/other.csv'));
    const { code, told } = await run('check', source);
    expect(code).toBe(1);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      /^data\/other\.json:1:\d+ \$\.file: The contracts industry-revenue and other publish the same file \S*data\/other\.csv, whose rows are confidential/,
    );
  });

  test('a sum beyond 38 digits is told with its dataset; a goal that has one is withheld, and told with its metric', async () => {
    const change = async (id: string, column: string, type: string) => {
      const contract = await readContract(id);
      return JSON.stringify({
        ...contract,
        columns: contract.columns.map((one) => (one.name === column ? { ...one, type } : one)),
      });
    };
    const large = revenueRows.map((line) => line.replace(/[\d.]+$/, '99999999'));
    const merged = await check({
      'industry-revenue.json': await change('industry-revenue', 'revenue', 'DECIMAL(38,30)'),
      'industry-revenue.csv': lines(revenueHeader, ...large),
    });
    expect([merged.code, merged.told]).toEqual([
      1,
      [expect.stringMatching(/^data\/industry-revenue\.csv: The dataset industry-revenue has a sum of more/)],
    ]);
    // Each month is small enough, but not the metric's scale.
    const scaled = await total([['2026-01-05', '1000']], { scale: 18, type: 'DECIMAL(38,17)' });
    expect([scaled.code, scaled.told]).toEqual([0, []]);
    expect(scaled.notes).toContainEqual(
      expect.stringMatching(/^plan\.json:1:\d+ \$\.goals\[1\]: The metric [a-z-]+ has a sum of more/),
    );
  });

  /** Checks the park's second goal as a total of these days and figures. */
  async function total(
    rows: readonly (readonly [day: string, value: string])[],
    { scale = 0, type = 'DECIMAL(18,2)' } = {},
  ) {
    const plan = JSON.parse(await readFile(join(park, 'plan.json'), 'utf8')) as Plan;
    const file = JSON.parse(await readFile(join(park, 'metrics.json'), 'utf8')) as { metrics: Metric[] };
    const metrics = file.metrics.map((metric) =>
      metric.id === plan.goals[1]!.metric ? { ...metric, measure: { sum: 'staff' }, scale } : metric,
    );
    const contract = await readContract('patents');
    const staff = { name: 'staff', label: { zh: '人数', en: 'staff' }, type };
    return check({
      'plan.json': JSON.stringify(plan),
      'metrics.json': JSON.stringify({ ...file, metrics }),
      'patents.json': JSON.stringify({ ...contract, columns: [...contract.columns, staff] }),
      'patents.csv': lines(
        'application_number,filed,applicant,route,kind,ipc,industry,status,staff',
        ...rows.map(([day, value], i) => `P${i},${day},a,PCT,invention,,其他,filed,${value}`),
      ),
    });
  }
});
