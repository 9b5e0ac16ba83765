import { checkReferences, formatProblem, parsePlan, translateProblem, type Plan } from '@zj/metrics';
import { zhCN } from '@zj/metrics/zh-CN';
import { expect, test } from 'vitest';
import { readExample } from '../example.js';

const json = readExample('plan.json') as Plan;
const event = { id: 'pilot', name: { zh: '试点期', en: 'Pilot' }, date: '2026-03-01' };

/** All problems of the plan with these events, as people read them. */
function told(...events: readonly object[]): readonly string[] {
  return parsePlan({ ...json, events }).problems.map(formatProblem);
}

test('an event of a day, of some days, of a goal, of a metric and of all is given back as it is', () => {
  const events = [
    event,
    { ...event, id: 'one', until: '2026-03-01', goals: ['pct-applications'], demo: true },
    { ...event, id: 'two', until: '2026-08-31', metrics: ['pct-applications'], note: { zh: '试点' } },
  ];
  const { plan, problems } = parsePlan({ ...json, events });
  expect(problems).toEqual([]);
  expect(plan!.events).toEqual(events);
});

test('events with one id, an end before the beginning and unknown goals are told with place and remedy', () => {
  expect(told({ ...event, goals: [], name: {} })).toEqual([
    '$.events[0].name: This must be words in Chinese ("zh"), in English ("en") or in both, but is an object. Write one of the two, or both.',
    '$.events[0].goals: This must be a list that is not empty, but is an empty list. Add at least one entry.',
  ]);
  expect(
    told({ ...event, until: '2026-02-28' }, { ...event, goals: ['pct-applications', 'pct-aplications'] }),
  ).toEqual([
    '$.events[1].id: Two events have the id "pilot": this one and $.events[0]. Give one of them another id.',
    '$.events[0].until: The event begins on 2026-03-01, after its last day 2026-02-28. Exchange the two days, correct one, or remove "until" if it is of one day.',
    '$.events[1].goals[1]: No goal is called "pct-aplications". Did you mean "pct-applications"?',
  ]);
});

test('an event that concerns a metric which is not there is told across files, in Chinese too', () => {
  const { plan } = parsePlan({ ...json, events: [{ ...event, metrics: ['revenue', 'pct-aplications'] }] });
  const metrics = (readExample('metrics.json') as { metrics: [] }).metrics;
  const problems = checkReferences({ plan: plan!, metrics, contracts: [] }, { plan: 'plan.json' }).filter(
    ({ where }) => where.includes('events'),
  );
  expect(problems.map(({ code, where }) => `${code} ${where}`)).toEqual([
    'unknown-metric plan.json $.events[0].metrics[0]',
    'unknown-metric plan.json $.events[0].metrics[1]',
  ]);
  expect(problems[1]!.remedy).toBe('Did you mean "pct-applications"?');
  const [late] = parsePlan({ ...json, events: [{ ...event, until: '2026-02-28' }] }).problems;
  expect(translateProblem(late!, zhCN).message).toBe('事件开始于 2026-03-01，晚于其最后一日 2026-02-28。');
});
