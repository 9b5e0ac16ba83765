import { expect, test } from 'vitest';
import {
  openSdgEnds,
  type OpenSdgPoint,
} from '../../../../packages/metrics/src/goal/methods/open-sdg-series.js';

const none = { baseValue: null, baseYear: null, currentValue: null, currentYear: null };

test.each<[string, readonly OpenSdgPoint[], object]>([
  [
    'the base year where it has data',
    [
      [2014, 1],
      [2015, 2],
      [2016, 3],
    ],
    { baseValue: 2, baseYear: 2015, currentValue: 3, currentYear: 2016 },
  ],
  [
    'the next later year where it has none',
    [
      [2014, 1],
      [2017, 4],
      [2020, 5],
    ],
    { baseValue: 4, baseYear: 2017, currentValue: 5, currentYear: 2020 },
  ],
  [
    'the next later year where its figure is missing',
    [
      [2015, null],
      [2016, NaN],
      [2017, 4],
      [2018, null],
    ],
    { baseValue: 4, baseYear: 2017, currentValue: 4, currentYear: 2017 },
  ],
  [
    'the first year of a period',
    [
      ['2015-16', 2],
      ['2016/17', 3],
      ['2017–2018', 4],
      ['2018', 5],
    ],
    { baseValue: 2, baseYear: 2015, currentValue: 5, currentYear: 2018 },
  ],
  [
    'no base after the data',
    [
      [2013, 1],
      [2014, 2],
    ],
    { ...none, currentValue: 2, currentYear: 2014 },
  ],
  [
    'years in any order',
    [
      [2019, 9],
      [2016, 6],
      [2018, 8],
    ],
    { baseValue: 6, baseYear: 2016, currentValue: 9, currentYear: 2019 },
  ],
  [
    'no period that names no year',
    [
      ['first', 1],
      ['20155', 1],
    ],
    none,
  ],
  ['nothing', [], none],
])('METHODS §6.1: a series gives %s', (_, series, ends) => {
  const before = structuredClone(series);
  expect(openSdgEnds({ series, baseYear: 2015 })).toEqual(ends);
  expect(series).toEqual(before);
});
