import { say, type Sentence } from '../base/sentence.js';
import type { Goal } from './plan.js';

/** How documents say that a figure is to stay at least, or at most, at its target. */
const floor =
  /不(?:得)?(?:低于|少于|小于)|至少|最低|以上|[≥>]|\b(?:at least|(?:no|not) (?:less|lower|fewer) than|not below|or (?:more|above)|minimum)\b/i;
const ceiling =
  /不(?:得)?(?:超过|高于|多于|大于)|至多|最高|以(?:内|下)|[≤<]|\b(?:at most|(?:no|not) (?:more|higher) than|not (?:above|exceed)|or (?:less|below)|maximum|up to)\b/i;
/** Two figures with something between them: 4.5–5.5, 4.5%~5.5%, 4.5 to 5.5. */
const range = /\d\s*[%‰％]?\s*(?:[–—~～-]+|至|到|\bto\b|\band\b|\.\.\.?)\s*\d/i;

/** Which bound the words of a text speak of. */
export function boundOf(text: string): 'floor' | 'ceiling' | undefined {
  if (floor.test(text)) return 'floor';
  return ceiling.test(text) ? 'ceiling' : undefined;
}

/** Which bound a goal is by its own words, where it is one. */
export function boundOfGoal({ name, clause, qualifier }: Goal): 'floor' | 'ceiling' | undefined {
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
    return say`A range is judged by one of its ends. Write this end as the target, a number, and the whole range in the quote of the clause.`;
  }
  const number =
    typeof input === 'string'
      ? /[-+]?\d+(?:[,，]\d{3})*(?:\.\d+)?/.exec(input)?.[0].replace(/[,，]/g, '')
      : undefined;
  const bound = typeof input === 'string' ? boundOf(input) : undefined;
  if (number !== undefined && bound === 'floor') {
    return say`Write the figure alone, ${number}: the target is reached at this figure or above. Leave the words in the clause.`;
  }
  if (number !== undefined && bound === 'ceiling') {
    return say`Write the figure alone, ${number}, with "accumulate": "level" and "direction": "decrease": the target is then reached at this figure or below. Leave the words in the clause.`;
  }
  return say`Write digits without quotes, spaces or separators, such as 6000 or 0.95; null if the document sets no figure.`;
}

/** The names under which other plans say that a target is a floor or a ceiling. */
const boundKeys =
  /^(bounds?|floor|ceiling|cap|min(imum)?|max(imum)?|(is)?at(least|most)|operator|comparison|comparator|relation)$/i;

/** The remedy for a key of a goal that is meant as a floor or a ceiling; `undefined` for other keys. */
export function boundKeyRemedy(key: string): Sentence | undefined {
  if (!boundKeys.test(key.replace(/[-_]/g, ''))) return undefined;
  return say`Remove it. A target is a floor by default: it is reached at this figure or above ("direction": "increase"). For a ceiling, write "accumulate": "level" and "direction": "decrease". Leave the words in the clause.`;
}

function isRecord(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null;
}
