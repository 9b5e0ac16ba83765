import * as v from 'valibot';
import {
  fields,
  flag,
  id,
  list,
  optional,
  orNull,
  says,
  schemaAddress,
  version,
  whole,
  words,
  type Schema,
} from '../base/schema.js';
import { say } from '../base/sentence.js';
import { columnValue } from '../dataset/schema.js';
import { day, text } from '../plan/schema.js';
import type { LadderMove, PublishedLadder, PublishedTier } from './ladder-file.js';
import { planHead, rows, sha256 } from './schema.js';

const again = say`Publish the release again: zj publish.`;

const tier = fields<PublishedTier>('PublishedTier', {
  id,
  name: text,
  support: text,
  goal: optional(id),
  events: list(columnValue, 1),
  until: optional(list(columnValue, 1)),
});

const move = fields<LadderMove>('LadderMove', {
  date: day,
  from: orNull(id),
  to: orNull(id),
  count: whole(1),
});

export const ladder: Schema<PublishedLadder> = fields<PublishedLadder>('PublishedLadder', {
  $schema: schemaAddress,
  version,
  kind: v.literal('ladder', says(say`the word "ladder"`, again)),
  manifest: sha256,
  plan: planHead,
  asOf: day,
  quote: text,
  tiers: list(tier, 1),
  moves: list(move),
  dataset: id,
  source: text,
  demo: flag,
  reportedThrough: day,
  rows,
  sql: words,
});
