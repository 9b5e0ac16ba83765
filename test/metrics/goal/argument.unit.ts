import { describe, expect, test } from 'vitest';
import { judge } from '../../../packages/metrics/src/goal/judge.js';
import { revenue as goal } from './goals.js';

describe('a program without types that calls it wrongly is told how to', () => {
  const series = { grain: 'month', reportedThrough: '2026-09-30', count: false, observations: [] } as const;
  const call = (...given: unknown[]): (() => unknown) => {
    return () => (judge as (...given: unknown[]) => unknown)(...given);
  };
  const refusal = (words: string): Error =>
    expect.objectContaining({ code: 'REFUSED', message: expect.stringContaining(words) as string }) as Error;

  test.each([
    [[undefined, series, { asOf: '2026-09-30' }], 'type: goal.'],
    [[goal, [], { asOf: '2026-09-30' }], 'type: series.'],
    [[goal, { ...series, observations: undefined }, { asOf: '2026-09-30' }], 'type: series.'],
    [[goal, series], 'type: options.'],
    [[], 'type: goal, series, options.'],
  ])('an argument that is missing, or is none: %#', (given, words) => {
    expect(call(...given)).toThrow(refusal(words));
  });

  test.each(['week', 'months', 'quarters', undefined])('a grain that it does not know: %s', (grain) => {
    expect(call(goal, { ...series, grain }, { asOf: '2026-09-30' })).toThrow(
      refusal(`the grain of its series is "${grain}", not day, month, quarter, half-year or year`),
    );
  });
});
