import type { Fault } from './kinds.js';

/** Bounds, ranges, averages and limits with one fault each. */
export const keptFaults: readonly Fault[] = [
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
        'Remove "bound": the target is reached at this figure or above. If every period has to keep it by its own figure, write "accumulate": "level" and "hold": "each-period".',
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
        'Remove "bound": the target is reached at this figure or above. If every period has to keep it by its own figure, write "accumulate": "level" and "hold": "each-period".',
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
];
