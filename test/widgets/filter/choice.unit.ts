import { describe, expect, test } from 'vitest';
import type { Condition, Selection } from '@zj/metrics';
import { readAddress } from '../../../packages/widgets/src/element/address.js';
import { readFields, writeFields } from '../../../packages/widgets/src/filter/address-form.js';
import { besideFields, chipsOf, clearAll, tellChoice } from '../../../packages/widgets/src/filter/chips.js';
import {
  choiceOf,
  conditionOf,
  toggleValue,
  withChoice,
} from '../../../packages/widgets/src/filter/choice.js';
import { filterModel, type FilterModel } from '../../../packages/widgets/src/filter/model.js';
import { findIn } from '../../../packages/widgets/src/filter/search-values.js';
import { tellSelection } from '../../../packages/widgets/src/source/tell-selection.js';
import { speaker } from '../../../packages/widgets/src/element/foreign.js';
import { pageFilter, parkRows } from '../../../stories/filter-data.js';

const zone = { column: 'zone', type: 'VARCHAR', empty: 'blank' } as const;
const industry = { column: 'industry', type: 'VARCHAR' } as const;
const merged = { ...zone, empty: 'merged' } as const;
const either = { ...zone, empty: 'either' } as const;

/** The model of a made-up park under a selection. */
function modelOf(selection: Selection): FilterModel {
  const spec = { dataset: 'park', fields: ['month', 'industry', 'subfield', 'zone'] };
  const { fields, state } = pageFilter(spec, {
    ...{ rows: parkRows(500), through: '2026-10-31', answer: () => Promise.resolve() },
  });
  return filterModel({ fields, state, selection }, speaker('zh-CN'), 'zh-CN');
}

describe('a choice', () => {
  test('and its condition say the same, also with empty values and where values are left out', () => {
    for (const field of [zone, industry, merged, either])
      for (const excludes of [false, true])
        for (const values of [
          ['北区'],
          ['北区', '南区'],
          ...('empty' in field ? [[null], ['北区', null]] : []),
        ]) {
          const choice = { values, excludes };
          expect(choiceOf([conditionOf(choice, field)!], field)).toEqual(choice);
        }
  });

  test('leaves rows with an empty value in where other values are left out', () => {
    expect(conditionOf({ values: ['北区'], excludes: true }, zone)).toEqual({
      or: [{ not: { column: 'zone', in: ['北区'] } }, { column: 'zone', null: true }],
    });
  });

  test('leaves merged cells out where other values are left out: they may have these, and the words say so', () => {
    for (const field of [merged, either])
      expect(conditionOf({ values: ['北区'], excludes: true }, field)).toEqual({
        not: { column: 'zone', in: ['北区'] },
      });
    const option = { rows: 1, rowsText: '1', share: 1 };
    const chosen = (values: readonly (string | null)[], excludes: boolean): string =>
      tellChoice(
        {
          ...{ kind: 'values', label: '功能区', choice: { values, excludes } },
          field: { ...merged, kind: 'values', name: 'zone', label: { zh: '功能区', en: 'Zone' } },
          options: [
            { ...option, value: '北区', name: '北区' },
            { ...option, value: null, name: '合并（保密）' },
          ],
        },
        'zh-CN',
      );
    expect(chosen(['北区'], true)).toBe('不含 北区，也不含 合并（保密）');
    expect(chosen(['北区', null], true)).toBe('不含 北区 或 合并（保密）');
    expect(chosen(['北区'], false)).toBe('北区');
  });

  test('has values of the type of its column', () => {
    expect(conditionOf({ values: ['3'], excludes: false }, { column: 'n', type: 'INTEGER' })).toEqual({
      column: 'n',
      in: [3],
    });
    expect(conditionOf({ values: ['true'], excludes: false }, { column: 'b', type: 'BOOLEAN' })).toEqual({
      column: 'b',
      in: [true],
    });
  });

  test('is read from the conditions that pages write', () => {
    expect(choiceOf([{ column: 'zone', equals: '北区' }], zone)).toEqual({
      values: ['北区'],
      excludes: false,
    });
    expect(choiceOf([{ column: 'zone', notEquals: '北区' }], zone)).toEqual({
      values: ['北区', null],
      excludes: true,
    });
    expect(choiceOf([{ column: 'zone', startsWith: '北' }], zone)).toBeUndefined();
    expect(choiceOf([], zone)?.values).toEqual([]);
  });

  test('replaces conditions on its column, and those on other columns stay in their places', () => {
    const where: Condition[] = [
      { column: 'a', equals: 1 },
      { column: 'zone', equals: '北区' },
      { column: 'b', above: 2 },
    ];
    expect(withChoice(where, zone, { values: ['南区'], excludes: false })).toEqual([
      where[0],
      { column: 'zone', in: ['南区'] },
      where[2],
    ]);
    expect(withChoice(where, zone, toggleValue({ values: ['北区'], excludes: false }, '北区'))).toEqual([
      where[0],
      where[2],
    ]);
  });
});

describe('conditions in words', () => {
  const selection: Selection = {
    during: '2026',
    where: [
      { column: 'industry', in: ['集成电路', '生物医药'] },
      { or: [{ not: { column: 'subfield', in: ['细胞与基因'] } }] },
      {
        or: [
          { column: 'zone', in: ['综合保税区'] },
          { column: 'zone', null: true },
        ],
      },
      { column: 'secret', equals: 1 },
    ],
  };

  test('stand in the order of the fields', () => {
    expect(
      chipsOf(modelOf(selection), selection, 'zh-CN').map(({ label, choice }) => `${label}：${choice}`),
    ).toEqual([
      '月份：2026年1月—10月',
      '产业：集成电路 或 生物医药',
      '细分领域：不含 细胞与基因',
      '功能区：综合保税区 或 未填写',
    ]);
  });

  test('go one by one or all at once; conditions of the page on other columns stay and are counted', () => {
    const model = modelOf(selection);
    expect(besideFields(model, selection)).toBe(1);
    expect(clearAll(model, selection)).toEqual({ where: [selection.where[3]] });
    expect(chipsOf(model, selection, 'zh-CN')[0]!.without).toEqual({ where: selection.where });
  });

  test('have the same ends of a period wherever it is told', () => {
    const selection = { where: [], during: { start: '2026-07-01', end: '2026-09-30' } };
    expect(chipsOf(modelOf(selection), selection, 'zh-CN')[0]!.choice).toBe('2026年7月—9月');
    expect(tellSelection(selection, { datasets: [] }, 'zh-CN')).toBe('时期：2026年7月—9月');
  });

  test('that join two fields by or are one, with the names of both, and go at once', () => {
    const either: Selection = {
      where: [
        {
          or: [
            { column: 'zone', in: ['北区'] },
            { column: 'industry', in: ['其他'] },
          ],
        },
      ],
    };
    const chips = chipsOf(modelOf(either), either, 'zh-CN');
    expect(chips.map(({ choice }) => choice)).toEqual(['功能区：北区，或产业：其他']);
    expect(chips[0]!.without).toEqual({ where: [] });
  });

  test('of a page that are no list of values are told as they are', () => {
    const odd: Selection = {
      where: [{ column: 'zone', startsWith: '北' }],
      during: { start: '2026-01-10', end: '2026-02-05' },
    };
    expect(chipsOf(modelOf(odd), odd, 'zh-CN').map(({ choice }) => choice)).toEqual([
      '时期：2026年1月10日—2月5日',
      '功能区：北…',
    ]);
  });
});

describe('a filter in an address', () => {
  const ground = { selection: { where: [] }, others: ['page'] } as const;
  const read = (
    values: Readonly<Record<string, string>>,
    written: readonly string[] = [],
    repeats: Readonly<Record<string, readonly string[]>> = {},
  ) =>
    readFields(
      { values: new Map(Object.entries(values)), written, repeats: new Map(Object.entries(repeats)) },
      { ...ground, model: modelOf({ where: [] }) },
      'zh-CN',
    );

  test('holds its own fields alone, and reads back to the same selection', () => {
    const { selection, remarks } = read({
      month: '2026-01..2026-10',
      industry: '集成电路,生物医药',
      zone: '!北区',
      page: '3',
      id: '5',
    });
    expect(remarks).toEqual([]);
    const model = modelOf(selection);
    expect(writeFields(model, selection)).toEqual({
      ...{ month: '2026-01..2026-10', industry: '集成电路,生物医药' },
      ...{ subfield: undefined, zone: '!北区' },
    });
    expect(
      writeFields(model, { ...selection, where: [...selection.where, { column: 'secret', equals: 1 }] }),
    ).not.toHaveProperty('secret');
  });

  test('tells what it cannot use: values that the data do not have, and names that are no fields', () => {
    expect(read({ industry: '集成电路,采矿', month: '2031-01' }).remarks).toEqual([
      '链接里月份的“2031-01”不在数据中，没有使用。',
      '链接里产业的“采矿”不在数据中，没有使用。',
    ]);
    expect(read({ industri: '集成电路', id: '5' }).remarks).toEqual([
      '链接里的“industri”不是本页的筛选项，没有使用。',
    ]);
    expect(read({ level: '高', id: '5' }, ['level']).remarks).toEqual([
      '链接里的“level”不是本页的筛选项，没有使用。',
    ]);
  });
});

describe('an address that somebody wrote by hand', () => {
  const read = (search: string) =>
    readFields(
      readAddress(search),
      { model: modelOf({ where: [] }), selection: { where: [] }, others: [] },
      'zh-CN',
    );

  test('may name a field twice: the values are one list, or it is told', () => {
    expect(read('?industry=集成电路&industry=生物医药')).toEqual({
      selection: { where: [{ column: 'industry', in: ['集成电路', '生物医药'] }] },
      remarks: [],
    });
    const mixed = read('?industry=集成电路&industry=!生物医药&month=2026-01&month=2026-02');
    expect(mixed.selection).toEqual({
      where: [{ column: 'industry', in: ['集成电路'] }],
      during: { start: '2026-01-01', end: '2026-01-31' },
    });
    expect(mixed.remarks).toEqual([expect.stringContaining('月份'), expect.stringContaining('产业')]);
  });

  test('never chooses more than it names: a day is no month', () => {
    for (const text of ['2026-02-15', '2026-02-15..', '2026-02..2026-03-05']) {
      const { selection, remarks } = read(`?month=${text}`);
      expect(selection).toEqual({ where: [] });
      expect(remarks).toEqual([`链接里月份的“${text}”不在数据中，没有使用。`]);
    }
    expect(read('?month=2026').remarks).toEqual([]);
    expect(read('?month=2026-Q1').selection.during).toEqual({ start: '2026-01-01', end: '2026-03-31' });
  });
});

describe('a search', () => {
  const marked = (name: string, text: string): string | undefined =>
    findIn(name, text)
      ?.map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
      .join('');

  test('finds names by their characters and by the initials of their pinyin, and marks the part', () => {
    expect(marked('封装测试', '测')).toBe('封装[测]试');
    expect(marked('封装测试', 'cs')).toBe('封装[测试]');
    expect(marked('生物制药', 's')).toBe('[生]物制药');
    expect(marked('AI 芯片', 'xp')).toBe('AI [芯片]');
    expect(marked('AI 芯片', 'ai')).toBe('[AI] 芯片');
    expect(marked('封装测试', 'q')).toBeUndefined();
    expect(marked('封装测试', '')).toBe('封装测试');
  });
});
