import type { PublishedVerdict, Verdicts, WithheldGoal } from '@zj/metrics';
import { consumption, dust, energy, grain, growth, unemployment } from './kinds.js';
import { applications, every, four, incubators, revenue, unicorns } from './verdicts.js';

/** A verdicts.json as far as a board reads it. */
export function boardOf(
  verdicts: readonly PublishedVerdict[],
  withheld: readonly WithheldGoal[] = [],
): Verdicts {
  return { version: 1, verdicts, withheld } as unknown as Verdicts;
}

/** The four goals of the demo plan. */
export const parkBoard: Verdicts = boardOf(four);

/** The parts of the demo plan that order its goals. */
export const parkPlan: object = {
  document: { title: { zh: '自贸保税园改革创新发展行动方案', en: 'Action Plan for the Bonded Park' } },
  goals: [
    { id: 'unicorn-hidden-champion', theme: 'innovation' },
    { id: 'high-quality-incubator', theme: 'innovation' },
    { id: 'leading-industries-revenue', theme: 'industry' },
    { id: 'pct-applications' },
  ],
  themes: [
    { id: 'reform', ordinal: '一是', title: { zh: '深化体制机制改革', en: 'Deepen the reform' } },
    { id: 'innovation', ordinal: '二是', title: { zh: '科技创新更加凸显', en: 'Innovation is prominent' } },
    { id: 'industry', ordinal: '三是', title: { zh: '产业集聚更加突出', en: 'Industries gather' } },
  ],
};

/** A goal of which no figure is published. */
export const secret: WithheldGoal = {
  goal: 'secret',
  name: { zh: '重点企业研发投入', en: 'Research spending of key enterprises' },
  reason: { zh: '只有两家企业，公布会泄露商业秘密。', en: 'There are only two enterprises.' },
};

/** Goals of every kind, in every standing. */
export const everyBoard: Verdicts = boardOf(
  [
    revenue(),
    applications(),
    unicorns(),
    incubators(),
    unemployment(),
    grain(),
    growth(),
    consumption(),
    dust(),
    energy(),
    ...Object.entries(every)
      .filter(([name]) => /missed|no data|too early|no baseline|far|stale|long name/.test(name))
      .map(([, verdict], at) => ({ ...verdict, goal: `every-${at}` })),
    applications({ id: 'later', period: { start: '2027-01-01', end: '2027-12-31' }, reportedThrough: null }),
  ],
  [secret],
);

/** So many goals. */
export function crowdedBoard(count: number): Verdicts {
  return boardOf(
    Array.from({ length: count }, (_, at) => {
      const verdict = at % 2 ? applications() : revenue();
      const { zh, en } = verdict.name as { readonly zh: string; readonly en: string };
      return { ...verdict, goal: `goal-${at}`, name: { zh: `${zh}（${at + 1}）`, en: `${en} ${at + 1}` } };
    }),
  );
}
