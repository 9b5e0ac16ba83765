import { describe, expect, test } from 'vitest';
import {
  openSdgAggregate,
  openSdgClassify,
  scoreStatus,
  type OpenSdgScore,
} from '../../../../packages/metrics/src/goal/methods/open-sdg-score.js';

const classify = (progressValue: number | null, hasTarget: boolean, C?: number): OpenSdgScore =>
  openSdgClassify({ progressValue, hasTarget, ...(C !== undefined && { C }) });

describe('METHODS §6.1, with a target', () => {
  test.each([
    [2, 'substantial_progress'],
    [0.95, 'substantial_progress'],
    [0.95 - Number.EPSILON, 'moderate_progress'],
    [0.6, 'moderate_progress'],
    [0.6 - Number.EPSILON, 'limited_progress'],
    [0, 'limited_progress'],
    [-0, 'limited_progress'],
    [-5e-324, 'deterioration'],
    [-3, 'deterioration'],
  ])('a progress value of %d is %s', (value, status) => {
    expect(classify(value, true).status).toBe(status);
  });

  test.each([
    ['R ≥ 0.6: 7.1429 R − 4.2857', 1, 2.8572],
    ['at 0.6', 0.6, 7.1429 * 0.6 - 4.2857],
    ['at 0.95', 0.95, 7.1429 * 0.95 - 4.2857],
    ['below 5', 1.299, 7.1429 * 1.299 - 4.2857],
    ['at most 5', 1.3, 5],
    ['R < 0.6: 4.1667 R − 2.5', 0.59, 4.1667 * 0.59 - 2.5],
    ['at 0', 0, -2.5],
    ['below 0', -0.5, 4.1667 * -0.5 - 2.5],
    ['above −5', -0.59, 4.1667 * -0.59 - 2.5],
    ['at least −5', -0.61, -5],
    ['of a huge value', 1.7e308, 5],
    ['of a hugely negative one', -1.7e308, -5],
  ])('the score: %s', (_, value, score) => {
    expect(classify(value, true).score).toBeCloseTo(score, 12);
  });

  test('C says nothing', () => {
    expect(classify(0.7, true, 0.1)).toEqual(classify(0.7, true));
  });
});

describe('METHODS §6.1, without a target', () => {
  test.each([
    [0.015, 'substantial_progress'],
    [0.015 - 1e-17, 'moderate_progress'],
    [0.005, 'moderate_progress'],
    [0.005 - 1e-17, 'limited_progress'],
    [0, 'limited_progress'],
    [-1e-17, 'deterioration'],
  ])('a growth of %d is %s', (value, status) => {
    expect(classify(value, false).status).toBe(status);
  });

  test.each([
    [0.5, 0.0075, 'substantial_progress'],
    [0.5, 0.00749, 'moderate_progress'],
    [0.5, 0.0025, 'moderate_progress'],
    [0.5, 0.00249, 'limited_progress'],
    [0.5, -0.00001, 'deterioration'],
    [0, 0, 'substantial_progress'],
    [0, -0.00001, 'deterioration'],
  ])('C = %d makes the thresholds smaller: a growth of %d is %s', (C, value, status) => {
    expect(classify(value, false, C).status).toBe(status);
  });

  test.each([
    ['g < 0: 125 g − 2.5', -0.01, 1, -3.75],
    ['g < 0 at least −5', -0.021, 1, -5],
    ['g < 0 without C', -0.01, 0.5, -3.75],
    ['g < 0 where C = 0', -0.01, 0, -3.75],
    ['C = 0', 0, 0, 5],
    ['C = 0 above 0', 0.001, 0, 5],
    ['g ≥ high: 500 g / C − 5', 0.016, 1, 3],
    ['g ≥ high at most 5', 0.0201, 1, 5],
    ['at high', 0.015, 1, 2.5],
    ['g ≥ high with C', 0.008, 0.5, 3],
    ['g ≥ middle: 250 g / C − 1.25', 0.01, 1, 1.25],
    ['at middle', 0.005, 1, 0],
    ['g ≥ middle with C', 0.005, 0.5, 1.25],
    ['below middle: 500 g / C − 2.5', 0.002, 1, -1.5],
    ['at 0', 0, 1, -2.5],
    ['below middle with C', 0.001, 0.5, -1.5],
  ])('the score: %s', (_, value, C, score) => {
    expect(classify(value, false, C).score).toBeCloseTo(score, 12);
  });

  test('C is 1 where it is absent, null or no number', () => {
    for (const C of [undefined, null, NaN])
      expect(openSdgClassify({ progressValue: 0.016, hasTarget: false, C: C! })).toEqual({
        status: 'substantial_progress',
        score: 3,
      });
  });
});

test('without a progress value there is neither word nor score', () => {
  for (const hasTarget of [true, false])
    for (const progressValue of [null, undefined, NaN, Infinity])
      expect(openSdgClassify({ progressValue: progressValue!, hasTarget })).toEqual({
        status: 'not_available',
        score: null,
      });
});

describe('METHODS §6.1: the word of a mean score', () => {
  test.each([
    [5, 'substantial_progress'],
    [2.5, 'substantial_progress'],
    [2.4999999999, 'moderate_progress'],
    [0, 'moderate_progress'],
    [-1e-10, 'limited_progress'],
    [-2.5, 'limited_progress'],
    [-2.5000000001, 'deterioration'],
    [-5, 'deterioration'],
    [null, 'not_available'],
    [undefined, 'not_available'],
    [NaN, 'not_available'],
  ])('%d is %s', (score, status) => {
    expect(scoreStatus(score)).toBe(status);
  });
});

describe('METHODS §6.1: several series', () => {
  const achieved: OpenSdgScore = { score: 5, status: 'target_achieved' };
  const nothing: OpenSdgScore = { score: null, status: 'not_available' };
  const scored = (score: number): OpenSdgScore => ({ score, status: scoreStatus(score) });

  test.each<[string, readonly OpenSdgScore[], OpenSdgScore]>([
    ['the mean of the scores', [scored(4), scored(1)], { score: 2.5, status: 'substantial_progress' }],
    [
      'the mean of those that exist',
      [scored(-4), nothing, scored(-2)],
      { score: -3, status: 'deterioration' },
    ],
    ['achieved where all are', [achieved, achieved], { score: 5, status: 'target_achieved' }],
    [
      'not where one is at 5 without having achieved',
      [achieved, scored(5)],
      { score: 5, status: 'substantial_progress' },
    ],
    ['not where one has no score', [achieved, nothing], { score: 5, status: 'substantial_progress' }],
    ['nothing of nothing', [nothing, nothing], nothing],
    ['nothing of no series', [], nothing],
    ['on a line in any order', [scored(0.1), scored(0.2), scored(-0.3)], scored(0)],
    ['on a line in another order', [scored(-0.3), scored(0.2), scored(0.1)], scored(0)],
  ])('are %s', (_, series, result) => {
    expect(openSdgAggregate({ series })).toEqual(result);
  });
});
