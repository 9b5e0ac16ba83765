import { tellFormula, formatDate, type Manifest } from '@zj/metrics';
import type { Tree } from '../drawing/tree.js';
import { markForeign, speaker } from '../element/foreign.js';
import { aDay, aText, isLike } from '../element/like.js';
import type { MenuSubject } from '../element/menu-subject.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { aboutOf } from './about.js';
import { wordsOfMenu } from './book.js';
import { shortDigest } from './cite.js';
import type { Fact } from './words.js';

/** A fact with its words, which can be a link. */
type Row = readonly [fact: Fact, words: string, address?: string];

/** The source and the method of the figures: the clause with its document, the datasets, the method, the reading of the wording. */
export function factTrees(
  { card, data, file, release }: MenuSubject,
  manifest: Manifest | null | undefined,
  locale: Locale,
): readonly Tree[] {
  const words = wordsOfMenu(locale);
  const face = faceOf(locale);
  const { say, foreign } = speaker(locale);
  const about = aboutOf(data, manifest);
  const [verdict] = about.goal ? about.verdicts : [];
  const { document } = about;
  const cited = document && say(document.title) + (document.number ? words.brackets(document.number) : '');
  const readings: readonly unknown[] = Array.isArray(verdict?.interpretations) ? verdict.interpretations : [];
  const formula =
    verdict?.formula && toldFormula(() => tellFormula(verdict.formula!, verdict.unit)[face.text]);
  const rows: readonly Row[] = [
    ['clause', about.quote ? words.quote(say(about.quote)) : ''],
    ['document', cited ?? '', document?.url ?? ''],
    ['qualifier', verdict && aText(verdict.qualifier) ? say(verdict.qualifier) : ''],
    ['description', about.description ? say(about.description) : ''],
    ['formula', formula ?? ''],
    ['method', verdict ? methodOf(verdict.method, words.ownMethod) : ''],
    ...readings.flatMap((one): readonly Row[] =>
      isLike(one, { question: aText, reading: aText }) ? [['reading', readingOf(one as Reading)]] : [],
    ),
    ['source', about.source ? say(about.source) : card.source[1]],
    ['dataset', about.datasets.map(say).join(face.comma)],
    ...about.gaps.map((gap): Row => ['gaps', say(gap)]),
    ['through', card.through],
    ['nextUpdate', verdict && aDay(verdict.nextUpdate) ? formatDate(verdict.nextUpdate)[face.text] : ''],
    ['release', shortDigest(release)],
    ['file', file?.url ?? '', file?.url ?? ''],
  ];
  const told = rows.filter(([, text]) => text.trim() !== '');
  if (told.length === 0) return [['p', {}, words.noFacts]];
  const trees: readonly Tree[] = told.map(([fact, text, address = '']) => [
    'div',
    {},
    ['dt', {}, words.facts[fact]],
    // Any other address might be a script.
    [
      'dd',
      {},
      /^https?:\/\//i.test(address) ? ['a', { href: address, rel: 'noopener noreferrer' }, text] : text,
    ],
  ]);
  return markForeign([['dl', {}, ...trees]], foreign);

  function readingOf({ question, reading }: Reading): string {
    return words.reading(say(question), say(reading));
  }
}

interface Reading {
  readonly question: Parameters<ReturnType<typeof speaker>['say']>[0];
  readonly reading: Parameters<ReturnType<typeof speaker>['say']>[0];
}

function methodOf(method: unknown, own: string): string {
  return typeof method !== 'string' ? '' : method === 'default' ? own : method;
}

/** A formula of a newer publisher is not told. */
function toldFormula(tell: () => string): string {
  try {
    return tell();
  } catch {
    return '';
  }
}
