import type { Contract, Engine, Metric } from '@zj/metrics';
import type { TextTable } from '../../../packages/metrics/src/dataset/text-table.js';

const words = (en: string) => ({ zh: en, en });

/** A dataset of a caller's own: visitors of each zone, day by day, and their fees. */
export const visits: Contract = {
  ...{ version: 1, id: 'visits', name: words('Visits'), description: words('Visitors by day and zone') },
  ...{ file: 'visits.csv', source: words('Counted at the gate'), reportedThrough: '2026-02-28' },
  columns: [
    { name: 'day', label: words('Day'), type: 'DATE', required: true },
    { name: 'zone', label: words('Zone'), type: 'VARCHAR', required: true },
    { name: 'visitors', label: words('Visitors'), type: 'INTEGER', minimum: 0 },
    { name: 'fee', label: words('Fee'), type: 'DECIMAL(18,2)' },
  ],
  ...{ key: ['day', 'zone'], time: { column: 'day', grain: 'day' } },
};

export const visitors: Metric = {
  ...{ id: 'visitors', name: words('Visitors'), description: words('All who came'), dataset: 'visits' },
  ...{ measure: { sum: 'visitors' }, unit: words('persons') },
};
export const fees: Metric = {
  ...{ id: 'fees', name: words('Fees'), description: words('All they paid'), dataset: 'visits' },
  ...{ measure: { sum: 'fee' }, unit: words('yuan') },
};
export const feePerVisitor: Metric = {
  ...{ id: 'fee-per-visitor', name: words('Fee per visitor'), description: words('What one paid') },
  ...{ measure: { ratio: ['fees', 'visitors'] }, unit: words('yuan') },
};

export const rows = [
  'day,zone,visitors,fee',
  '2026-01-05,east,10,100.10',
  '2026-01-06,west,5,50.20',
  '2026-02-01,east,7,70.30',
];

/** Lines of cells without quotation marks as the table of a file. */
export function tableOf(lines: readonly string[], file = 'visits.csv'): TextTable {
  const cells = lines.map((line) => line.split(','));
  const [header = [], ...body] = cells;
  return {
    file,
    header: header.map((name, i) => ({ name, place: `${file}:1:${i + 1}` })),
    rowCount: body.length,
    columns: header.map((_, column) => body.map((row) => (row[column] === '' ? null : row[column]!))),
    placeOf: (row, column) =>
      `${file}:${row + 2}:${body[row]!.slice(0, column).join(',').length + (column === 0 ? 1 : 2)}`,
    rejects: [],
    notes: [],
  };
}

/** An engine that records its statements. */
export function watch(engine: Engine, statements: string[]): Engine {
  return new Proxy(engine, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key, target);
      if (typeof member !== 'function') return member;
      const method = member as (...given: readonly unknown[]) => unknown;
      return (...given: readonly unknown[]) => {
        if (key === 'run') statements.push(String(given[0]));
        return method.apply(target, [...given]);
      };
    },
  });
}

/** The code with which a call ends, `answered` where it does not fail. */
export function codeOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'answered',
    (error: { readonly code?: unknown }) => error.code ?? error,
  );
}
