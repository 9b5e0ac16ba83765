import { formatProblem, translateProblem } from '@zj/metrics';
import { zhCN } from '@zj/metrics/zh-CN';
import { expect, test } from 'vitest';
import { parsePlan } from '../../../packages/metrics/src/plan/parse.js';
import { changed, former, kinds, planWith } from './kinds.js';

/** The code with the place in the goal, the message and the remedy of a problem. */
type Told = readonly [codeAndPlace: string, message: string, remedy: string];

/** What is wrong, the kind of the goal, the entries that make it so, and every problem that is told. */
const faults: readonly (readonly [
  name: string,
  kind: keyof typeof kinds,
  changes: Readonly<Record<string, unknown>>,
  told: readonly Told[],
])[] = [
  [
    'a bound that is no word of the format',
    'floor',
    { bound: 'min' },
    [
      [
        'wrong-type bound',
        'This must be one of at-least, at-most, but is "min".',
        'Write "at-least" (不低于) or "at-most" (控制在…以内).',
      ],
    ],
  ],
  [
    'a floor on a total',
    'ceiling of a total',
    { bound: 'at-least' },
    [
      [
        'bound bound',
        'A sum or a count that grows to its target needs no floor.',
        'Remove "bound": the target is reached at this figure or above. If the figure of each period counts, write "accumulate": "level".',
      ],
    ],
  ],
  [
    'a floor on a count',
    'ceiling of a count',
    { bound: 'at-least' },
    [
      [
        'bound bound',
        'A sum or a count that grows to its target needs no floor.',
        'Remove "bound": the target is reached at this figure or above. If the figure of each period counts, write "accumulate": "level".',
      ],
    ],
  ],
  [
    'a bound and a range',
    'range',
    { bound: 'at-most' },
    [
      [
        'range range',
        'The goal has "bound" and "range": a target is written in one way.',
        'Remove "bound" or "range".',
      ],
    ],
  ],
  [
    'a bound and a formula',
    'growth',
    { bound: 'at-least' },
    [
      [
        'formula formula',
        'The goal has "bound" and "formula": a target is written in one way.',
        'Remove "bound" or "formula".',
      ],
    ],
  ],
  [
    'a range and a formula',
    'growth',
    { range: { from: 1, to: 2 } },
    [
      [
        'formula formula',
        'The goal has "range" and "formula": a target is written in one way.',
        'Remove "range" or "formula".',
      ],
    ],
  ],
  [
    'a range that begins above its end',
    'range',
    { range: { from: 5.5, to: 4.5 } },
    [
      [
        'range range',
        'The range begins at 5.5, above its end 4.5.',
        'Exchange the two figures, or correct one.',
      ],
    ],
  ],
  [
    'a range with a target',
    'range',
    { target: 5 },
    [
      [
        'range target',
        'The goal has a range and the target 5: a range has no single target.',
        'Write "target": null, or remove "range".',
      ],
    ],
  ],
  [
    'a range of a total',
    'ceiling of a total',
    { bound: undefined, target: null, range: { from: 1, to: 2 } },
    [
      [
        'range range',
        'A sum or a count passes through the range on its way: only a level or an average can keep one.',
        'Write "accumulate": "level" or "average", or two goals: the lower end as a plain target, the upper end with "bound": "at-most".',
      ],
    ],
  ],
  [
    'a range written as a list',
    'range',
    { range: [4.5, 5.5] },
    [
      [
        'wrong-type range',
        'This must be an object, but is a list.',
        'Write a range as { "from": 4.5, "to": 5.5 }.',
      ],
    ],
  ],
  [
    'a range with one end',
    'range',
    { range: { from: 4.5 } },
    [
      [
        'missing-key range',
        '"to" is missing.',
        'Add "to": a number. Write digits without quotes, spaces or separators, such as 6000 or 0.95.',
      ],
    ],
  ],
  [
    'a target that is a range in words',
    'range',
    { range: undefined, target: '4.5%–5.5%' },
    [
      [
        'wrong-type target',
        'This must be a number, but is "4.5%–5.5%".',
        'Write a range as "target": null and "range": { "from": 4.5, "to": 5.5 }, with "accumulate": "level" or "average".',
      ],
    ],
  ],
  [
    'a target that is a ceiling in words',
    'ceiling',
    { bound: undefined, target: '不超过30' },
    [
      [
        'wrong-type target',
        'This must be a number, but is "不超过30".',
        'Write the figure alone, 30, and add "bound": "at-most": it is kept at this figure or below. Leave the words in the clause.',
      ],
    ],
  ],
  [
    'an average without a bound',
    'average',
    { bound: undefined },
    [
      [
        'accumulate accumulate',
        'An average of the period is judged by a bound or a range, and the goal has none.',
        'Add "bound": "at-least" (不低于), "bound": "at-most" (控制在…以内) or "range": { "from": 4.5, "to": 5.5 }.',
      ],
    ],
  ],
  [
    'an average with a formula',
    'relative',
    { accumulate: 'average' },
    [
      [
        'accumulate accumulate',
        'An average of the period is judged by a bound or a range, and the goal has none.',
        'Add "bound": "at-least" (不低于), "bound": "at-most" (控制在…以内) or "range": { "from": 4.5, "to": 5.5 }.',
      ],
      [
        'formula formula',
        'Only a level is computed from its baseline.',
        'Write "accumulate": "level", or write the target as a number and remove "formula".',
      ],
    ],
  ],
  [
    'an average with a baseline',
    'average',
    { baseline: { value: 5, date: '2025-12-31' } },
    [
      [
        'baseline baseline',
        'A bound or a range is kept, not reached: it has no baseline.',
        'Remove the baseline.',
      ],
    ],
  ],
  [
    'a floor with a baseline',
    'floor',
    { baseline: { value: 6, date: '2020-12-31' } },
    [
      [
        'baseline baseline',
        'A bound or a range is kept, not reached: it has no baseline.',
        'Remove the baseline.',
      ],
    ],
  ],
  [
    'a ceiling that is to increase',
    'ceiling',
    { direction: 'increase' },
    [
      [
        'direction direction',
        'The bound "at-most" does not go with the direction "increase".',
        'Remove "direction": "bound" says which side is good.',
      ],
    ],
  ],
  [
    'a range with a direction',
    'range',
    { direction: 'decrease' },
    [
      [
        'direction direction',
        'A range has no direction.',
        'Remove "direction": "range" says which side is good.',
      ],
    ],
  ],
  [
    'a floor to be held',
    'floor',
    { hold: true },
    [
      [
        'hold hold',
        'A bound or a range is judged at the end date anyway: "hold": true changes nothing.',
        'Remove "hold". If every period has to keep it, write "hold": "each-period".',
      ],
    ],
  ],
  [
    'a ceiling with milestones',
    'ceiling',
    { milestones: [{ date: '2023-12-31', value: 31 }] },
    [
      [
        'milestone milestones',
        'A bound or a range has no way to it, and so no milestones.',
        'Remove "milestones".',
      ],
    ],
  ],
  [
    'a limit without a bound',
    'limit',
    { bound: undefined },
    [
      [
        'hold hold',
        '"hold": "each-period" says that every period keeps a bound or a range, and the goal has none.',
        'Add "bound" or "range", or write "hold": true for a level that must still stand at the end date.',
      ],
    ],
  ],
  [
    'a limit on a total',
    'ceiling of a total',
    { hold: 'each-period' },
    [
      [
        'hold hold',
        '"hold": "each-period" judges each period by its own figure: only a level has one.',
        'Write "accumulate": "level", or remove "hold".',
      ],
    ],
  ],
  [
    'a limit on an average',
    'average',
    { hold: 'each-period' },
    [
      [
        'hold hold',
        '"hold": "each-period" judges each period by its own figure: only a level has one.',
        'Write "accumulate": "level", or remove "hold".',
      ],
    ],
  ],
  [
    'a hold that is no word of the format',
    'limit',
    { hold: 'every-year' },
    [
      [
        'wrong-type hold',
        'This must be true, false or "each-period", but is "every-year".',
        'Write true, false or "each-period".',
      ],
      [
        'limit-grain grain',
        'Only a limit that holds in each period has a "grain".',
        'Remove "grain", or write "hold": "each-period".',
      ],
    ],
  ],
  [
    'a grain without a limit',
    'ceiling',
    { grain: 'year' },
    [
      [
        'limit-grain grain',
        'Only a limit that holds in each period has a "grain".',
        'Remove "grain", or write "hold": "each-period".',
      ],
    ],
  ],
  [
    'a grain of weeks',
    'limit',
    { grain: 'week' },
    [
      [
        'wrong-type grain',
        'This must be one of month, quarter, half-year, year, but is "week".',
        'Use one of: month, quarter, half-year, year.',
      ],
    ],
  ],
  [
    'a formula with a target',
    'relative',
    { target: 101 },
    [
      [
        'formula target',
        'The goal has a formula and the target 101: the formula computes it.',
        'Write "target": null, or remove "formula".',
      ],
    ],
  ],
  [
    'a formula of a total',
    'growth',
    { accumulate: 'total', baseline: null },
    [
      [
        'formula formula',
        'Only a level is computed from its baseline.',
        'Write "accumulate": "level", or write the target as a number and remove "formula".',
      ],
    ],
  ],
  [
    'a formula without a baseline',
    'growth',
    { baseline: null },
    [
      [
        'formula formula',
        'The formula starts from the baseline, and the goal has none.',
        'Add "baseline": { "value": …, "date": "…" }, the figure from before the period.',
      ],
    ],
  ],
  [
    'per cent of nothing',
    'percent',
    { baseline: { value: 0, date: '2020-12-31' } },
    [
      [
        'formula formula',
        'A change in per cent needs a baseline above zero, and it is 0.',
        'Write the target as a number, and remove "formula".',
      ],
    ],
  ],
  [
    'growth from below zero',
    'growth',
    { baseline: { value: -5, date: '2020-12-31' } },
    [
      [
        'formula formula',
        'A change in per cent needs a baseline above zero, and it is -5.',
        'Write the target as a number, and remove "formula".',
      ],
    ],
  ],
  [
    'a fall by more than all',
    'percent',
    { formula: { percent: -135 } },
    [
      [
        'formula formula',
        'Nothing can fall by more than 100 per cent, and the formula says -135.',
        'Correct the formula.',
      ],
    ],
  ],
  [
    'growth over other years',
    'growth',
    { formula: { growth: 7, years: 4 } },
    [
      [
        'formula formula',
        'The formula spans 4 years, but they do not lead from the baseline of 2020-12-31 to the end on 2025-12-31.',
        'Correct the years or the two days. If the document counts otherwise, write the target as a number, and remove "formula".',
      ],
    ],
  ],
  [
    'a chain with too few links',
    'chain',
    { formula: { chain: [-3, -3.1] } },
    [
      [
        'formula formula',
        'The formula spans 2 years, but they do not lead from the baseline of 2020-12-31 to the end on 2025-12-31.',
        'Correct the years or the two days. If the document counts otherwise, write the target as a number, and remove "formula".',
      ],
    ],
  ],
  [
    'a chain without a link',
    'chain',
    { formula: { chain: [] } },
    [
      [
        'wrong-value formula.chain',
        'This must be a list that is not empty, but is an empty list.',
        'Add at least one entry.',
      ],
    ],
  ],
  [
    'growth without its years',
    'growth',
    { formula: { growth: 7 } },
    [
      [
        'wrong-type formula',
        'This must be a formula: "plus", "percent", "growth" with "years", or "chain", but is an object.',
        'Write one of { "plus": 1 }, { "percent": -13.5 }, { "growth": 7, "years": 5 } and { "chain": [-3, -3.1] }.',
      ],
    ],
  ],
  [
    'a formula in words',
    'growth',
    { formula: '年均增长7%' },
    [
      [
        'wrong-type formula',
        'This must be a formula: "plus", "percent", "growth" with "years", or "chain", but is "年均增长7%".',
        'Write one of { "plus": 1 }, { "percent": -13.5 }, { "growth": 7, "years": 5 } and { "chain": [-3, -3.1] }.',
      ],
    ],
  ],
  [
    'two formulas in one',
    'growth',
    { formula: { growth: 7, years: 5, percent: 40 } },
    [
      [
        'wrong-type formula',
        'This must be a formula: "plus", "percent", "growth" with "years", or "chain", but is an object.',
        'Write one of { "plus": 1 }, { "percent": -13.5 }, { "growth": 7, "years": 5 } and { "chain": [-3, -3.1] }.',
      ],
    ],
  ],
  [
    'a formula that falls for a goal that rises',
    'percent',
    { direction: 'increase' },
    [
      [
        'direction direction',
        'The formula gives 86.5, below the baseline 100, but the level is meant to increase.',
        'Remove "direction": the formula says it. Or correct its sign.',
      ],
    ],
  ],
  [
    'a formula that rises for a goal that falls',
    'growth',
    { direction: 'decrease' },
    [
      [
        'direction direction',
        'The formula gives 140.25517307, above the baseline 100, but the level is meant to decrease.',
        'Remove "direction": the formula says it. Or correct its sign.',
      ],
    ],
  ],
  [
    'a nature in the words of the document',
    'floor',
    { nature: '约束性' },
    [
      [
        'wrong-type nature',
        'This must be one of binding, expected, but is "约束性".',
        'Write "binding" (约束性) or "expected" (预期性).',
      ],
    ],
  ],
  [
    'a former target without a figure',
    'ceiling',
    { was: [{ ...former, target: null }] },
    [
      [
        'former-target was[0]',
        'A former target is one figure or a range.',
        'Give "target" a number, or write null and add "range".',
      ],
    ],
  ],
  [
    'a former target after the end',
    'ceiling',
    { was: [{ ...former, until: '2026-01-01' }] },
    [
      [
        'former-target was[0].until',
        'The former target held until 2026-01-01, but the goal ends on 2025-12-31.',
        'Give the last day before the change.',
      ],
    ],
  ],
  [
    'a former target until its last day',
    'ceiling',
    { was: [{ ...former, until: '2025-12-31' }] },
    [
      [
        'former-target was[0].until',
        'The former target held until 2025-12-31, but the goal ends on 2025-12-31.',
        'Give the last day before the change.',
      ],
    ],
  ],
  [
    'two former targets until one day',
    'ceiling',
    { was: [former, former] },
    [
      [
        'former-target was[1].until',
        'The former target that held until 2023-06-30 does not come after that until 2023-06-30.',
        'Order them by day.',
      ],
    ],
  ],
  [
    'former targets out of order',
    'ceiling',
    { was: [former, { ...former, until: '2022-12-31' }] },
    [
      [
        'former-target was[1].until',
        'The former target that held until 2022-12-31 does not come after that until 2023-06-30.',
        'Order them by day.',
      ],
    ],
  ],
  [
    'a former target without its document',
    'ceiling',
    { was: [{ target: 28, until: '2023-06-30', reason: former.reason }] },
    [
      [
        'missing-key was[0]',
        '"document" is missing.',
        'Add "document": an object. Write it in braces: { … }.',
      ],
    ],
  ],
  [
    'a ceiling of a total below zero',
    'ceiling of a total',
    { target: -1 },
    [
      [
        'negative-target target',
        'The target -1 is below zero, but a sum or count begins at 0.',
        'Correct the target, or write "accumulate": "level".',
      ],
    ],
  ],
];

test.each(faults)('a goal with %s is told what is wrong and what to write', (_, kind, changes, told) => {
  const { plan, problems } = parsePlan(planWith(changed(kind, changes)));
  expect(plan).toBeUndefined();
  expect(
    problems.map(({ code, where, message, remedy }) => [
      `${code} ${where.replace(/^\$\.goals\[0\]\.?/, '')}`,
      message,
      remedy,
    ]),
    problems.map(formatProblem).join('\n'),
  ).toEqual(told);
});

test('every one of them is told in Chinese too', () => {
  for (const [name, kind, changes] of faults) {
    for (const problem of parsePlan(planWith(changed(kind, changes))).problems) {
      const { message, remedy } = translateProblem(problem, zhCN);
      expect(
        [message, remedy].every((text) => /\p{Script=Han}/u.test(text)),
        name,
      ).toBe(true);
      expect([message, remedy], name).not.toEqual([problem.message, problem.remedy]);
    }
  }
});
