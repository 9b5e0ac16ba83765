import { former } from './kinds.js';
import type { Fault } from './kinds.js';

/** Formulas, natures and former targets with one fault each. */
export const formulaFaults: readonly Fault[] = [
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
