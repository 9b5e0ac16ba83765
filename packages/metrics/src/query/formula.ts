import { figureStates, type FigureState } from '../base/state.js';
import type { Contract, StateColumn } from '../dataset/contract.js';
import { stateWords } from '../dataset/revision.js';
import {
  digitsOf,
  isComposite,
  isSeriesMetric,
  readMeasure,
  termsOf,
  type SeriesMetric,
} from '../metric/measure.js';
import type { Metric, Term } from '../metric/metric.js';
import type { Leaf } from './question.js';
import {
  call,
  cast,
  column,
  number,
  operation,
  or,
  text,
  type Aggregate,
  type AggregateName,
  type Expr,
} from './sql/node.js';

/** Something that is added up, counted or found over rows, from which a measure follows. */
export interface State {
  readonly name: string;
  readonly make: Aggregate;
  /** How the states of parts make that of the whole; absent where they do not. */
  readonly merge?: AggregateName;
  /** Columns that it reads. */
  readonly uses: readonly string[];
  /** The state of a figure (METHODS §2) that it counts the rows of. */
  readonly tells?: FigureState;
}

/** A figure as an expression; exact ones are INTEGER or DECIMAL until the end. */
export interface Figure {
  readonly of: Expr;
  readonly exact: boolean;
}

/** The states of a metric over rows, the first its main one; the last holds the reporters, or counts rows by how settled they are, if that is asked for. */
export function statesOf(leaf: Leaf): readonly State[] {
  const { metric, reporters } = leaf;
  if (leaf.states) return [...measureStates(leaf), ...settledness(leaf, leaf.states)];
  if (reporters === undefined) return measureStates(leaf);
  const of = column(reporters);
  const { column: measured, weight } = readMeasure(metric.measure);
  const names = [...new Set([reporters, measured, weight])].filter((one) => one !== undefined);
  // Who leaves the cell empty tells no figure.
  const where = names.map((one): Expr => ({ kind: 'isNull', of: column(one), not: true }));
  const make: Aggregate = { kind: 'aggregate', name: 'members', of, where };
  const name = `${metric.id.replaceAll('-', '_')}_reporters`;
  return [...measureStates(leaf), { name, make, merge: 'lists', uses: names }];
}

/** How many rows have each state but `final`, by the words of their column. */
function settledness({ metric, contract }: Leaf, states: StateColumn): readonly State[] {
  const of = column(states.column);
  const words = stateWords(states);
  const possible = figureStates.filter((state) => words.some(([, one]) => one === state));
  return possible
    .filter((state) => state !== 'final')
    .map((state, i): State => {
      const list = words.flatMap(([word, one]) => (one === state ? [text(word)] : []));
      const listed: Expr = list.length === 1 ? operation(of, '=', list[0]!) : { kind: 'in', of, list };
      // Every row of a cube had a state: of a merged cell it is not published, and may have been the weakest.
      const merged = contract.cube !== undefined && i === 0;
      const test = merged ? or(listed, { kind: 'isNull', of }) : listed;
      return {
        name: `${metric.id.replaceAll('-', '_')}_${state}`,
        make: { kind: 'aggregate', name: 'count', where: [test] },
        merge: 'sum',
        uses: [states.column],
        tells: state,
      };
    });
}

function measureStates({ metric, contract }: Leaf): readonly State[] {
  const { kind, column: name, weight } = readMeasure(metric.measure);
  const own = metric.id.replaceAll('-', '_');
  const uses = [name, weight].filter((one) => one !== undefined);
  if (name === undefined) {
    return [{ name: own, make: { kind: 'aggregate', name: 'count' }, merge: 'sum', uses }];
  }
  const of = column(name);
  const one = (name: AggregateName, merge?: AggregateName): State => ({
    name: own,
    make: { kind: 'aggregate', name, of },
    ...(merge && { merge }),
    uses,
  });
  switch (kind) {
    case 'sum':
    case 'last':
      return [{ name: own, ...sumOf(of, digits(name, contract) !== undefined), uses }];
    case 'minimum':
    case 'maximum':
      return [one(kind, kind)];
    case 'average':
      return weight === undefined
        ? [
            { name: `${own}_sum`, ...sumOf(of, digits(name, contract) !== undefined), uses },
            { name: `${own}_count`, make: { kind: 'aggregate', name: 'count', of }, merge: 'sum', uses },
          ]
        : weighted(own, name, weight, contract);
    case 'median':
    case 'quantile': {
      const at = 'at' in metric.measure ? metric.measure.at : 0.5;
      return [{ name: own, make: { kind: 'aggregate', name: 'quantile', of, at }, uses }];
    }
    default:
      return [one('countDistinct')];
  }
}

function sumOf(of: Expr, exact: boolean): Pick<State, 'make' | 'merge'> {
  const name = exact ? 'sum' : 'compensatedSum';
  return { make: { kind: 'aggregate', name, of }, merge: name };
}

function weighted(own: string, name: string, weight: string, contract: Contract): readonly State[] {
  const [of, by] = [column(name), column(weight)];
  const [value, factor] = [digits(name, contract), digits(weight, contract)];
  // A product of more than 38 digits has no exact type.
  const exact = value && factor && value.width + factor.width <= 38;
  const product = exact
    ? operation(cast(of, `DECIMAL(38,${value.decimals})`), '*', cast(by, `DECIMAL(38,${factor.decimals})`))
    : operation(cast(of, 'DOUBLE'), '*', cast(by, 'DOUBLE'));
  const { make, merge } = sumOf(by, factor !== undefined);
  const both: Expr = { kind: 'isNull', of, not: true };
  const uses = [name, weight];
  return [
    { name: `${own}_sum`, ...sumOf(product, exact === true), uses },
    { name: `${own}_weight`, make: { ...make, where: [both] }, ...(merge && { merge }), uses },
  ];
}

function digits(name: string, { columns }: Contract) {
  return digitsOf(columns.find((one) => one.name === name)!.type);
}

/** The context of a formula: the step that it stands in. */
export interface Scope {
  leaf(id: string): Leaf;
  /** The state of a leaf, in the order of {@link statesOf}. */
  state(leaf: Leaf, index: number): Expr;
  readonly known: ReadonlyMap<string, Metric>;
  /** The figure of an index or a moving average; absent where none can be asked for. */
  series?(metric: SeriesMetric): Figure;
  /** Whether such a figure is computed from rows of a state (METHODS §2); absent where none says so. */
  seriesState?(metric: SeriesMetric, state: FigureState): Expr | undefined;
}

/** A metric as a figure: its measure, its scale, and its figure without rows. */
export function figureOf(metric: Metric, scope: Scope): Figure {
  const { measure, empty } = metric;
  const figure = isComposite(measure) ? combine(metric, scope) : measureOf(scope.leaf(metric.id), scope);
  const counts = 'count' in measure || 'countDistinct' in measure;
  if (empty === 'null' && counts) return { ...figure, of: call('nullif', figure.of, number(0)) };
  return empty === 'zero' && !counts ? { ...figure, of: call('coalesce', figure.of, number(0)) } : figure;
}

function measureOf(leaf: Leaf, scope: Scope): Figure {
  const { metric, contract } = leaf;
  const { kind, column: name, weight } = readMeasure(metric.measure);
  const { scale = 0 } = metric;
  const exact = name === undefined ? { width: 18, decimals: 0 } : digits(name, contract);
  const main = scope.state(leaf, 0);
  switch (kind) {
    case 'count':
    case 'countDistinct':
      return scaled({ of: orZero(main), exact: true }, scale);
    case 'sum':
    case 'last':
      return scaled({ of: exact ? main : finite(main), exact: exact !== undefined }, scale);
    case 'minimum':
    case 'maximum':
      // A DECIMAL(18,2) times a power of ten would have to stay in 18 digits.
      return scaled(
        { of: exact ? cast(main, `DECIMAL(38,${exact.decimals})`) : main, exact: exact !== undefined },
        scale,
      );
    case 'average': {
      const light = weight === undefined || digits(weight, contract) !== undefined;
      const whole = exact !== undefined && light;
      const sum = scaled({ of: whole ? main : finite(main), exact: whole }, scale);
      const size = scope.state(leaf, 1);
      return { of: divide(sum.of, light ? size : finite(size)), exact: false };
    }
    default:
      return scaled({ of: main, exact: false }, scale);
  }
}

function combine(metric: Metric, scope: Scope): Figure {
  const { measure, scale = 0 } = metric;
  if (!isComposite(measure)) return measureOf(scope.leaf(metric.id), scope);
  if (isSeriesMetric(metric)) return scope.series!(metric);
  const { key, terms } = termsOf(measure);
  const figures = terms.map((term) => termOf(term, scope));
  if (key === 'ratio') return scaled({ of: divide(figures[0]!.of, figures[1]!.of), exact: false }, scale);
  const exact = key !== 'multiply' && figures.every((one) => one.exact);
  const operator = ({ add: '+', subtract: '-', multiply: '*' } as const)[
    key as 'add' | 'subtract' | 'multiply'
  ];
  const operands = figures.map(({ of }) => (exact ? of : cast(of, 'DOUBLE')));
  return scaled({ of: operands.reduce((left, right) => operation(left, operator, right)), exact }, scale);
}

function termOf(term: Term, scope: Scope): Figure {
  if (typeof term === 'string') return figureOf(scope.known.get(term)!, scope);
  const digits = String(term);
  return { of: number(digits), exact: /^-?[\d.]{1,18}$/.test(digits) };
}

/** A figure times ten to a power. Beyond 18 digits a literal would no longer be exact beside a sum; the engine raises an error on overflow. */
export function scaled({ of, exact }: Figure, scale: number): Figure {
  if (scale === 0) return { of, exact };
  const power = `1${'0'.repeat(Math.abs(scale))}`;
  if (scale > 0) return { of: operation(of, '*', number(power)), exact };
  // A DOUBLE divided by a power of ten is rounded once; that power below one is not even a DOUBLE.
  const of10 = exact
    ? operation(of, '*', number(`0.${'0'.repeat(-scale - 1)}1`))
    : operation(cast(of, 'DOUBLE'), '/', number(power));
  return { of: of10, exact };
}

/** A quotient in DOUBLE; nothing by zero. */
export function divide(a: Expr, b: Expr): Expr {
  return operation(cast(a, 'DOUBLE'), '/', call('nullif', cast(b, 'DOUBLE'), number(0)));
}

/** Nothing, where a sum of DOUBLE is beyond their range: it would be the largest of all, and spoil the metrics made of it. */
export function finite(of: Expr): Expr {
  return { kind: 'case', when: [[call('isfinite', of), of]] };
}

/** A count over rows is never empty; one of parts, or beside another dataset, may be. */
function orZero(of: Expr): Expr {
  const sure = of.kind === 'aggregate' && (of.name === 'count' || of.name === 'countDistinct');
  return sure ? of : call('coalesce', of, number(0));
}
