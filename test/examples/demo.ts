import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contract } from '@zj/metrics';
import { generate } from '../../examples/park/generate/generate.mjs';

/** The datasets of the park's demo data, in the order in which they are written. */
export const ids = [
  'industry-revenue',
  'patents',
  'incubation',
  'space-supply',
  'service-packages',
  'science-finance',
  'tasks',
] as const;
/** Their files. */
export const names = ids.flatMap((id) => [`${id}.csv`, `${id}.json`]);

/** Runs the program as it is typed; `onTold` runs while it works. */
export async function run(line: string, onTold: (line: string) => void = () => undefined) {
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

/** A row's cells by column. */
export type Row = Readonly<Record<string, string>>;

/** A dataset as written: the file's text, its rows and its contract. */
export async function readDataset(from: string, id: string) {
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

/** A dataset as written. */
export type Dataset = Awaited<ReturnType<typeof readDataset>>;

const types: readonly (readonly [RegExp, RegExp])[] = [
  [/^VARCHAR$/, /^[^"\r]+$/],
  [/^DATE$/, /^202[3-6]-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],
  [/^DECIMAL\(1[28],2\)$/, /^\d{1,10}\.\d\d$/],
  [/^INTEGER$/, /^\d{1,4}$/],
];

/** The faults of a dataset against its own contract. */
export function findFaults({ rows, columns, contract }: Dataset): string[] {
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

/** Rows by the values of some columns. */
export function groupBy(rows: readonly Row[], ...by: readonly string[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = by.map((column) => row[column]!).join(' ');
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
