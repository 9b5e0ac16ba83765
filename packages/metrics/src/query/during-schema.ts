import * as v from 'valibot';
import { fields, oneOf, whole, type Schema } from '../base/schema.js';
import { day, period } from '../plan/schema.js';
import { name } from './name.js';
import type { During, Grain, LastPeriods } from './period.js';

const most = 100_000;

const lastPeriods = fields<LastPeriods>('LastPeriods', {
  last: whole(1, most),
  grain: oneOf<Grain>({ day: true, week: true, month: true, quarter: true, 'half-year': true, year: true }),
  asOf: day,
});

/** By the form of the value, so that the problem is that of one form and not of all three. */
export const during: Schema<During> = v.lazy((input): Schema<During> => {
  if (typeof input === 'string') return name;
  return typeof input === 'object' && input !== null && Object.hasOwn(input, 'last') ? lastPeriods : period;
});
