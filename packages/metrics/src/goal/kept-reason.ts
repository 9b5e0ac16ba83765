import type { Bilingual } from '../base/text.js';
import { isSummed } from '../plan/target-kind.js';
import { differenceUnit, type Unit } from '../base/unit.js';
import type { Assessment } from './assessment.js';
import type { JudgedGoal } from './goal.js';
import { marginOf, type Limits } from './limits.js';
import { formatQuantity } from './quantity.js';
import { formatPoints, formatShare } from './share.js';
import { toldBeside } from './told-figure.js';
import type { Breach, LimitPeriod, Schedule, Status } from './verdict.js';
import { formatPeriod, periodNouns } from './period-words.js';

/** More periods than these are not named in a sentence. */
const mostTold = 3;

/** How a figure stands to its bound, its range or its limit: the clauses of a reason (METHODS §8). */
export function tellKept(goal: JudgedGoal, found: Assessment): readonly Bilingual[] {
  const { limits, observed, done } = found;
  const { actual } = observed;
  if (actual === null || !limits) return [];
  if (found.kept.limit) return tellPeriods(goal, found, limits);
  if (isSummed(goal) && done !== null && found.reached) {
    const used = formatQuantity(actual, goal.unit);
    const ceiling = formatQuantity(limits.high!, goal.unit);
    const share = formatShare(done);
    return [
      {
        zh: `已有${used.zh}，为上限${ceiling.zh}的${share}`,
        en: `${used.en} so far, ${share} of the ceiling of ${ceiling.en}`,
      },
    ];
  }
  const told = toldBeside(actual, limits);
  return [tellFigure(told, goal.unit, found), tellMargin(told, limits, goal.unit)];
}

function tellFigure(actual: number, unit: Unit, found: Assessment): Bilingual {
  const { zh, en } = formatQuantity(actual, unit);
  const { averaged } = found.kept;
  if (!averaged) return { zh: `为${zh}`, en: `the figure is ${en}` };
  const { periods, of } = averaged;
  const words = periodNouns(found);
  return {
    zh: `${of}${words.zh}中${periods}${words.zh}平均为${zh}`,
    en: `the average of ${periods} of ${of} ${words.en} is ${en}`,
  };
}

/** Where a figure is against its limits: `比上限5.5%低0.3个百分点`. */
export function tellMargin(actual: number, limits: Limits, unit: Unit): Bilingual {
  const margin = marginOf(actual, limits);
  const by = formatQuantity(Math.abs(margin), differenceUnit(unit));
  const [low, high] = [limits.low, limits.high].map((one) => one !== null && formatQuantity(one, unit));
  const name = (): Bilingual =>
    low && high
      ? { zh: `区间${low.zh}至${high.zh}`, en: `range of ${low.en} to ${high.en}` }
      : high
        ? { zh: `上限${high.zh}`, en: `ceiling of ${high.en}` }
        : { zh: `下限${(low as Bilingual).zh}`, en: `floor of ${(low as Bilingual).en}` };
  const { zh, en } = name();
  if (low && high && margin >= 0) return { zh: `在${zh}之内`, en: `within the ${en}` };
  if (margin === 0) return { zh: `恰为${zh}`, en: `exactly at the ${en}` };
  const above = limits.high === null ? margin > 0 : limits.low === null ? margin < 0 : actual > limits.high;
  return {
    zh: `比${zh}${above ? '高' : '低'}${by.zh}`,
    en: `${by.en} ${above ? 'above' : 'below'} the ${en}`,
  };
}

function tellPeriods({ unit }: JudgedGoal, found: Assessment, limits: Limits): readonly Bilingual[] {
  const { periods, breaches } = found.kept.limit!;
  const known = periods.filter(({ value }) => value !== null).length;
  const words = periodNouns(found);
  const limit = tellLimit(limits, unit);
  const one = words.en.slice(0, -1);
  const counted: Bilingual = {
    zh: `已有数据的${known}${words.zh}中${known - breaches.length}${words.zh}符合限值（每${words.one}${limit.zh}）`,
    en: `the limit (${limit.en} in each ${one}) is kept in ${known - breaches.length} of ${known} ${known === 1 ? one : words.en} with figures`,
  };
  return breaches.length > 0 ? [counted, tellBreaches(breaches, limits, found, unit)] : [counted];
}

/** A limit in words: `不超过30微克/立方米`. */
export function tellLimit({ low, high }: Limits, unit: Unit): Bilingual {
  const [from, to] = [low, high].map((one) => one !== null && formatQuantity(one, unit));
  if (from && to) return { zh: `在${from.zh}至${to.zh}之间`, en: `between ${from.en} and ${to.en}` };
  if (to) return { zh: `不超过${to.zh}`, en: `at most ${to.en}` };
  return { zh: `不低于${(from as Bilingual).zh}`, en: `at least ${(from as Bilingual).en}` };
}

function tellBreaches(breaches: readonly Breach[], limits: Limits, found: Assessment, unit: Unit): Bilingual {
  const told = breaches.slice(0, mostTold).map(({ date, value, provisional }): Bilingual => {
    const [day, figure] = [formatPeriod(date, found), formatQuantity(toldBeside(value, limits), unit)];
    return {
      zh: `${day.zh}为${figure.zh}${provisional ? '（初步）' : ''}`,
      en: `${figure.en} in ${day.en}${provisional ? ' (provisional)' : ''}`,
    };
  });
  const more = breaches.length > mostTold;
  const words = periodNouns(found);
  return {
    zh: `${told.map(({ zh }) => zh).join('、')}${more ? `等${breaches.length}${words.zh}` : ''}，未守住限值`,
    en: `broken by ${told.map(({ en }) => en).join(', ')}${more ? ` and ${breaches.length - mostTold} more` : ''}`,
  };
}

/** How a sum under a ceiling stands to its schedule, where less is better: neither ahead nor behind. */
export function tellUse({ gap }: Schedule, status: Status): Bilingual {
  const points = formatPoints(gap);
  const [zh, en] = gap > 0 ? ['高于', 'above'] : ['低于', 'below'];
  if (points !== '0.0') {
    return { zh: `${zh}时序进度${points}个百分点`, en: `${points} percentage points ${en} the schedule` };
  }
  // A little more than is due is at risk: it is not level.
  return status === 'at-risk'
    ? { zh: `略${zh}时序进度`, en: `slightly ${en} the schedule` }
    : { zh: '与时序进度持平', en: 'level with the schedule' };
}

/** The periods of a limit without a figure, and those with an estimate alone; nothing where all have one. */
export function tellMissing(found: Assessment): readonly Bilingual[] {
  const missing = (found.kept.limit?.periods ?? []).filter(({ value }) => value === null);
  const [unknown, estimates] = [
    missing.filter((one) => !one.estimated),
    missing.filter((one) => one.estimated),
  ];
  const list = (
    periods: readonly LimitPeriod[],
    tell: (names: Bilingual) => Bilingual,
  ): readonly Bilingual[] => {
    if (periods.length === 0) return [];
    const told = periods.slice(0, mostTold).map(({ date }) => formatPeriod(date, found));
    const more = periods.length > mostTold;
    return [
      tell({
        zh: `${told.map(({ zh }) => zh).join('、')}${more ? `等${periods.length}${periodNouns(found).zh}` : ''}`,
        en: `${told.map(({ en }) => en).join(', ')}${more ? ` and ${periods.length - mostTold} more` : ''}`,
      }),
    ];
  };
  return [
    ...list(unknown, ({ zh, en }) => ({ zh: `${zh}无完整数据`, en: `no complete figure for ${en}` })),
    ...list(estimates, ({ zh, en }) => ({ zh: `${zh}为预计数`, en: `only an estimate for ${en}` })),
  ];
}
