import { readList, writeList } from '../element/address.js';
import { readNumber, type ColumnFilter } from './column-filter.js';
import type { Column } from './column.js';
import type { Sorted } from './order.js';
import { cardsOfPage, pageSizes } from './page-bar.js';
import { firstState, type Settled, type TableState } from './state.js';

/** The names that a table may write into an address; nothing else is read. */
export const addressNames = ['page', 'size', 'sort', 'texts', 'search', 'only', 'where'] as const;

/** The texts of a table for an address; `undefined` where it is as at first. */
export type TableTexts = Readonly<Record<(typeof addressNames)[number], string | undefined>>;

/**
 * The state of a table as texts for an address.
 *
 * @example
 * const state = { ...firstState, page: 2, order: [{ column: 'revenue', isDescending: true }] };
 * writeTexts({ state, isInPages: true, pageSize: 50, usualSize: 50 }) // { page: '3', sort: '-revenue', … }
 */
export function writeTexts({ state, isInPages, pageSize, usualSize }: Omit<Settled, 'columns'>): TableTexts {
  const { page, order, isPinyin, search, isOnly, filters } = state;
  // A page without a size is one of as many rows as usual: cards are fewer.
  const size = page > 0 ? (pageSize === usualSize ? undefined : pageSize) : state.pageSize;
  const parts = Object.entries(filters).flatMap(([name, filter]) => writeFilter(name, filter));
  return {
    page: isInPages && page > 0 ? `${page + 1}` : undefined,
    size: isInPages && size !== undefined ? `${size}` : undefined,
    sort: order && writeNames(order.map(({ column, isDescending }) => (isDescending ? '-' : '') + column)),
    texts: isPinyin ? 'pinyin' : undefined,
    search: search || undefined,
    only: isOnly ? 'yes' : undefined,
    where: parts.length > 0 ? writeNames(parts) : undefined,
  };
}

const writeNames = (values: readonly string[]): string => writeList({ values, excludes: false });
const readNames = (text = ''): readonly string[] => readList(text).values.filter((one) => one !== null);

/** The parts of a filter: `industry(集成电路)`, `zone()` for empty cells, `name*(保税)`, `revenue.from(100)`, `revenue.to(200)`. */
function writeFilter(name: string, { values = [], low, high, contains, empty }: ColumnFilter): string[] {
  return [
    ...values.filter((one) => one !== null).map((one) => `${name}(${one === '' ? "''" : one})`),
    ...(empty || values.includes(null) ? [`${name}()`] : []),
    ...(contains ? [`${name}*(${contains})`] : []),
    ...(low ? [`${name}.from(${low})`] : []),
    ...(high ? [`${name}.to(${high})`] : []),
  ];
}

/**
 * The state that an address names; all that it does not name is as at first. Columns that the rows do not have, and limits that are
 * none, are left out: an address is written by anybody.
 */
export function readTexts(
  texts: Partial<TableTexts>,
  { columns, usualSize }: Pick<Settled, 'columns' | 'usualSize'>,
): Partial<TableState> {
  const { page, size, sort, search = '' } = texts;
  const number = /^[1-9]\d{0,8}$/.test(page ?? '') ? Number(page) - 1 : 0;
  const known = [cardsOfPage, ...pageSizes].find((one) => `${one}` === size);
  const pageSize = known ?? (number > 0 ? usualSize : undefined);
  const has = (column: string): boolean => columns.some(({ name }) => name === column);
  const sorted = readNames(sort)
    .map((text): Sorted => ({ column: text.replace(/^-/, ''), isDescending: text.startsWith('-') }))
    .filter(({ column }, at, all) => has(column) && all.findIndex((one) => one.column === column) === at);
  const { cursor, hit, range, panel, told } = firstState;
  return {
    ...{ hit, range, panel, told, pageSize, search },
    page: number,
    cursor: pageSize !== undefined && number > 0 ? { row: number * pageSize, column: 0 } : cursor,
    ...(number > 0 ? { mode: 'pages' as const } : {}),
    order: sort === undefined || (sort !== '' && sorted.length === 0) ? undefined : sorted,
    isPinyin: texts.texts === 'pinyin',
    isOnly: texts.only === 'yes' && search !== '',
    filters: readFilters(texts.where, columns),
  };
}

/** The texts of an address that say nothing to the rows, by their names: a part of a list stands alone. */
export function unusable(
  texts: Partial<TableTexts>,
  { columns }: Pick<Settled, 'columns'>,
): readonly (readonly [name: keyof TableTexts, text: string])[] {
  const { page, size, sort, texts: order, only, where, search = '' } = texts;
  const isPage = page === undefined || /^[1-9]\d{0,8}$/.test(page);
  const isSize = size === undefined || [cardsOfPage, ...pageSizes].some((one) => `${one}` === size);
  const sorted = readNames(sort).map((text) => text.replace(/^-/, ''));
  const lost = readNames(sort).filter(
    (_, at) => !columns.some(({ name }) => name === sorted[at]) || sorted.indexOf(sorted[at]!) !== at,
  );
  const unread = readNames(where).filter((part) => !readPart(part, columns));
  return [
    ...(isPage ? [] : [['page', page] as const]),
    ...(isSize ? [] : [['size', size] as const]),
    ...(lost.length > 0 ? [['sort', writeNames(lost)] as const] : []),
    ...(order === undefined || order === 'pinyin' ? [] : [['texts', order] as const]),
    ...(only === undefined || (only === 'yes' && search !== '') ? [] : [['only', only] as const]),
    ...(unread.length > 0 ? [['where', writeNames(unread)] as const] : []),
  ];
}

function readFilters(text: string | undefined, columns: readonly Column[]): TableState['filters'] {
  const filters = new Map<string, ColumnFilter>();
  for (const part of readNames(text)) {
    const read = readPart(part, columns);
    if (!read) continue;
    const [name, added] = read;
    const old = filters.get(name) ?? {};
    const values = added.values && [...(old.values ?? []), ...added.values];
    filters.set(name, { ...old, ...added, ...(values && { values }) });
  }
  return Object.fromEntries(filters);
}

/** A part of the conditions: its column, and what it adds to the filter of that; `undefined` for one that is none. */
function readPart(part: string, columns: readonly Column[]): readonly [string, ColumnFilter] | undefined {
  const [, name = '', how, given = ''] = /^(.+?)(\*|\.from|\.to)?\((.*)\)$/su.exec(part) ?? [];
  const column = columns.find((one) => one.name === name);
  if (!column) return undefined;
  if (how === '*') return [name, { contains: given }];
  if (!how) return [name, given === '' ? { empty: true } : { values: [given === "''" ? '' : given] }];
  const limit = column.kind === 'figure' ? readNumber(given) : readDay(given);
  return limit ? [name, { [how === '.from' ? 'low' : 'high']: limit }] : undefined;
}

function readDay(text: string): string | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}
