import { checkReferences, formatProblem, parsePlan, type Contract, type Plan } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { edit, readExample } from '../example.js';

const json = readExample('plan.json');
const register = readExample('data/incubation.json');
const reports = readExample('data/tasks.json') as Contract;
type Change = readonly [path: string, value: unknown];
const change = (from: unknown, changes: readonly Change[]): unknown =>
  changes.reduce((all, [path, value]) => edit(all, path, value), from);

/** The problems of a changed plan by itself, as a person reads them. */
const toldOf = (...changes: readonly Change[]): readonly string[] =>
  parsePlan(change(json, changes), { file: 'plan.json' }).problems.map(formatProblem);

/** The problems between a changed plan, or a changed register, and the other. */
function between(plan: readonly Change[], contract: readonly Change[] = []): readonly string[] {
  const own = { ...(change(json, plan) as Plan), goals: [] };
  const contracts = [change(register, contract) as Contract, reports];
  return checkReferences({ plan: own, metrics: [], contracts }, { plan: 'plan.json' }).map(formatProblem);
}

describe('a tier of a plan', () => {
  test('that no event leads to is told with its place and the remedy', () => {
    expect(toldOf(['ladder.tiers.2.events', undefined])).toEqual([
      'plan.json $.ladder.tiers[2]: No event leads to the tier high-tech. Add "events": [ … ] with the events of the register that lead to it. To count no enterprise at all, remove "register".',
    ]);
    expect(toldOf(['ladder.tiers.2.events', []])[0]).toContain('This must be a list that is not empty');
  });

  test('shares no event with another: nobody could say on which of the two an enterprise stands', () => {
    expect(toldOf(['ladder.tiers.1.events', ['unicorn-recognised', 'headquarters-set-up']])).toEqual([
      'plan.json $.ladder.tiers[1].events[1]: The event "headquarters-set-up" leads to two tiers: this one and headquarters. Remove it from one of them: an enterprise stands on the higher tier alone.',
    ]);
  });

  test('names each event once, and none that leads to it and ends it', () => {
    expect(
      toldOf(
        ['ladder.tiers.3.events', ['entered', 'entered']],
        ['ladder.tiers.0.until', ['left', 'left', 'headquarters-set-up']],
      ),
    ).toEqual([
      'plan.json $.ladder.tiers[0].until[1]: The event "left" is here twice. Remove one of the two.',
      'plan.json $.ladder.tiers[0].until[2]: The event "headquarters-set-up" leads to the tier headquarters, and ends it. Remove it from "events" or from "until".',
      'plan.json $.ladder.tiers[3].events[1]: The event "entered" is here twice. Remove one of the two.',
    ]);
  });

  test('may share an event that ends it with other tiers, and end with one that leads to another tier', () => {
    expect(toldOf(['ladder.tiers.3.until', ['left', 'high-tech-recognised']])).toEqual([]);
  });

  test('has no events without a register that holds them', () => {
    expect(toldOf(['ladder.register', undefined]).map((one) => one.slice(0, 110))).toEqual([
      'plan.json $.ladder.tiers[0].events: The tier headquarters names events, but the ladder names no register that ',
      'plan.json $.ladder.tiers[1].events: The tier champion-unicorn names events, but the ladder names no register t',
      'plan.json $.ladder.tiers[2].events: The tier high-tech names events, but the ladder names no register that hol',
      'plan.json $.ladder.tiers[3].events: The tier start-up names events, but the ladder names no register that hold',
    ]);
  });
});

describe('the register of a ladder', () => {
  test('fits the park', () => {
    expect(between([])).toEqual([]);
  });

  test.each<[string, readonly Change[], readonly Change[], string]>([
    [
      'has each event that a tier names',
      [['ladder.tiers.2.until', ['high-tech-expird', 'left']]],
      [],
      'plan.json $.ladder.tiers[2].until[0]: No event is called "high-tech-expird". Did you mean "high-tech-expired"?',
    ],
    [
      'is a dataset that there is',
      [['ladder.register.dataset', 'incubator']],
      [],
      'plan.json $.ladder.register.dataset: No dataset is called "incubator". Did you mean "incubation"?',
    ],
    [
      'has the column of the enterprise',
      [['ladder.register.subject', 'subjects']],
      [],
      'plan.json $.ladder.register.subject: No column is called "subjects". Did you mean "subject"?',
    ],
    [
      'has two columns for event and enterprise',
      [['ladder.register.subject', 'event']],
      [],
      'plan.json $.ladder.register.subject: One column cannot hold the event and the enterprise. Name two columns.',
    ],
    [
      'names an enterprise in every row',
      [],
      [['columns.3.required', undefined]],
      'plan.json $.ladder.register.subject: The column subject may have empty cells, and such a row would count for nobody. Write "required": true in its contract.',
    ],
    [
      'lists its events',
      [],
      [['columns.2.values', undefined]],
      'plan.json $.ladder.register.event: The column event does not list its values, so that a misspelt event would not be noticed. List the events under "values" in its contract.',
    ],
    [
      'has texts for its enterprises',
      [['ladder.register.subject', 'date']],
      [],
      'plan.json $.ladder.register.subject: The column date is of type DATE. Name a column of type VARCHAR.',
    ],
    [
      'is dated by day',
      [],
      [['time.grain', 'month']],
      'plan.json $.ladder.register.dataset: The dataset incubation cannot be the register of a ladder: its rows are dated by longer periods than days. Name a register of events by day, without confidential columns.',
    ],
    [
      'is published row by row',
      [],
      [
        ['columns.3.confidential', true],
        ['cube', { dimensions: ['industry'], measures: ['n'] }],
      ],
      'plan.json $.ladder.register.dataset: The dataset incubation cannot be the register of a ladder: its rows are confidential and are not published. Name a register of events by day, without confidential columns.',
    ],
  ])('%s', (_, plan, contract, told) => {
    expect(between(plan, contract)).toEqual([told]);
  });
});
