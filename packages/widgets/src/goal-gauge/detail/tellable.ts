import type {
  ConflictingFigure,
  FormerTarget,
  Formula,
  Forecast,
  ForecastMethod,
  PublishedVerdict,
  Thresholds,
} from '@zj/metrics';
import { aDocument } from '../cited.js';
import { aDay, aText, isLike, orAbsent, orNull, type Sample } from '../../element/like.js';

/**
 * A verdict with valid parts alone: the others are left out. For schedules, methods and gaps in the data the form is checked
 * alone: a newer publisher may have kinds that this script has no word for.
 */
export interface Tellable extends Omit<
  PublishedVerdict,
  'thresholds' | 'forecast' | 'conflicts' | 'was' | 'formula' | 'averageGrowth'
> {
  readonly thresholds: Thresholds | null;
  readonly forecast: (Omit<Forecast, 'method'> & { readonly method: ForecastMethod | null }) | null;
  readonly conflicts: readonly ConflictingFigure[];
  readonly was: readonly FormerTarget[];
  readonly formula: Formula | null;
  readonly averageGrowth: number | null;
  /** Whether nothing is left out. */
  readonly whole: boolean;
}

const backtest = orNull({ origins: 0, error: 0, relative: orNull(0), coverage: orNull(0) });
const thresholds: Sample = {
  tooEarly: 0,
  onTrack: 0,
  atRisk: 0,
  onTrackProbability: 0,
  atRiskProbability: 0,
  smallCount: 0,
};
const values = orNull(
  (data) =>
    isLike(data, {}) &&
    Object.values(data as object).every((one) => isLike(one, orNull('')) || isLike(one, 0)),
);

const former: Sample = {
  target: orNull(0),
  range: orAbsent({ from: 0, to: 0 }),
  until: aDay,
  document: aDocument,
  reason: aText,
};

function isFormula(data: unknown): boolean {
  return [{ plus: 0 }, { percent: 0 }, { growth: 0, years: 0 }, { chain: [0] as const }].some((sample) =>
    isLike(data, sample),
  );
}

/** A clause of which the document is damaged keeps its words. */
function noClause(clause: unknown): PublishedVerdict['clause'] {
  return {
    quote: isLike(clause, { quote: aText })
      ? (clause as PublishedVerdict['clause']).quote
      : { zh: '', en: '' },
  };
}

/** The valid parts of a verdict, whose face is valid. */
export function tellable(verdict: PublishedVerdict): Tellable {
  let whole = true;
  const has = (data: unknown, sample: Sample): boolean => {
    const is = isLike(data, sample);
    whole &&= is;
    return is;
  };
  /** A part if it is like the sample, else its substitute. */
  const part = <Part, Other>(data: Part, sample: Sample, other: Other): Part | Other =>
    has(data, sample) ? data : other;
  /** Those parts of a list that are like the sample. */
  const list = <Part>(data: readonly Part[], sample: Sample): readonly Part[] =>
    has(data, Array.isArray) ? data.filter((one) => has(one, sample)) : [];

  const schedule: Sample = {
    kind: '',
    expected: 0,
    gap: 0,
    ratio: orNull(0),
  };
  const { forecast } = verdict;
  // Older files have none of them.
  const {
    before = null,
    completeness = [],
    conflicts = [],
    was = [],
    formula = null,
    averageGrowth = null,
  } = verdict as Partial<PublishedVerdict>;
  const told = {
    ...verdict,
    schedule: part(verdict.schedule, orNull(schedule), null),
    otherSchedules: list(verdict.otherSchedules, schedule),
    thresholds: part(verdict.thresholds, thresholds, null),
    forecast: forecast && {
      ...forecast,
      method: part(forecast.method, '', null),
      backtest: part(forecast.backtest, backtest, null),
    },
    forecasts: list(verdict.forecasts, {
      method: '',
      point: orNull(0),
      backtest,
      why: orNull(aText),
    }),
    needed: part(verdict.needed, orNull({ total: 0, months: 0, perMonth: 0 }), null),
    clause: part(verdict.clause, { quote: aText, document: orAbsent(aDocument) }, noClause(verdict.clause)),
    methods: list(verdict.methods, {
      method: '',
      inputs: values,
      outputs: values,
      words: aText,
    }),
    interpretations: list(verdict.interpretations, { question: aText, reading: aText }),
    before: part(before, orNull({ value: 0, date: aDay }), null),
    completeness: list(completeness, { kind: '', text: aText }),
    conflicts: list(conflicts, { value: 0, date: aDay, source: aText }),
    was: list(was, former),
    formula: part(formula, orNull(isFormula), null),
    averageGrowth: part(averageGrowth, orNull(0), null),
    sql: part(verdict.sql, '', ''),
  };
  return { ...told, whole };
}
