import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMetrics, type Condition, type FilterState, type Metrics, type Selection } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { throwDice, type Dice } from '../metrics/query/worlds.js';
import { patience, seeds } from '../soak.js';
import { openFolder, park, run } from './source.js';

// Three datasets of the park are confidential: its release holds their public cubes. Filters are of those cubes.

/** A confidential dataset, with each metric and the column that it sums. */
interface Subject {
  readonly dataset: string;
  readonly dimensions: readonly string[];
  readonly metrics: readonly { readonly metric: string; readonly column: string; readonly scale: number }[];
}

const subjects: readonly Subject[] = [
  {
    dataset: 'industry-revenue',
    dimensions: ['industry', 'sub_industry', 'zone'],
    metrics: [{ metric: 'industry-revenue', column: 'revenue', scale: 1e-4 }],
  },
  {
    dataset: 'service-packages',
    dimensions: ['need'],
    metrics: [
      { metric: 'service-packages', column: 'packages', scale: 1 },
      { metric: 'service-days', column: 'days', scale: 1 },
    ],
  },
  {
    dataset: 'science-finance',
    dimensions: ['instrument', 'industry'],
    metrics: [{ metric: 'science-finance', column: 'amount', scale: 1e-4 }],
  },
];
const least = 3;

/** A published cell, with that which only the raw rows tell: who contributed, and how much. */
interface PublishedCell {
  readonly month: string;
  readonly members: readonly (string | null)[];
  readonly who: Set<string>;
  /** The amounts of each metric in hundredths, in the order of the subject's. */
  readonly hundredths: number[];
}

let folder: Awaited<ReturnType<typeof openFolder>>;
const engine = nodeEngine();
const metrics: Metrics = createMetrics({ engine, cacheBytes: 0 });

beforeAll(async () => {
  folder = await openFolder();
  const out = join(folder.folder, 'release');
  expect((await run('publish', park, '--out', out)).code).toBe(0);
  await metrics.open(join(out, 'manifest.json'));
});
afterAll(async () => {
  await metrics.close();
  await folder.remove();
});

/** The published cells of a dataset, with that which its file tells of them. */
async function readCells({ dataset, dimensions, metrics: sums }: Subject): Promise<readonly PublishedCell[]> {
  const { columns, rowCount } = await engine.run(
    `SELECT CAST(month AS VARCHAR) AS month, ${dimensions.join(', ')} FROM ${dataset.replaceAll('-', '_')}`,
  );
  const published = new Map<string, PublishedCell>();
  for (let row = 0; row < rowCount; row++) {
    const [month, ...members] = columns.map(({ values }) => values[row] as string | null);
    const cell = { month: month!, members, who: new Set<string>(), hundredths: sums.map(() => 0) };
    published.set(JSON.stringify([month, ...members]), cell);
  }
  const [header, ...lines] = readFileSync(join(park, `data/${dataset}.csv`), 'utf8')
    .trim()
    .split('\n');
  const names = header!.split(',');
  for (const line of lines) {
    const cell = line.split(',');
    const of = (name: string): string => cell[names.indexOf(name)]!;
    const whole = dimensions.map(of);
    // A row belongs to the cell that tells most about it.
    const places = [...dimensions, ''].map((_, merged) =>
      JSON.stringify([of('month'), ...whole.map((one, i) => (i < whole.length - merged ? one : null))]),
    );
    const home = published.get(places.find((place) => published.has(place))!)!;
    const amounts = sums.map(({ column }) => Math.round(Number(of(column)) * 100));
    if (amounts.every((amount) => amount !== 0)) home.who.add(of('enterprise'));
    for (const [i, amount] of amounts.entries()) home.hundredths[i]! += amount;
  }
  return [...published.values()];
}

/** A dataset with its published cells. */
interface Scene extends Subject {
  readonly cells: readonly PublishedCell[];
}

interface Choice {
  readonly selection: Selection;
  /** Whether a cell meets the conditions on all fields but one. */
  readonly meets: (cell: PublishedCell, except?: string) => boolean;
}

function choose(
  { cells, dimensions }: Scene,
  { chance, pick, some, whole }: Dice,
  before?: Choices,
): Choices {
  const draw = (name: string): readonly (string | null)[] | undefined => {
    const members = [...new Set(cells.map((cell) => cell.members[dimensions.indexOf(name)]!))];
    return chance(0.4) ? undefined : [pick(members), ...some(members, 2)];
  };
  const period = (): string | undefined => {
    if (chance(0.3)) return undefined;
    const at = whole(0, 9);
    return `${2024 + Math.floor(at / 4)}-Q${(at % 4) + 1}`;
  };
  const fresh = { chosen: dimensions.map(draw), during: period() };
  if (!before) return fresh;
  // Two filters that differ in one thing tell most about it.
  const changed = whole(0, dimensions.length);
  const chosen = before.chosen.map((one, i) => (i === changed ? fresh.chosen[i] : one));
  return { chosen, during: changed === dimensions.length ? fresh.during : before.during };
}

interface Choices {
  readonly chosen: readonly (readonly (string | null)[] | undefined)[];
  readonly during: string | undefined;
}

const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
const firstDay = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.at(-1)) * 3 - 2).padStart(2, '0')}-01`;

function readChoice({ dimensions }: Scene, { chosen, during }: Choices): Choice {
  const where = chosen.flatMap((members, i): readonly Condition[] => {
    if (!members) return [];
    const column = dimensions[i]!;
    const names = members.filter((one) => one !== null);
    const listed: Condition = { column, in: names };
    if (names.length === members.length) return [listed];
    return [names.length === 0 ? { column, null: true } : { or: [listed, { column, null: true }] }];
  });
  return {
    selection: { where, ...(during !== undefined && { during }) },
    meets: (cell, except) =>
      (except === 'quarter' || during === undefined || quarterOf(cell.month) === during) &&
      chosen.every(
        (members, i) => !members || dimensions[i] === except || members.includes(cell.members[i]!),
      ),
  };
}

/** Each figure that a state tells, with the cells that it is the sum of. */
function told(
  state: FilterState,
  { meets }: Choice,
  { cells, dimensions }: Scene,
): readonly (readonly [string, number | null | undefined, number, readonly PublishedCell[]])[] {
  return state.fields.flatMap(({ name, values }) =>
    values.map(({ value, rows, figure }) => {
      const i = dimensions.indexOf(name);
      const own = (cell: PublishedCell): boolean =>
        i < 0 ? firstDay(quarterOf(cell.month)) === value : cell.members[i] === value;
      return [
        `${name} ${value}`,
        figure,
        rows,
        cells.filter((cell) => own(cell) && meets(cell, name)),
      ] as const;
    }),
  );
}

test.each(
  subjects.flatMap((subject) => subject.metrics.map((sum, index) => ({ ...subject, ...sum, index }))),
)(
  'of any two filters of the public cube of $dataset no difference in $metric is of fewer than three contributors',
  async ({ metric, scale, index, ...subject }) => {
    const scene: Scene = { ...subject, cells: await readCells(subject) };
    expect(scene.cells.some(({ members }) => members.includes(null))).toBe(true);
    // Months are counted by quarter, too.
    const fields = ['quarter', ...scene.dimensions];
    const filter = await metrics.filter({ dataset: scene.dataset, fields, metric });
    expect(filter.fields.slice(1).flatMap(({ empty = [] }) => empty)).toContain('merged');
    for (const seed of seeds('disclosure', 1000, 10)) {
      const dice = throwDice(seed);
      const first = choose(scene, dice);
      const [one, other] = [first, choose(scene, dice, first)].map((choices) =>
        readChoice(scene, choices),
      ) as [Choice, Choice];
      const [a, b] = [
        told(await filter.select(one.selection), one, scene),
        told(await filter.select(other.selection), other, scene),
      ];
      const why = `seed ${seed}: ${JSON.stringify([one.selection, other.selection])}`;
      for (const [place, figure, rows, of] of [...a, ...b]) {
        // The figure is that of whole published cells, so that nothing else can be had from it.
        expect(rows, `${why}, ${place}`).toBe(of.length);
        const sum = (of.reduce((total, { hundredths }) => total + hundredths[index]!, 0) / 100) * scale;
        if (of.length > 0)
          expect(Math.abs(figure! - sum), `${why}, ${place}`).toBeLessThanOrEqual(1e-9 * sum);
      }
      for (const [i, [place, , , cellsOfA]] of a.entries()) {
        const cellsOfB = b[i]![3];
        for (const [some, others] of [
          [cellsOfA, cellsOfB],
          [cellsOfB, cellsOfA],
        ] as const) {
          const apart = some.filter((cell) => !others.includes(cell));
          const who = new Set(apart.flatMap((cell) => [...cell.who]));
          if (apart.length > 0) expect(who.size, `${why}, ${place}`).toBeGreaterThanOrEqual(least);
        }
      }
    }
  },
  patience(),
);
