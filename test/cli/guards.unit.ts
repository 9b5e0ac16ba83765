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
      /^data\/other\.json \$\.file: The contracts industry-revenue and other publish the same file \S*data\/other\.csv, whose rows are confidential/,
    );
  });

  test('a sum beyond 38 digits is told with its dataset, or with its goal and metric', async () => {
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
    const scaled = await level([['2026-01-05', '1000']], { scale: 18, type: 'DECIMAL(38,17)' });
    expect([scaled.code, scaled.told]).toEqual([
      1,
      [expect.stringMatching(/^plan\.json \$\.goals\[1\]: The metric [a-z-]+ has a sum of more/)],
    ]);
  });

  /** Checks the park's second goal as a level of a sum over these days and figures. */
  async function level(
    rows: readonly (readonly [day: string, value: string])[],
    { scale = 0, type = 'DECIMAL(18,2)' } = {},
  ) {
    const plan = JSON.parse(await readFile(join(park, 'plan.json'), 'utf8')) as Plan;
    const file = JSON.parse(await readFile(join(park, 'metrics.json'), 'utf8')) as { metrics: Metric[] };
    const goals = plan.goals.map((goal, i) => (i === 1 ? { ...goal, accumulate: 'level' } : goal));
    const metrics = file.metrics.map((metric) =>
      metric.id === plan.goals[1]!.metric ? { ...metric, measure: { sum: 'staff' }, scale } : metric,
    );
    const contract = await readContract('patents');
    const staff = { name: 'staff', label: { zh: '人数', en: 'staff' }, type };
    return check({
      'plan.json': JSON.stringify({ ...plan, goals }),
      'metrics.json': JSON.stringify({ ...file, metrics }),
      'patents.json': JSON.stringify({ ...contract, columns: [...contract.columns, staff] }),
      'patents.csv': lines(
        'application_number,filed,applicant,route,kind,ipc,industry,status,staff',
        ...rows.map(([day, value], i) => `P${i},${day},a,PCT,invention,,其他,filed,${value}`),
      ),
    });
  }
});
