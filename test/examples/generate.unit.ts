import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseContract, type Contract } from '@zj/metrics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../../examples/park/generate/generate.mjs';
import { canMount, withDisk } from '../disk.js';

const ids = ['industry-revenue', 'patents', 'incubation'] as const;
const names = ids.flatMap((id) => [`${id}.csv`, `${id}.json`]);
const leading = ['集成电路', '生物医药', '人工智能'];
const park = join(import.meta.dirname, '../../examples/park');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zj-demo-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the program as it is typed; `onTold` runs while it works. */
async function run(line: string, onTold: (line: string) => void = () => undefined) {
  const printed: string[] = [];
  const told: string[] = [];
  const code = await generate(line === '' ? [] : line.split(' '), {
    log: (text) => void printed.push(text),
    error: (text) => {
      told.push(text);
      onTold(text);
    },
  });
  return { code, printed: printed.join('\n'), told };
}

type Row = Readonly<Record<string, string>>;

/** A dataset as written: the file's text, its rows and its contract. */
async function readDataset(from: string, id: string) {
  const text = await readFile(join(from, `${id}.csv`), 'utf8');
  const [header, ...lines] = text.slice(0, -1).split('\n');
  const columns = header!.split(',');
  const rows: Row[] = lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== columns.length) throw new Error(`${id}: ${line}`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index]!]));
  });
  const contract = JSON.parse(await readFile(join(from, `${id}.json`), 'utf8')) as Contract;
  return { text, columns, rows, contract };
}

const types: readonly (readonly [RegExp, RegExp])[] = [
  [/^VARCHAR$/, /^[^"\r]+$/],
  [/^DATE$/, /^202[3-6]-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],
  [/^DECIMAL\(18,2\)$/, /^\d{1,16}\.\d\d$/],
];

/** The faults of a dataset against its own contract. */
function findFaults({ rows, columns, contract }: Awaited<ReturnType<typeof readDataset>>): string[] {
  const faults: string[] = [];
  if (columns.join() !== contract.columns.map(({ name }) => name).join()) faults.push('columns');
  for (const { name, type, required, values } of contract.columns) {
    const [, form] = types.find(([key]) => key.test(type))!;
    const allowed = values && new Set(values.map(({ value }) => value));
    for (const row of rows) {
      const cell = row[name]!;
      const good = cell === '' ? !required : form.test(cell) && (allowed?.has(cell) ?? true);
      if (!good) faults.push(`${name}: ${cell}`);
    }
  }
  const keys = new Set(rows.map((row) => contract.key.map((column) => row[column]!).join()));
  if (keys.size !== rows.length) faults.push('key');
  if (rows.some((row) => row[contract.time.column]! > contract.reportedThrough)) faults.push('late');
  return faults;
}

/** Revenue in 亿元 of some rows, summed in hundredths of 万元. */
function sumRevenue(rows: readonly Row[]): number {
  return rows.reduce((sum, { revenue }) => sum + Number(revenue!.replace('.', '')), 0) / 1e6;
}

function groupBy(rows: readonly Row[], ...by: readonly string[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = by.map((column) => row[column]!).join(' ');
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function countYear(rows: readonly Row[], column: string, year: number): number {
  return rows.filter((row) => row[column]!.startsWith(String(year))).length;
}

test('the park example is what the program writes, and its data stay under a megabyte', async () => {
  const out = join(folder, 'example');
  expect(await run(`--rows 10000 --seed 42 --out ${out}`)).toMatchObject({ code: 0 });
  let bytes = 0;
  for (const name of names) {
    const written = await readFile(join(out, name));
    expect(written.equals(await readFile(join(park, 'data', name))), name).toBe(true);
    if (name.endsWith('.csv')) bytes += written.length;
  }
  expect(bytes).toBeLessThan(1_000_000);
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
  let revenue: Awaited<ReturnType<typeof readDataset>>;
  let patents: Awaited<ReturnType<typeof readDataset>>;
  let incubation: Awaited<ReturnType<typeof readDataset>>;
  beforeAll(async () => {
    const out = join(folder, `${rows}-${seed}`);
    expect(await run(`--rows ${rows} --seed ${seed} --out ${out}`)).toMatchObject({ code: 0 });
    [revenue, patents, incubation] = (await Promise.all(ids.map((id) => readDataset(out, id)))) as [
      typeof revenue,
      typeof patents,
      typeof incubation,
    ];
  });

  test('every file keeps its own contract, which says that it is demo data', () => {
    for (const dataset of [revenue, patents, incubation]) {
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
    for (const { text, contract } of [patents, incubation]) {
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

describe('a call that makes no sense', () => {
  test('is told all its faults at once, and writes nothing', async () => {
    const { code, printed, told } = await run('here --rows 12,000 --seed=-1');
    expect([code, printed]).toEqual([2, '']);
    expect(told).toEqual([
      '--rows: "12,000" is not a whole number from 1000 to 10000000. Write digits only, such as --rows 10000.',
      '--seed: "-1" is not a whole number from 0 to 4294967295. Write digits only, such as --seed 42.',
      '"here" is one word too many. Name the folder with --out DIR.',
      '--out: no folder is named. Say where the files go, such as --out demo.',
      '4 problems. See --help.',
    ]);
    expect((await run('')).told).toEqual([told[3], '1 problem. See --help.']);
  });

  test.each([
    ['--uot x', "Unknown option '--uot'"],
    ['--rows', "Option '--rows <value>' argument missing"],
    ['--rows --out x', "Did you forget to specify the option argument for '--rows'?"],
    ['--force=yes', "Option '--force' does not take an argument"],
  ])('%s is told as one line', async (line, words) => {
    const { code, told } = await run(line);
    expect([code, told]).toEqual([2, [expect.stringContaining(words), '1 problem. See --help.']]);
  });

  test.each(['999', '10000001', '1e4', '', '1000.5', '9999999999999999999999'])(
    '--rows=%s is refused',
    async (rows) => {
      const out = join(folder, 'refused');
      const { code, told } = await run(`--rows=${rows} --out=${out}`);
      expect([code, told]).toEqual([2, [expect.stringMatching(/^--rows: /), '1 problem. See --help.']]);
      await expect(stat(out)).rejects.toThrow('ENOENT');
    },
  );

  test('a seed beyond 32 bits is refused', async () => {
    expect(await run(`--seed 4294967296 --out ${folder}/refused`)).toMatchObject({ code: 2 });
  });

  test('files that are there stay as they are, unless --force replaces them and only them', async () => {
    const out = join(folder, 'taken');
    await mkdir(out);
    await writeFile(join(out, 'patents.csv'), 'mine');
    await writeFile(join(out, 'notes.txt'), 'mine too');
    const { code, told } = await run(`--rows 1000 --out ${out}`);
    expect([code, told[0]]).toEqual([2, expect.stringMatching(/^--out: .* holds patents\.csv\. .*--force/)]);
    expect(await readFile(join(out, 'patents.csv'), 'utf8')).toBe('mine');
    expect(await run(`--rows 1000 --out ${out} --force`)).toMatchObject({ code: 0 });
    expect(await readFile(join(out, 'notes.txt'), 'utf8')).toBe('mine too');
    expect((await readdir(out)).sort()).toEqual([...names, 'notes.txt'].sort());
  });

  test('a file where the folder should be is a problem', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const { code, told } = await run(`--out ${file}`);
    expect([code, told[0]]).toEqual([2, expect.stringContaining(`${file} is a file, not a folder.`)]);
  });
});

describe('a folder that cannot be written to is told with a way out', () => {
  const expectTold = ({ code, printed, told }: Awaited<ReturnType<typeof run>>, words: string) => {
    expect([code, printed, told.at(-1)]).toEqual([1, '', expect.stringContaining(words)]);
    expect(told.at(-1)).toMatch(/: The files could not be written: .* name another with --out\.$/);
  };

  test('below a file', async () => {
    await writeFile(join(folder, 'above'), '');
    expectTold(await run(`--out ${folder}/above/below`), 'not a directory');
  });

  test.skipIf(process.platform === 'win32')('behind a link to nothing', async () => {
    const link = join(folder, 'dangling');
    await symlink(join(folder, 'nothing'), link);
    for (const out of [link, join(link, 'below')]) expectTold(await run(`--out ${out}`), `mkdir '${link}'`);
  });

  test.runIf(process.platform === 'linux')('where no folder can be made: not tried for ever', async () => {
    expectTold(await run('--out /proc/x/y'), "mkdir '/proc/x'");
  });

  test.runIf(canMount())('on a full disk, which is left empty', async () => {
    await withDisk(64, async (disk) => {
      expectTold(await run(`--out ${disk}/demo`), 'no space left on device');
      expect(await readdir(disk)).toEqual([]);
    });
  });
});

describe('a run that does not end well leaves nothing behind', () => {
  test('Ctrl-C in a folder that holds an older run: the older files stay', async () => {
    const out = join(folder, 'older');
    await run(`--rows 1000 --out ${out}`);
    const before = await readFile(join(out, 'industry-revenue.csv'));
    const { code, printed } = await run(`--rows 50000 --force --out ${out}`, () => process.emit('SIGINT'));
    expect([code, printed]).toEqual([130, '']);
    expect((await readdir(out)).sort()).toEqual([...names].sort());
    expect((await readFile(join(out, 'industry-revenue.csv'))).equals(before)).toBe(true);
  });

  test('a failure in new folders: the folders go too', async () => {
    const fail = () => {
      throw new Error('the terminal is gone');
    };
    await expect(run(`--rows 50000 --out ${folder}/new/deep`, fail)).rejects.toThrow('the terminal is gone');
    await expect(stat(join(folder, 'new'))).rejects.toThrow('ENOENT');
  });

  test('no listener stays on the process', async () => {
    const before = process.listenerCount('SIGINT');
    await run(`--rows 1000 --out ${folder}/quiet`);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
