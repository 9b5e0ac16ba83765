import * as v from 'valibot';
import {
  fields,
  figure,
  flag,
  list,
  oneOf,
  optional,
  orNull,
  says,
  schemaAddress,
  share,
  version,
  whole,
  type Schema,
} from '../base/schema.js';
import { say } from '../base/sentence.js';
import type { FigureState } from '../base/state.js';
import { day, milestone, planEvent, text } from '../plan/schema.js';
import { forecastMethod, interval, periodGrain, sha256, verdict } from './schema.js';
import type { ForecastPoint, GoalPeriod, GoalSeries, SeriesForecast } from './series-file.js';

const again = say`Publish the release again: zj publish.`;

type Due = NonNullable<GoalPeriod['due']>;
const due = fields<Due>('DueFigures', {
  linear: optional(figure),
  'same-period': optional(figure),
  path: optional(figure),
});

const period = fields<GoalPeriod>('GoalPeriod', {
  start: day,
  end: day,
  value: orNull(figure),
  state: optional(oneOf<FigureState>({ final: true, provisional: true, estimate: true, revised: true })),
  lack: optional(oneOf<NonNullable<GoalPeriod['lack']>>({ missing: true, omitted: true, coming: true })),
  partial: optional(day),
  toDate: optional(orNull(figure)),
  lastYear: optional(figure),
  lastYearToDate: optional(figure),
  due: optional(due),
  kept: optional(flag),
});

const forecast = fields<SeriesForecast>('SeriesForecast', {
  method: forecastMethod,
  level: share,
  points: list(
    fields<ForecastPoint>('ForecastPoint', {
      end: day,
      point: figure,
      interval: orNull(interval),
      coverage: orNull(share),
    }),
    1,
  ),
});

export const goalSeries: Schema<GoalSeries> = fields<GoalSeries>('GoalSeries', {
  $schema: schemaAddress,
  version,
  kind: v.literal('goal', says(say`the word "goal"`, again)),
  manifest: sha256,
  verdict,
  grain: periodGrain,
  fiscalStart: optional(whole(1, 12)),
  periods: list(period, 1),
  milestones: optional(list(milestone, 1)),
  forecast: optional(forecast),
  events: list(planEvent),
  notes: list(text),
});
