import type { BreakdownWords } from '../breakdown-chart/words.js';
import type { ChartWords } from '../chart/words.js';
import type { Detail } from '../goal-gauge/detail/words.js';
import type { GaugeWords } from '../goal-gauge/words.js';
import type { FilterWords } from '../filter/words.js';
import type { SourceWords } from '../source/words.js';
import type { GoalBoardWords } from '../goal-board/words.js';
import type { LadderWords } from '../tier-ladder/words.js';
import type { BoardWords } from '../task-board/words.js';
import type { TableWords } from '../data-table/words.js';
import type { TrendWords } from '../trend-chart/words.js';
import type { MenuWords } from '../menu/words.js';
import type { VerifyWords } from '../verify/words.js';
import { addWords } from '../locale/book.js';
import type { Locale } from '../locale/locale.js';
import type { Face } from '../locale/words.js';

/** All that elements say in one language: the exports of its file. The words of an element that are absent are English. */
export interface Language {
  /** The words that all elements share. */
  readonly face: Face;
  readonly gauge?: GaugeWords;
  /** What stands behind the figure of a gauge. */
  readonly detail?: Detail;
  readonly source?: SourceWords;
  /** The words of all charts. */
  readonly chart?: ChartWords;
  readonly trend?: TrendWords;
  readonly breakdown?: BreakdownWords;
  readonly table?: TableWords;
  readonly filter?: FilterWords;
  readonly ladder?: LadderWords;
  readonly board?: BoardWords;
  readonly goalBoard?: GoalBoardWords;
  readonly verify?: VerifyWords;
  /** The words of the menu of every element. */
  readonly menu?: MenuWords;
}

/**
 * Adds a language to all elements of the page, before they are drawn; one of the same tag is replaced. Words that it does not have,
 * because they are newer than it is, are English.
 *
 * @example addLanguage('fr', french) // import * as french from './fr.js'
 */
export function addLanguage(tag: Locale, language: Language): void {
  addWords(tag, { ...language });
}
