import * as v from 'valibot';
import { contract } from '../dataset/schema.js';
import type {
  Averaged,
  Backtest,
  Breach,
  DatedFigure,
  Forecast,
  ForecastMethod,
  ForecastTrial,
  GoalKind,
  LimitPeriod,
  MethodVerdict,
  Needed,
  PeriodGrain,
  Schedule,
  Status,
} from '../goal/verdict.js';
import type { Completeness } from '../query/completeness.js';
import type { PublishedMethod } from '../plan/plan.js';
import { metric, seriesOrderEntries } from '../metric/schema.js';
import {
  bilingual,
  bound,
  clause,
  conflicts,
  day,
  direction,
  formerTargets,
  formula,
  interpretation,
  method,
  nature,
  period,
  plan,
  publishedMethod,
  qualifier,
  range,
  text,
  thresholds,
  unit,
} from '../plan/schema.js';
import {
  fields,
  figure,
  flag,
  id,
  list,
  oneOf,
  orNull,
  pattern,
  says,
  schemaAddress,
  share,
  version,
  whole,
  words,
  type Schema,
  optional,
  type Entries,
} from '../base/schema.js';
import { say } from '../base/sentence.js';
import type {
  CubeReport,
  Manifest,
  PublishedDataset,
  PublishedVerdict,
  PublishedWarning,
  ReleaseFile,
  RowCounts,
  SeriesFiles,
  Verdicts,
  WithheldGoal,
} from './manifest.js';

const remedy = say`Publish the release again: zj publish.`;

export const sha256 = pattern(/^[0-9a-f]{64}$/, say`a SHA-256 of 64 hexadecimal digits`, remedy);

/** A file of the release lies inside it: its path never leads elsewhere, nor to another site. */
const fileEntries: Entries<ReleaseFile> = {
  path: pattern(
    /^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)*$/,
    say`the path of a file inside the release`,
    remedy,
  ),
  bytes: whole(),
  sha256,
};
const file = fields<ReleaseFile>('ReleaseFile', fileEntries);

export const rows = fields<RowCounts>('RowCounts', { read: whole(), kept: whole(), rejected: whole() });

const cubeReport = fields<CubeReport>('CubeReport', {
  cells: whole(),
  merged: whole(),
  published: whole(),
  contributors: whole(1),
  dominance: share,
});

const dataset = fields<PublishedDataset>('PublishedDataset', {
  contract,
  table: pattern(/^[a-z][a-z0-9_]*$/, say`the name of a table`, remedy),
  rows,
  published: whole(),
  digest: sha256,
  cube: optional(cubeReport),
});

export const manifest: Schema<Manifest> = fields<Manifest>('Manifest', {
  $schema: schemaAddress,
  version,
  plan,
  metrics: list(metric),
  asOf: day,
  demo: flag,
  engine: words,
  files: fields<Manifest['files']>('ReleaseFiles', {
    verdicts: file,
    database: file,
    series: optional(
      fields<SeriesFiles>('SeriesFiles', {
        goals: list(fields<SeriesFiles['goals'][number]>('GoalSeriesFile', { ...fileEntries, goal: id })),
        metrics: list(
          fields<SeriesFiles['metrics'][number]>('MetricSeriesFile', {
            ...fileEntries,
            ...seriesOrderEntries,
          }),
        ),
      }),
    ),
    ladder: optional(file),
    tasks: optional(file),
  }),
  datasets: list(dataset),
  warnings: list(
    fields<PublishedWarning>('PublishedWarning', {
      code: words,
      where: v.string(),
      message: words,
      remedy: words,
    }),
  ),
});

const status = oneOf<Status>({
  achieved: true,
  'on-track': true,
  'at-risk': true,
  'off-track': true,
  missed: true,
  'no-data': true,
  'not-assessable': true,
});

const schedule = fields<Schedule>('Schedule', {
  kind: oneOf<Schedule['kind']>({ linear: true, 'same-period': true, path: true }),
  expected: figure,
  gap: figure,
  ratio: orNull(figure),
});

const pair = says(say`a list of two numbers`, say`Write the lower and the upper end: [1, 3].`);
/** The ends of an interval. */
export const interval = v.strictTuple([figure, figure], pair);
export const forecastMethod = oneOf<ForecastMethod>({
  'run-rate': true,
  'same-period': true,
  trend: true,
  holt: true,
  'holt-damped': true,
  'holt-winters-additive': true,
  'holt-winters-additive-damped': true,
  'holt-winters-multiplicative': true,
  'holt-winters-multiplicative-damped': true,
  'poisson-gamma': true,
});

const backtest = fields<Backtest>('Backtest', {
  origins: whole(),
  error: figure,
  relative: orNull(figure),
  coverage: orNull(share),
});

const forecast = fields<Forecast>('Forecast', {
  method: forecastMethod,
  point: figure,
  interval: orNull(interval),
  probability: orNull(share),
  backtest: orNull(backtest),
});

const trial = fields<ForecastTrial>('ForecastTrial', {
  method: forecastMethod,
  point: orNull(figure),
  backtest: orNull(backtest),
  why: orNull(bilingual),
});

const needed = fields<Needed>('Needed', { total: figure, months: figure, perMonth: figure });

const named = v.record(v.string(), v.union([figure, v.string(), v.null()]));
const methodVerdict = fields<MethodVerdict>('MethodVerdict', {
  method: oneOf<PublishedMethod>(publishedMethod),
  inputs: orNull(named),
  outputs: orNull(named),
  words: bilingual,
});

export const completeness = fields<Completeness>('Completeness', {
  dataset: id,
  kind: oneOf<Completeness['kind']>({
    rejected: true,
    empty: true,
    merged: true,
    missing: true,
    silent: true,
  }),
  column: optional(words),
  means: optional(
    oneOf<NonNullable<Completeness['means']>>({
      empty: true,
      'not-applicable': true,
      'not-available': true,
      suppressed: true,
      'below-half': true,
    }),
  ),
  count: whole(1),
  names: list(v.string()),
  text: bilingual,
});

/** The parts of a verdict that only goals of METHODS §8 have. */
type Kept = Pick<
  PublishedVerdict,
  | 'kind'
  | 'bound'
  | 'range'
  | 'margin'
  | 'grain'
  | 'fiscalStart'
  | 'averaged'
  | 'periods'
  | 'breaches'
  | 'formula'
  | 'averageGrowth'
>;

export const periodGrain = oneOf<PeriodGrain>({
  day: true,
  month: true,
  quarter: true,
  'half-year': true,
  year: true,
});
const provisional = optional(flag);
const kept: Entries<Kept> = {
  kind: optional(
    oneOf<GoalKind>({
      average: true,
      floor: true,
      ceiling: true,
      range: true,
      'each-period': true,
      relative: true,
      growth: true,
      chain: true,
    }),
  ),
  bound: optional(bound),
  range: optional(range),
  margin: optional(orNull(figure)),
  grain: optional(periodGrain),
  fiscalStart: optional(whole(1, 12)),
  averaged: optional(fields<Averaged>('Averaged', { periods: whole(), of: whole() })),
  periods: optional(
    list(
      fields<LimitPeriod>('LimitPeriod', {
        date: day,
        value: orNull(figure),
        kept: orNull(flag),
        provisional,
        estimated: optional(flag),
      }),
    ),
  ),
  breaches: optional(list(fields<Breach>('Breach', { value: figure, date: day, provisional }))),
  formula: optional(formula),
  averageGrowth: optional(orNull(figure)),
};

export const verdict = fields<PublishedVerdict>('PublishedVerdict', {
  goal: id,
  method,
  asOf: day,
  dataThrough: orNull(day),
  actual: orNull(figure),
  before: orNull(fields<DatedFigure>('DatedFigure', { value: figure, date: day })),
  baseline: orNull(figure),
  target: orNull(figure),
  ...kept,
  attainment: orNull(figure),
  schedule: orNull(schedule),
  otherSchedules: list(schedule),
  forecast: orNull(forecast),
  forecasts: list(trial),
  needed: orNull(needed),
  status,
  published: orNull(methodVerdict),
  stale: flag,
  provisional: flag,
  revised: optional(v.literal(true, says(say`the value true`, remedy))),
  thresholds,
  reason: bilingual,
  name: text,
  unit,
  qualifier,
  nature: optional(nature),
  was: optional(formerTargets),
  direction,
  period,
  count: flag,
  clause,
  methods: list(methodVerdict),
  interpretations: list(interpretation),
  source: text,
  nextUpdate: optional(day),
  completeness: list(completeness),
  conflicts: optional(conflicts),
  demo: flag,
  sql: words,
});

/** The plan's name in a file. */
export const planHead = fields<Verdicts['plan']>('VerdictsPlan', {
  id,
  title: text,
  number: optional(words),
});

export const verdicts: Schema<Verdicts> = fields<Verdicts>('Verdicts', {
  $schema: schemaAddress,
  version,
  plan: planHead,
  asOf: day,
  manifest: sha256,
  verdicts: list(verdict),
  withheld: list(fields<WithheldGoal>('WithheldGoal', { goal: id, name: text, reason: bilingual })),
});
