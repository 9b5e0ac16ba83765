import { DuckDBInstance } from '@duckdb/node-api';
import type { ZjTrendChart } from '@zj/widgets';
import type { Page } from 'playwright';

/** Waits until every element of the park page has painted its figures, and the button of 核验 can be pressed. */
export async function painted(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const all = <T extends Element>(name: string): T[] => [...document.querySelectorAll<T>(name)];
    const has = (name: string, part: string): boolean =>
      all(name).every((one) => one.shadowRoot?.querySelector(part) != null);
    return (
      all('zj-goal-gauge:not([status])').length === 0 &&
      all<ZjTrendChart>('zj-trend-chart, zj-breakdown-chart').every(({ shown }) => shown) &&
      has('zj-goal-board', '[part=goal]') &&
      has('zj-tier-ladder', '[part=tier]') &&
      has('zj-task-board', '[part=task]') &&
      has('zj-verify', '[part=start]:not([disabled])')
    );
  });
}

/** The table of a chart as it is saved as CSV: its head, and its rows up to the notes below them. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table of the chart with a selector. */
export async function tableOf(page: Page, selector: string): Promise<Table> {
  const csv = await page.locator(selector).evaluate((chart) => (chart as ZjTrendChart).toCsv());
  const [head, ...rows] = csv
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  return { head: head!, rows: rows.filter((row) => row.slice(1).some(Boolean)) };
}

/** The cells of the column whose head begins so; `null` where one is empty. */
export function column({ head, rows }: Table, name: string): readonly (string | null)[] {
  const at = head.findIndex((one) => one === name || one.startsWith(`${name}（`));
  if (at < 0) throw new Error(`No column ${name} in ${head.join()}`);
  return rows.map((row) => (row[at] === '' ? null : (row[at] ?? null)));
}

/** The same as numbers. */
export const numbers = (table: Table, name: string): readonly (number | null)[] =>
  column(table, name).map((cell) => (cell === null ? null : Number(cell)));

/** A row of an answer: numbers, texts and booleans, by the names of the columns. */
export type Row = Readonly<Record<string, number | string | boolean | null>>;

/** A plain DuckDB over the CSV files of a folder, each a view named as its file, every column a text but those of figures and days. */
export async function openCsv(
  folder: string,
): Promise<{ ask(sql: string): Promise<readonly Row[]>; close(): void }> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const figures: Readonly<Record<string, string>> = {
    'industry-revenue': "'month': 'DATE', 'revenue': 'DECIMAL(18,2)'",
    'science-finance': "'month': 'DATE', 'amount': 'DECIMAL(18,2)'",
    'space-supply': "'month': 'DATE', 'area': 'DECIMAL(18,2)'",
    'service-packages': "'month': 'DATE', 'packages': 'INTEGER', 'days': 'INTEGER'",
    patents: "'filed': 'DATE'",
    incubation: "'date': 'DATE'",
    tasks: "'reported': 'DATE', 'since': 'DATE', 'due': 'DATE', 'measure': 'INTEGER'",
  };
  for (const [name, types] of Object.entries(figures)) {
    await connection.run(
      `CREATE TABLE "${name}" AS FROM read_csv('${folder}/${name}.csv', all_varchar = false, types = {${types}})`,
    );
  }
  return {
    async ask(sql) {
      return (await connection.runAndReadAll(sql)).getRowObjectsJS() as unknown as readonly Row[];
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
