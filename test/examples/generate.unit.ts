import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseContract, type Plan } from '@zj/metrics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFaults, groupBy, ids, names, readDataset, run, type Dataset, type Row } from './demo.js';

const leading = ['集成电路', '生物医药', '人工智能'];
const park = join(import.meta.dirname, '../../examples/park');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zj-demo-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Revenue in 亿元 of some rows, summed in hundredths of 万元. */
function sumRevenue(rows: readonly Row[]): number {
  return rows.reduce((sum, { revenue }) => sum + Number(revenue!.replace('.', '')), 0) / 1e6;
}

function countYear(rows: readonly Row[], column: string, year: number): number {
  return rows.filter((row) => row[column]!.startsWith(String(year))).length;
}

test('the park example is what the program writes, and its data stay under 1.2 megabytes', async () => {
  const out = join(folder, 'example');
  expect(await run(`--rows 10000 --seed 42 --out ${out}`)).toMatchObject({ code: 0 });
  let bytes = 0;
  for (const name of names) {
    const written = await readFile(join(out, name));
    expect(written.equals(await readFile(join(park, 'data', name))), name).toBe(true);
    if (name.endsWith('.csv')) bytes += written.length;
  }
  expect(bytes).toBeLessThan(1_200_000);
});

describe.each([
  [1_000, 42],
  [1_000, 0],
  [1_000, 9],
  [10_000, 42],
  [10_000, 4_294_967_295],
  [50_000, 42],
  [50_000, 7],
])('%i rows with seed %i', (rows, seed) => {
  let datasets: readonly Dataset[];
  let revenue: Dataset;
  let patents: Dataset;
  let incubation: Dataset;
  let tasks: Dataset;
  beforeAll(async () => {
    const out = join(folder, `${rows}-${seed}`);
    expect(await run(`--rows ${rows} --seed ${seed} --out ${out}`)).toMatchObject({ code: 0 });
    datasets = await Promise.all(ids.map((id) => readDataset(out, id)));
    [revenue, patents, incubation] = datasets as [Dataset, Dataset, Dataset];
    tasks = datasets.at(-1)!;
  });

  test('every file keeps its own contract, which says that it is demo data', () => {
    for (const dataset of datasets) {
      expect(parseContract(dataset.contract).problems).toEqual([]);
      expect(findFaults(dataset)).toEqual([]);
      expect(dataset.contract.demo).toEqual({ generator: 'park/generate', seed, rows });
      expect(dataset.contract.reportedThrough).toBe('2026-10-31');
      expect(dataset.contract.source.zh).toContain('示例数据');
      expect(dataset.text).toMatch(/^[a-z]/); // no byte order mark
      expect(dataset.text).not.toContain('\r');
      expect(dataset.text.endsWith('\n')).toBe(true);
    }
  });

  test('revenue has exactly as many rows, ordered by month and enterprise, through all 46 months', () => {
    const keys = revenue.rows.map(({ month, enterprise }) => `${month} ${enterprise}`);
    expect(keys).toHaveLength(rows);
    expect(keys).toEqual(keys.toSorted());
    const months = [...groupBy(revenue.rows, 'month').keys()];
    expect(months).toHaveLength(46);
    expect([months[0], months.at(-1)]).toEqual(['2023-01-01', '2026-10-01']);
    expect(months.every((month) => month.endsWith('-01'))).toBe(true);
  });

  test('the leading industries stand at 83.9 % of 6000 亿元, after about 5500 in 2025', () => {
    const ofLeading = revenue.rows.filter(({ industry }) => leading.includes(industry!));
    const in2026 = sumRevenue(ofLeading.filter(({ month }) => month! >= '2026'));
    const in2025 = sumRevenue(ofLeading.filter(({ month }) => month!.startsWith('2025')));
    expect(Math.abs(in2026 / 5036 - 1)).toBeLessThan(0.01);
    expect(Math.abs(in2025 / 5500 - 1)).toBeLessThan(0.02);
  });

  test.each([
    ['生物医药', 0.12],
    ['集成电路', 0.09],
    ['人工智能', 0.22],
    ['高端装备制造', -0.03],
  ])('%s grows by about %d', (industry, growth) => {
    const upToOctober = (year: string) =>
      sumRevenue(
        revenue.rows.filter(
          (row) => row.industry === industry && row.month! >= `${year}-01` && row.month! <= `${year}-10-01`,
        ),
      );
    expect(Math.abs(upToOctober('2026') / upToOctober('2025') - 1 - growth)).toBeLessThan(0.02);
  });

  test('every month of an industry can be published: three enterprises or more, none above 85 %', () => {
    const cells = [...groupBy(revenue.rows, 'month', 'industry').values()];
    expect(cells).toHaveLength(46 * 5);
    expect(Math.min(...cells.map((cell) => cell.length))).toBeGreaterThanOrEqual(3);
    const shares = cells.map((cell) => Math.max(...cell.map((row) => sumRevenue([row]))) / sumRevenue(cell));
    expect(Math.max(...shares)).toBeLessThan(0.85);
  });

  test('enterprises enter and leave, keep their industry, and a few earn much', () => {
    const months = groupBy(revenue.rows, 'month');
    const first = new Set(months.get('2023-01-01')!.map((row) => row.enterprise));
    const last = new Set(months.get('2026-10-01')!.map((row) => row.enterprise));
    expect([...first].some((code) => !last.has(code))).toBe(true);
    expect([...last].some((code) => !first.has(code))).toBe(true);
    const enterprises = groupBy(revenue.rows, 'enterprise');
    expect(groupBy(revenue.rows, 'enterprise', 'industry', 'sub_industry', 'zone', 'tier').size).toBe(
      enterprises.size,
    );
    const earned = [...enterprises.values()].map(sumRevenue).sort((a, b) => b - a);
    const top = earned.slice(0, Math.ceil(earned.length / 10)).reduce((sum, value) => sum + value);
    expect(top / sumRevenue(revenue.rows)).toBeGreaterThan(0.35);
  });

  test('no enterprise of the revenue returns stands in another file', () => {
    const codes = new Set(revenue.rows.map(({ enterprise }) => enterprise!));
    for (const { text, contract } of datasets.slice(1)) {
      const found = `${text}${JSON.stringify(contract)}`.match(/E\d{6}/g) ?? [];
      expect(found.filter((code) => codes.has(code))).toEqual([]);
    }
    expect(JSON.stringify(revenue.contract)).not.toMatch(/E\d{6}/);
  });

  test('PCT applications are inventions: 66 to 76 in 2026, after about 78, 64 and 50', () => {
    const pct = patents.rows.filter(({ route }) => route === 'PCT');
    const counts = [2023, 2024, 2025, 2026].map((year) => countYear(pct, 'filed', year));
    for (const [index, count] of [50, 64, 78, 71].entries()) {
      expect(Math.abs(counts[index]! - count), String(2023 + index)).toBeLessThanOrEqual(index === 3 ? 5 : 3);
    }
    if (seed === 42) expect(counts[3]).toBe(71);
    expect(pct.every(({ kind, status }) => kind === 'invention' && status !== 'granted')).toBe(true);
  });

  test('domestic applications grow with the rows, and designs have no patent class', () => {
    const domestic = patents.rows.filter(({ route }) => route === 'domestic');
    expect(Math.abs(domestic.length - Math.max(rows / 20, 60))).toBeLessThan(4);
    expect(patents.rows.every(({ kind, ipc }) => (kind === 'design') === (ipc === ''))).toBe(true);
  });

  test('champions were high-tech enterprises before, recognitions expire after three years, and nobody acts after leaving', () => {
    const careers = [...groupBy(incubation.rows, 'subject').values()];
    const daysOf = (career: readonly Row[], ...events: readonly string[]): readonly string[] =>
      career.filter(({ event }) => events.includes(event!)).map(({ date }) => date!);
    for (const career of careers) {
      const [left, last] = [daysOf(career, 'left'), career.at(-1)!.date!];
      expect(left.length === 0 || (left.length === 1 && left[0] === last)).toBe(true);
      const recognised = daysOf(career, 'high-tech-recognised');
      for (const expired of daysOf(career, 'high-tech-expired'))
        expect((Date.parse(expired) - Date.parse(recognised[0]!)) / 86_400_000).toBe(3 * 365);
      const [top] = daysOf(career, 'hidden-champion-recognised', 'unicorn-recognised');
      if (top && recognised[0]) expect(recognised[0] < top).toBe(true);
    }
    const events = new Set(incubation.rows.map(({ event }) => event));
    expect([events.has('left'), events.has('high-tech-expired')]).toEqual([true, true]);
  });

  test('the tasks are those of the plan, two without a report, one stopped, and no day is after its report', async () => {
    const { areas } = JSON.parse(await readFile(join(park, 'plan.json'), 'utf8')) as Plan;
    const planned = areas.flatMap((area) => area.tasks);
    const reported = new Set(tasks.rows.map(({ task }) => task!));
    expect(planned.filter(({ id }) => !reported.has(id)).map(({ id }) => id)).toEqual(['A3.2', 'A5.3']);
    for (const { task, measure, since, reported: on } of tasks.rows) {
      const { measures } = planned.find(({ id }) => id === task)!;
      expect(Number(measure)).toBeLessThanOrEqual(measures.length);
      expect(since! <= on!).toBe(true);
    }
    const stopped = tasks.rows.filter(({ state }) => state === 'stopped');
    expect(new Set(stopped.map(({ task, since }) => `${task} ${since}`))).toEqual(
      new Set(['A4.3 2026-06-15']),
    );
  });

  test('since 2025 one hidden champion or unicorn and one high-quality incubator, and some of both before', () => {
    const champions = incubation.rows.filter(({ event }) =>
      ['hidden-champion-recognised', 'unicorn-recognised'].includes(event!),
    );
    const incubators = incubation.rows.filter(({ level }) => level === 'high-quality');
    for (const events of [champions, incubators]) {
      expect(events.filter(({ date }) => date! >= '2025')).toHaveLength(1);
      expect(events.filter(({ date }) => date! < '2025').length).toBeGreaterThan(0);
    }
    expect(countYear(incubators, 'date', 2026)).toBe(1);
    const recognised = incubation.rows.filter(({ event }) => event === 'incubator-recognised');
    expect(recognised.map(({ level }) => level)).not.toContain('');
    expect(incubation.rows.filter(({ level }) => level !== '')).toHaveLength(recognised.length);
  });
});

test('at 10,000 rows many cells by sub-industry and zone are too small to publish', async () => {
  const { rows } = await readDataset(join(folder, '10000-42'), 'industry-revenue');
  const cells = [...groupBy(rows, 'month', 'industry', 'sub_industry', 'zone').values()];
  expect(cells.filter((cell) => cell.length < 3).length / cells.length).toBeGreaterThan(0.25);
});

test('the month of the Spring Festival is the weakest, quarters and years end high', async () => {
  const { rows } = await readDataset(join(folder, '10000-42'), 'industry-revenue');
  const months = new Map(
    [...groupBy(rows, 'month')].map(([month, group]) => [month.slice(0, 7), sumRevenue(group)]),
  );
  const at = (month: string) => months.get(month)!;
  const weakest = (year: string) =>
    [...months].filter(([month]) => month.startsWith(year)).sort(([, a], [, b]) => a - b)[0]![0];
  expect(['2023', '2024', '2025', '2026'].map(weakest)).toEqual(['2023-01', '2024-02', '2025-01', '2026-02']);
  for (const year of ['2023', '2024', '2025']) {
    for (const [end, after] of [
      ['03', '04'],
      ['06', '07'],
      ['09', '10'],
    ]) {
      expect(at(`${year}-${end!}`)).toBeGreaterThan(at(`${year}-${after!}`));
    }
    expect(at(`${year}-12`)).toBe(
      Math.max(...[...months].filter(([m]) => m.startsWith(year)).map(([, v]) => v)),
    );
  }
});

test('more rows share the same revenue: each month of an industry is equal at every size', async () => {
  const [few, many] = await Promise.all(
    ['1000-42', '50000-42'].map(async (name) => {
      const { rows } = await readDataset(join(folder, name), 'industry-revenue');
      return [...groupBy(rows, 'month', 'industry')]
        .map(([cell, group]) => `${cell} ${sumRevenue(group)}`)
        .sort();
    }),
  );
  expect(few).toEqual(many);
});

test('the same rows and seed give the same bytes, another seed gives others', async () => {
  const read = async (name: string) => {
    const texts = await Promise.all(names.map((file) => readFile(join(folder, name, file), 'utf8')));
    return texts.join('');
  };
  expect(await run(`--rows 1000 --seed 9 --out ${folder}/again`)).toMatchObject({ code: 0 });
  const again = await read('again');
  expect(again === (await read('1000-9'))).toBe(true);
  expect(again === (await read('1000-0'))).toBe(false);
});

test('the example of the help text works, and tells what it wrote', async () => {
  const help = await run('--help');
  expect(help).toMatchObject({ code: 0, told: [] });
  expect(await run('-h')).toEqual(help);
  const [, line] = / {2}node examples\/park\/generate\/index\.mjs (.*)demo$/.exec(help.printed)!;
  const { code, printed, told } = await run(`${line!}${folder}/demo`);
  expect(code).toBe(0);
  expect(printed).toContain('industry-revenue.csv     50,000 rows');
  expect(told.length).toBeGreaterThan(1);
  expect(told.every((text) => text.endsWith('of 50,000 rows'))).toBe(true);
});

test('a copy of the program needs nothing but Node', async () => {
  const copy = join(folder, 'copy');
  await cp(join(park, 'generate'), copy, { recursive: true });
  const words = [join(copy, 'index.mjs'), '--rows', '1000', '--seed', '9', '--out', join(copy, 'data')];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: copy });
  expect(stdout).toContain(`Demo data with seed 9, in ${join(copy, 'data')}:\n`);
  expect((await readdir(join(copy, 'data'))).sort()).toEqual([...names].sort());
  await expect(promisify(execFile)(process.execPath, words)).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('already holds industry-revenue.csv') as string,
  });
});
