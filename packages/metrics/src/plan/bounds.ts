import { say, type Sentence } from '../base/sentence.js';
import type { Goal } from './plan.js';
import type { Bound } from './target-kind.js';

/** How documents say that a figure is to stay at least, or at most, at its target. */
const floor =
  /不(?:得)?(?:低于|少于|小于)|至少|最低|以上|[≥>]|\b(?:at least|(?:no|not) (?:less|lower|fewer) than|not below|or (?:more|above)|minimum)\b/i;
const ceiling =
  /不(?:得)?(?:超过|高于|多于|大于)|至多|最高|以(?:内|下)|[≤<]|\b(?:at most|(?:no|not) (?:more|higher) than|not (?:above|exceed)|or (?:less|below)|maximum|up to)\b/i;
/** Two figures with something between them: 4.5–5.5, 4.5%~5.5%, 4.5 to 5.5. */
const range =
  /\d\s*[%‰％]?\s*(?:[–—~～-]+|至|到|\bto\b|\band\b|\.\.\.?)\s*\d|左右|上下|±|\b(?:about|around)\b/i;

/** Which bound the words of a text speak of. */
export function boundOf(text: string): Bound | undefined {
  if (floor.test(text)) return 'at-least';
  return ceiling.test(text) ? 'at-most' : undefined;
}

/** Which bound a goal is by its own words, where it is one. */
export function boundOfGoal({ name, clause, qualifier }: Goal): Bound | undefined {
  const texts = [qualifier, clause.quote, name].flatMap(({ zh = '', en = '' }) => [zh, en]);
  return texts.map(boundOf).find((bound) => bound !== undefined);
}

/** The remedy for a target that is not a number. */
export function targetRemedy(input: unknown): Sentence {
  const list = Array.isArray(input)
    ? input.map(Number)
    : isRecord(input)
      ? Object.values(input).map(Number)
      : [];
  if (list.length >= 2 || (typeof input === 'string' && range.test(input))) {
    return say`Write a range as "target": null and "range": { "from": 4.5, "to": 5.5 }, with "accumulate": "level" or "average".`;
  }
  const number =
    typeof input === 'string'
      ? /[-+]?\d+(?:[,，]\d{3})*(?:\.\d+)?/.exec(input)?.[0].replace(/[,，]/g, '')
      : undefined;
  const bound = typeof input === 'string' ? boundOf(input) : undefined;
  if (number !== undefined && bound === 'at-least') {
    return say`Write the figure alone, ${number}: a target is reached at this figure or above. If it is a floor to keep all the time, add "bound": "at-least". Leave the words in the clause.`;
  }
  if (number !== undefined && bound === 'at-most') {
    return say`Write the figure alone, ${number}, and add "bound": "at-most": it is kept at this figure or below. Leave the words in the clause.`;
  }
  return say`Write digits without quotes, spaces or separators, such as 6000 or 0.95; null if the document sets no figure.`;
}

/** The names under which other plans say that a target is a floor or a ceiling, or has two ends. */
const boundKeys =
  /^(bounds|floor|ceiling|cap|min(imum)?|max(imum)?|(is)?at(least|most)|operator|comparison|comparator|relation|ranges|between|interval)$/i;

/** The remedy for a key of a goal that is meant as a bound or a range; `undefined` for other keys. */
export function boundKeyRemedy(key: string): Sentence | undefined {
  if (!boundKeys.test(key.replace(/[-_]/g, ''))) return undefined;
  return say`Remove it. Write a floor as "bound": "at-least" and a ceiling as "bound": "at-most" beside the target, a range as "range": { "from": 4.5, "to": 5.5 } with "target": null.`;
}

function isRecord(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null;
}
