import type { Day, Qualifier, Text } from '../plan/plan.js';
import type { Observed } from './observed.js';
import { splitDay } from './calendar.js';
import type { Ruling } from './ruling.js';
import type { Series } from './series.js';
import { formatShare } from './share.js';
import { formatDay, statusWord } from './words.js';

/** What a reason names beside the ruling. */
export interface Facts extends Pick<Observed, 'gap' | 'provisional'> {
  readonly qualifier: Pick<Qualifier, 'binding'>;
  /** The last day whose figures count. */
  readonly at: Day;
  /** The share that is done; `null` where none can be said. */
  readonly done: number | null;
  readonly stale: boolean;
  /** Of the figures. */
  readonly grain: Series['grain'];
  /** What is to be said of its end, and by other methods. */
  readonly outlook: readonly Text[];
}

/**
 * Why a goal has its status: one whole sentence in Chinese and English, worded by the goal's qualifier (METHODS §4). It names the
 * last day whose figures count, what is done, what decided, the status, where it will end, and what a reader must know of the data (METHODS §2).
 */
export function explain(
  { status, why }: Ruling,
  { qualifier, at, done, grain, gap, provisional, stale, outlook }: Facts,
): Text {
  const day = formatDay(at);
  const clauses: Text[] = [{ zh: `截至${day.zh}`, en: `As of ${day.en}` }];
  if (done !== null) {
    const share = formatShare(done);
    clauses.push(
      qualifier.binding === 'firm'
        ? { zh: `完成${share}`, en: `${share} is complete` }
        : { zh: `达到争取目标的${share}`, en: `${share} of the aspiration is reached` },
    );
  }
  if (why) clauses.push(why);

  const notes: Text[] = [...outlook];
  if (gap) {
    const year = grain === 'year';
    const { zh, en } = year ? { zh: `${splitDay(gap)[0]}年`, en: `${splitDay(gap)[0]}` } : formatDay(gap);
    notes.push({
      zh: `${zh}无完整数据，自该${year ? '年' : '月'}起不计入`,
      en: `${en} has no complete figure, so nothing from then on counts`,
    });
  }
  if (provisional) notes.push({ zh: '含初步数据', en: 'some figures are provisional' });
  if (stale)
    notes.push({
      zh: '目标期已结束，数据尚未报全',
      en: 'the period is over and its figures are not complete',
    });

  const word = statusWord(status, qualifier);
  return {
    zh: `${[[...clauses, word].map(({ zh }) => zh).join('，'), ...notes.map(({ zh }) => zh)].join('；')}。`,
    en: `${[`${clauses.map(({ en }) => en).join(', ')}: ${word.en.toLowerCase()}`, ...notes.map(({ en }) => en)].join('; ')}.`,
  };
}
