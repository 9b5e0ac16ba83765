import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Column, ColumnType, Contract, Problem } from '@zj/metrics';
import { loadDataset, readTable } from '@zj/metrics/dataset';
import { nodeEngine, openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDataset } from '../../packages/cli/src/publish/dataset.js';
import { publishedColumns } from '../../packages/metrics/src/release/digest.js';
import { patience, seeds } from '../soak.js';
import { openFolder } from './source.js';

let folder = '';
let remove: () => Promise<void>;
let workbench: Workbench;
const engine = nodeEngine();
beforeAll(async () => {
  ({ folder, remove } = await openFolder());
  workbench = await openWorkbench();
  await engine.open();
});
afterAll(async () => {
  await workbench.close();
  await engine.close();
  await remove();
});

const words = { zh: '试', en: 'test' };

/** Numbers from a seed (Park and Miller). */
function chance(seed: number) {
  let state = (seed * 7919) % 2147483647 || 1;
  const next = (n: number): number => (state = (state * 48271) % 2147483647) % n;
  const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
  return { next, pick };
}
type Chance = ReturnType<typeof chance>;

const types: readonly ColumnType[] = ['VARCHAR', 'INTEGER', 'DECIMAL(9,2)', 'DOUBLE', 'DATE', 'BOOLEAN'];
const marks = [
  { mark: 'x', means: 'suppressed' },
  { mark: '-', means: 'not-applicable' },
  { mark: '…', means: 'not-available' },
  { mark: '0.0', means: 'below-half' },
] as const;

function randomContract({ next, pick }: Chance): Contract {
  const more = Array.from({ length: 1 + next(4) }, (_, i): Column => {
    const type = pick(types);
    return {
      ...{ name: `c${i}`, label: words, type },
      ...(next(4) === 0 && { header: `列${i}` }),
      ...(next(4) === 0 && { required: true }),
      ...(next(6) === 0 && { unique: true }),
      ...(type === 'INTEGER' && next(2) === 0 && { minimum: 0, maximum: 100 }),
      ...(type === 'VARCHAR' &&
        next(4) === 0 && { values: ['a', 'b'].map((value) => ({ value, label: words })) }),
    };
  });
  const forms = (['full-width', 'thousands', 'dates'] as const).filter(() => next(3) === 0);
  return {
    ...{ version: 1, id: 'both', name: words, description: words, file: 'both.csv', source: words },
    reportedThrough: '2026-10-31',
    columns: [
      { name: 'day', label: words, type: 'DATE' },
      { name: 'row', label: words, type: 'VARCHAR' },
      ...more,
    ],
    ...{ key: ['day', 'row'], time: { column: 'day', grain: pick(['day', 'month'] as const) } },
    ...(forms.length > 0 && { forms }),
    ...(next(2) === 0 && { missing: marks.filter(() => next(2) === 0) }),
    ...(next(4) === 0 && { ignore: ['note'] }),
  };
}

const good: Readonly<Record<string, readonly string[]>> = {
  VARCHAR: ['a', 'b', '集成电路', '"a, b"', '"say ""hi"""', '"two\nlines"', ''],
  INTEGER: ['0', '7', '-3', '100', '00012', ''],
  'DECIMAL(9,2)': ['0.5', '12.25', '-1', '1234567.89', '"1.5"', ''],
  DOUBLE: ['0.1', '1e-3', '-2.5E+4', '12', ''],
  DATE: ['2026-09-01', '2026-10-01', '2026-09-30', ''],
  BOOLEAN: ['true', 'false', ''],
};
const strange = [
  ...[
    'x',
    '-',
    ' - ',
    '…',
    '\u3000x',
    '0.0',
    '1,5',
    '"1,234"',
    '"12,34"',
    '１２',
    '－３．５',
    '2026/9/1',
    '2026年9月1日',
  ],
  ...[
    '2026年9月',
    '+5',
    '.5',
    '5.',
    '1e5',
    '0x10',
    'NaN',
    'Infinity',
    '1_000',
    ' 5 ',
    '1e-400',
    '1e400',
    'True',
    '1',
  ],
  ...[
    '2026-13-01',
    '0000-01-01',
    '2026-02-30',
    'a b',
    ' a',
    '\u00a0',
    '""',
    '"x"y',
    'x"y',
    '99999999999999999999',
  ],
];

/** A file of rows that keep a contract, and of some that do not. */
function randomFile(contract: Contract, { next, pick }: Chance): string {
  const order = [...contract.columns].sort(() => next(3) - 1);
  const noted = contract.ignore !== undefined && next(2) === 0;
  const badly = pick([0, 0, 30, 8]);
  const newline = pick(['\n', '\n', '\n', '\r\n', '\r']);
  const header = order.map(({ name, header: words_ }) => words_ ?? name);
  if (next(20) === 0) header[0] = header[0]!.toUpperCase();
  const rows = Array.from({ length: next(9) === 0 ? 0 : 1 + next(30) }, (_, i) => {
    const cells = order.map(({ name, type }) => {
      if (badly > 0 && next(badly) === 0) return pick(strange);
      if (name === 'day') return pick(['2026-09-01', '2026-10-01']);
      if (type !== 'VARCHAR' && contract.missing?.length && next(6) === 0) return pick(contract.missing).mark;
      return name === 'row' && next(20) > 0 ? `r${i}` : pick(good[type]!);
    });
    if (badly > 0 && next(4 * badly) === 0) cells.pop();
    if (badly > 0 && next(4 * badly) === 0) cells.push('');
    return noted ? [...cells, 'ignored'] : cells;
  });
  const lines = [noted ? [...header, 'note'] : header, ...rows].map((cells) => cells.join(','));
  if (next(15) === 0) lines.unshift('sep=,');
  if (next(25) === 0) lines.unshift('标题');
  if (next(15) === 0) lines.splice(next(lines.length), 0, '');
  const text = lines.join(newline) + (next(3) === 0 ? '' : newline);
  return (next(8) === 0 ? '\uFEFF' : '') + text;
}

/** The places and codes of problems, in one order; a place in one way of reading is a whole name in the other. */
function told(problems: readonly Problem[]): readonly string[] {
  return problems
    .map(({ where, code, message, remedy }) => {
      const isShared =
        !/^(duplicate|missing-column)/.test(code) && !/publish again|read it again/.test(remedy);
      return `${where} ${code}${isShared ? ` ${message} ${remedy}` : ''}`;
    })
    .sort();
}

test(
  'a file read by the engine itself, and one read as a table of texts, give the same rows, rejects and problems',
  async () => {
    const seen = { kept: 0, rejected: 0, refused: 0, marks: 0 };
    for (const seed of seeds('files read both ways', 1000)) {
      const dice = chance(seed);
      const contract = randomContract(dice);
      const file = join(folder, 'both.csv');
      const text = randomFile(contract, dice);
      await writeFile(file, text);
      const scratch = await mkdtemp(join(folder, 'scratch'));
      const columns = publishedColumns(contract).map((name) => `CAST("${name}" AS VARCHAR)`);
      const rowsSql = `SELECT concat_ws('|', ${columns.map((one) => `coalesce(${one}, '∅')`).join(', ')}) AS line FROM memory.main."both"`;

      await workbench.execute('DROP TABLE IF EXISTS memory.main."both"');
      const own = await readDataset(
        workbench,
        { contract, file, contractFile: 'both.json' },
        { locate: 0, scratch },
      );
      const found = own.rejections.flatMap(({ first, total, rest }) => [
        ...first.map(({ problem }) => problem),
        ...(total > first.length ? [rest] : []),
      ]);

      const read = await readTable(new TextEncoder().encode(text), { name: file, contract });
      await engine.drop('both');
      const loaded = read.table
        ? await loadDataset(engine, contract, read.table)
        : { rows: undefined, rejects: [], problems: read.problems };

      const context = `seed ${seed}\n${JSON.stringify(contract.columns)}\n${text}`;
      expect(told([...own.faults, ...found]), context).toEqual(told([...loaded.problems, ...loaded.rejects]));
      expect((own.notes ?? []).map(({ code }) => code)).toEqual(
        (read.table?.notes ?? []).map(({ code }) => code),
      );
      const isKept = loaded.problems.length === 0;
      expect(own.faults.length === 0, context).toBe(isKept);
      if (!isKept) {
        seen.refused++;
        continue;
      }
      expect(own.dataset!.rows, context).toEqual(loaded.rows);
      const lines = (await workbench.rows(rowsSql)).map(({ line }) => line as string);
      const { columns: answer } = await engine.run(rowsSql);
      expect(lines, context).toEqual(answer[0]!.values);
      seen.kept += own.dataset!.rows.kept;
      seen.rejected += own.dataset!.rows.rejected;
      seen.marks += lines.filter((line) => /suppressed|not-a|below-half/.test(line)).length;
    }
    // Each kind of case occurs.
    for (const [kind, count] of Object.entries(seen)) expect(count, kind).toBeGreaterThan(5);
  },
  patience(),
);
