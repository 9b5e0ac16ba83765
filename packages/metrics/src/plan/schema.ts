import * as v from 'valibot';
import {
  address,
  columnName,
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
  written,
  type Schema,
  optional,
} from '../base/schema.js';
import { say } from '../base/sentence.js';
import { targetRemedy } from './bounds.js';
import { isDay } from '../base/day.js';
import type {
  Accumulate,
  Area,
  Baseline,
  CitedDocument,
  Clause,
  ConflictingFigure,
  Direction,
  FormerTarget,
  Goal,
  Interpretation,
  Ladder,
  LadderRegister,
  Method,
  Milestone,
  Organisation,
  Period,
  Plan,
  PlanDocument,
  PlanEvent,
  Platform,
  PublishedMethod,
  Qualifier,
  Safeguard,
  Task,
  Theme,
  Thresholds,
  Tier,
} from './plan.js';
import type { Day } from '../base/day.js';
import type { Bilingual, Text } from '../base/text.js';
import type { Unit } from '../base/unit.js';
import type { Bound, Formula, LimitGrain, Nature, Range } from './target-kind.js';

const aDay = says(say`a day of the calendar`, say`Write year, month and day, such as 2026-10-31.`);
/** A calendar day. */
export const day: Schema<Day> = v.pipe(
  v.string(aDay),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, aDay),
  v.check(isDay, aDay),
  v.metadata({ format: 'date' }),
);

export const text = written<Text>('Text', {});
/** Words that this package composes. */
export const bilingual = fields<Bilingual>('Bilingual', { zh: words, en: words });

export const period = fields<Period>('Period', { start: day, end: day });

/** Ten to this power, within the range of a double beside a figure. */
export const power = whole(-18, 18);

const singularAlone = says(
  say`a unit with its plural ("en") beside its singular ("one")`,
  say`Write "en", the English unit of more than one, or remove "one".`,
);
export const unit: Schema<Unit> = v.pipe(
  written<Unit>('Unit', { one: optional(words), power: optional(power) }),
  v.check(({ en, one }) => one === undefined || en !== undefined, singularAlone),
  v.metadata({ dependentRequired: { one: ['en'] } }),
  v.title('Unit'),
);

const citedDocument = fields<CitedDocument>('CitedDocument', {
  title: text,
  number: optional(words),
  url: optional(address),
});

export const clause = fields<Clause>('Clause', {
  quote: text,
  verb: optional(text),
  document: optional(citedDocument),
});

export const qualifier = written<Qualifier>('Qualifier', {
  binding: oneOf<Qualifier['binding']>({ firm: true, aspirational: true }),
});

export const direction = oneOf<Direction>({ increase: true, decrease: true });

export const interpretation = fields<Interpretation>('Interpretation', { question: text, reading: text });

export const publishedMethod = {
  'open-sdg': true,
  'un-chart': true,
  destatis: true,
  escap: true,
  linear: true,
} as const satisfies Record<PublishedMethod, true>;
export const method = oneOf<Method>({ default: true, ...publishedMethod });

const threshold: { readonly [K in keyof Thresholds]: Schema<number> } = {
  tooEarly: share,
  onTrack: share,
  atRisk: share,
  onTrackProbability: share,
  atRiskProbability: share,
  smallCount: whole(0, 1000),
};
export const thresholds = fields<Thresholds>('Thresholds', threshold);
export const someThresholds = fields<Partial<Thresholds>>('Thresholds', {
  tooEarly: optional(threshold.tooEarly),
  onTrack: optional(threshold.onTrack),
  atRisk: optional(threshold.atRisk),
  onTrackProbability: optional(threshold.onTrackProbability),
  atRiskProbability: optional(threshold.atRiskProbability),
  smallCount: optional(threshold.smallCount),
});

/** A figure, or else the remedy for the form that was probably meant. */
const target = v.pipe(
  v.number(({ input }) => says(say`a number`, targetRemedy(input))),
  v.finite(says(say`a number that is not too large`, say`Write a smaller number.`)),
);

/** Figures that contradict the one that a goal uses. */
export const conflicts = list(
  fields<ConflictingFigure>('ConflictingFigure', { value: figure, date: day, source: text }),
);

export const range = fields<Range>(
  'Range',
  { from: figure, to: figure },
  say`Write a range as { "from": 4.5, "to": 5.5 }.`,
);

const hold: Schema<boolean | 'each-period'> = v.union(
  [v.boolean(), v.literal('each-period')],
  says(say`true, false or "each-period"`, say`Write true, false or "each-period".`),
);

const aFormula = says(
  say`a formula: "plus", "percent", "growth" with "years", or "chain"`,
  say`Write one of { "plus": 1 }, { "percent": -13.5 }, { "growth": 7, "years": 5 } and { "chain": [-3, -3.1] }.`,
);
export const formula: Schema<Formula> = v.union(
  [
    fields<{ plus: number }>('Plus', { plus: figure }),
    fields<{ percent: number }>('Percent', { percent: figure }),
    fields<{ growth: number; years: number }>('Growth', { growth: figure, years: whole(1, 100) }),
    fields<{ chain: readonly number[] }>('Chain', { chain: list(figure, 1) }),
  ],
  aFormula,
);

export const nature = oneOf<Nature>(
  { binding: true, expected: true },
  say`Write "binding" (约束性) or "expected" (预期性).`,
);
export const bound = oneOf<Bound>(
  { 'at-least': true, 'at-most': true },
  say`Write "at-least" (不低于) or "at-most" (控制在…以内).`,
);

/** Targets that a later document changed. */
export const formerTargets = list(
  fields<FormerTarget>('FormerTarget', {
    target: orNull(target),
    range: optional(range),
    until: day,
    document: citedDocument,
    reason: text,
  }),
);

export const milestone = fields<Milestone>('Milestone', { date: day, value: figure });

export const goal = fields<Goal>('Goal', {
  id,
  name: text,
  metric: id,
  theme: optional(id),
  clause,
  qualifier,
  target: orNull(target),
  bound: optional(bound),
  range: optional(range),
  formula: optional(formula),
  was: optional(formerTargets),
  nature: optional(nature),
  unit,
  deadline: text,
  period,
  accumulate: oneOf<Accumulate>({ total: true, since: true, level: true, average: true }),
  direction: optional(direction),
  baseline: optional(orNull(fields<Baseline>('Baseline', { value: figure, date: day }))),
  hold: optional(hold),
  grain: optional(oneOf<LimitGrain>({ month: true, quarter: true, 'half-year': true, year: true })),
  milestones: optional(list(milestone)),
  thresholds: optional(someThresholds),
  method: optional(method),
  conflicts: optional(conflicts),
  interpretations: list(interpretation),
});

const planDocument = fields<PlanDocument>('PlanDocument', {
  title: text,
  notice: optional(text),
  number: optional(words),
  index: optional(words),
  issuer: text,
  publisher: optional(text),
  printingOffice: optional(text),
  openness: optional(text),
  publicNote: optional(text),
  signed: optional(day),
  published: optional(day),
  printed: optional(day),
  period,
  addressees: optional(text),
  copied: optional(text),
  basis: list(text),
  vision: optional(text),
  leadingIndustry: optional(text),
  featureIndustry: optional(text),
  aim: optional(text),
  interpretations: list(interpretation),
});

export const taskId = pattern(
  /^[A-Za-z0-9-]+\.[1-9]\d*$/,
  say`an area's name, a dot and a number`,
  say`Write it like A1.2.`,
);

const task = fields<Task>('Task', {
  id: taskId,
  title: text,
  measures: list(text),
});

export const areaId = pattern(
  /^[A-Za-z0-9-]+$/,
  say`a name of letters, digits and hyphens`,
  say`Write it like A1.`,
);

export const area = fields<Area>('Area', {
  id: areaId,
  ordinal: words,
  title: text,
  tasks: list(task),
});

const tier = fields<Tier>('Tier', {
  id,
  name: text,
  support: text,
  goal: optional(id),
  events: optional(list(words, 1)),
  until: optional(list(words, 1)),
});

const register = fields<LadderRegister>('LadderRegister', {
  dataset: id,
  event: columnName,
  subject: columnName,
});

const ladder = fields<Ladder>('Ladder', {
  quote: text,
  register: optional(register),
  tiers: list(tier, 1),
});

export const safeguard = fields<Safeguard>('Safeguard', {
  ordinal: words,
  title: text,
  measures: list(text),
});

export const organisation = written<Organisation>('Organisation', { role: text });

export const planEvent = fields<PlanEvent>('PlanEvent', {
  id,
  name: text,
  date: day,
  until: optional(day),
  note: optional(text),
  document: optional(citedDocument),
  goals: optional(list(id, 1)),
  metrics: optional(list(id, 1)),
  demo: optional(flag),
});

export const plan: Schema<Plan> = fields<Plan>('Plan', {
  $schema: schemaAddress,
  version,
  id,
  fiscalStart: optional(whole(1, 12)),
  document: planDocument,
  goals: list(goal),
  themes: list(fields<Theme>('Theme', { id, ordinal: words, title: text })),
  areas: list(area),
  taskReports: optional(id),
  safeguards: list(safeguard),
  organisations: list(organisation),
  ladder: optional(ladder),
  platforms: list(fields<Platform>('Platform', { id, name: text, kind: id, task: words })),
  places: list(text),
  funds: list(text),
  events: optional(list(planEvent)),
  notes: list(text),
});
