import { narrowQuery, type Condition, type Query } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { sourceWords } from '../../packages/widgets/src/source/book.js';
import { findFile, integrityOf } from '../../packages/widgets/src/source/find-file.js';
import { manifestForm } from '../../packages/widgets/src/source/manifest-form.js';
import { isSameSelection, nothing, takeSelection } from '../../packages/widgets/src/source/selection.js';
import type { Wanted } from '../../packages/widgets/src/element/source.js';
import { chips, manifestOf, north } from './release-files.js';

describe('the file of a release that is wanted', () => {
  const release = manifestOf();

  test.each<[Wanted, string]>([
    ['verdicts', 'verdicts.json'],
    [{ goal: 'park-revenue' }, 'series/goals/park-revenue.json'],
    [{ metric: 'revenue', grain: 'month' }, 'series/metrics/revenue.month.json'],
    [{ metric: 'revenue', grain: 'month', by: 'zone' }, 'series/metrics/revenue.month.by-zone.json'],
  ])('%j is found', (wanted, path) => {
    expect(findFile(release, wanted).file?.path).toBe(path);
  });

  test.each<[Wanted, boolean, string]>([
    [{ goal: 'secret' }, true, 'secret'],
    [{ goal: 'park-revenu' }, false, 'park-revenue'],
    [{ metric: 'revenue', grain: 'quarter' }, true, 'revenue.month, revenue.month.by-zone'],
    [{ metric: 'revenue', grain: 'month', by: 'industry' }, true, 'revenue.month.by-industry'],
    [{ metric: 'costs', grain: 'month' }, false, 'costs.month'],
  ])('%j is not there, which is told with what is', (wanted, isKnown, told) => {
    const found = findFile(release, wanted);
    expect(found.file).toBeUndefined();
    expect(found.isKnown).toBe(isKnown);
    for (const locale of ['zh-CN', 'en']) {
      expect(found.lack!(sourceWords(locale)).replaceAll('、', ', ')).toContain(told);
    }
  });

  test('a release from before there were series says so', () => {
    const { verdicts, database } = release.files;
    const old = { ...release, files: { verdicts, database } };
    expect(findFile(old, { goal: 'park-revenue' }).lack!(sourceWords('en'))).toContain('no series files');
    expect(findFile(old, 'verdicts').file).toBe(verdicts);
  });

  test('a digest becomes the text by which a browser checks it', () => {
    expect(integrityOf(release.files.verdicts)).toBe('sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
  });

  test.each([
    null,
    [],
    {},
    { ...release, version: 2 },
    { ...release, files: {} },
    { ...release, plan: { goals: [null] } },
    { ...release, files: { ...release.files, verdicts: { path: 'a', sha256: 'x' } } },
    { ...release, files: { ...release.files, series: { goals: {}, metrics: [] } } },
  ])('what is no manifest is none: %#', (json) => {
    expect(manifestForm.take(json)).toBeUndefined();
    expect(manifestForm.take(structuredClone(release))).toEqual(release);
  });
});

describe('a selection', () => {
  test('replaces the parts that are given; null and an empty list choose nothing', () => {
    const one = takeSelection(nothing, { where: [chips] });
    expect(one).toEqual({ where: [chips] });
    const both = takeSelection(one, { during: '2026' });
    expect(both).toEqual({ where: [chips], during: '2026' });
    expect(takeSelection(both, { where: null })).toEqual({ where: [], during: '2026' });
    expect(takeSelection(both, { during: null })).toEqual({ where: [chips] });
    expect(takeSelection(both, {})).toEqual(both);
    expect(isSameSelection(takeSelection(both, { where: null, during: null }), nothing)).toBe(true);
  });

  test('is a frozen copy of what was given', () => {
    const given = { column: 'zone', in: ['北区'] };
    const taken = takeSelection(nothing, { where: [given] });
    given.in.push('南区');
    expect(taken.where).toEqual([{ column: 'zone', in: ['北区'] }]);
    expect(() => (taken.where[0] as unknown as typeof given).in.push('x')).toThrow(TypeError);
  });

  test.each<[unknown, string]>([
    ['industry', 'where'],
    [[{ equals: 1 }], 'where[0].column'],
    [[null], 'where[0]'],
    [[chips, { or: [{ column: 'zone', equals: 1 }, {}] }], 'where[1].or[1].column'],
    [[{ or: [] }], 'where[0].or'],
    [[{ not: 'zone' }], 'where[0].not'],
    [[{ column: 'industry', equal: 'x' }], 'where[0].equal'],
    [[{ column: 'industry' }], 'where[0]'],
    [[{ column: 'industry', in: 'x' }], 'where[0].in'],
    [[{ column: 'industry', in: [{}] }], 'where[0].in'],
    [[{ column: 'industry', in: [] }], 'where[0].in'],
    [[{ column: 'industry', between: [1] }], 'where[0].between'],
    [[{ column: 'industry', equals: null }], 'where[0].equals'],
    [[{ column: 'industry', above: NaN }], 'where[0].above'],
    [[{ column: 'industry', contains: '' }], 'where[0].contains'],
    [[{ column: 'industry', null: 'yes' }], 'where[0].null'],
    [[{ column: 'industry', equals: 'x', in: ['y'] }], 'where[0]'],
    [[{ column: 'industry', constructor: 'x' }], 'where[0].constructor'],
  ])('%j is none, and is refused with its path and an example', (where, path) => {
    const told = (): unknown => takeSelection(nothing, { where: where as never });
    expect(told).toThrow(TypeError);
    expect(told).toThrow(`"${path}" of a selection`);
    expect(told).toThrow(/equals: '北区'/);
  });

  test.each([
    ['garbage'],
    [''],
    ['2026-13'],
    [2026],
    [{}],
    [{ start: '2026-02-01', end: '2026-01-01' }],
    [{ start: '2026-02-30', end: '2026-03-01' }],
    [{ last: 0, grain: 'month', asOf: '2026-10-31' }],
    [{ last: 3, grain: 'age', asOf: '2026-10-31' }],
  ])('the period %j is none, and is refused with an example', (during) => {
    const told = (): unknown => takeSelection(nothing, { during: during as never });
    expect(told).toThrow(TypeError);
    expect(told).toThrow(/"during" .*2026-Q3/);
  });

  test('every form of a condition and of a period is taken', () => {
    const column = 'zone';
    const where: readonly Condition[] = [
      { column, equals: 'a' },
      { column, notEquals: 1 },
      { column, in: ['a', 2, true] },
      { column, above: 1 },
      { column, below: '2026-01-01' },
      { column, atLeast: 1 },
      { column, atMost: 1 },
      { column, between: [null, 1] },
      { column, contains: 'a' },
      { column, startsWith: 'a' },
      { column, null: false },
      { not: { or: [chips, north] } },
    ];
    for (const during of [
      '2026',
      '2026-H1',
      '2026-Q3',
      '2026-07',
      '2025-07/2026-06',
      { start: '2026-01-01', end: '2026-03-31' },
      { last: 3, grain: 'month', asOf: '2026-10-31' },
    ] as const)
      expect(takeSelection(nothing, { where, during })).toEqual({ where, during });
  });

  test('what is no selection at all is refused', () => {
    for (const change of ['x', null, 7])
      expect(() => takeSelection(nothing, change as never)).toThrow(TypeError);
  });
});

describe('a question under a selection', () => {
  const known = manifestOf();
  const under = (query: Query, where: readonly Condition[], except?: readonly string[]): unknown =>
    narrowQuery(query, { where, during: '2026' }, known, except);

  test('meets the conditions whose columns its dataset has, and its own', () => {
    expect(under({ metric: 'revenue', where: [{ column: 'month', null: false }] }, [chips, north])).toEqual({
      metric: 'revenue',
      where: [{ column: 'month', null: false }, chips, north],
      during: '2026',
    });
    expect(under({ metric: 'visits' }, [chips, north])).toMatchObject({ where: [north] });
    expect(under({ metric: 'visits' }, [chips])).not.toHaveProperty('where');
  });

  test('a metric made of others has the columns that all of them have', () => {
    expect(under({ metric: 'per-visit' }, [chips, north])).toMatchObject({ where: [north] });
    expect(under({ metrics: ['revenue', 'visits'] }, [chips, north])).toMatchObject({ where: [north] });
    expect(under({ metric: 'unknown' }, [chips, north])).not.toHaveProperty('where');
  });

  test('conditions of several columns hold as one', () => {
    const either: Condition = { or: [{ not: chips }, north] };
    expect(under({ metric: 'revenue' }, [either])).toMatchObject({ where: [either] });
    expect(under({ metric: 'visits' }, [either])).not.toHaveProperty('where');
    expect(under({ metric: 'revenue' }, [either, north], ['industry'])).toMatchObject({ where: [north] });
  });

  test('a period of its own stays', () => {
    expect(under({ metric: 'revenue', during: '2025' }, [])).toEqual({ metric: 'revenue', during: '2025' });
  });
});
