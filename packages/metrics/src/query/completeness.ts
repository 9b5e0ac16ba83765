import type { Contract, MissingMeaning } from '../dataset/contract.js';
import { wordsIn, type Bilingual } from '../base/text.js';

/**
 * The gaps behind a figure. `rejected`: rows of the file that broke the contract. `empty`: cells without a figure
 * among the rows read. `merged`: cells of a public cube, merged for confidentiality, of which nobody can tell whether they meet the
 * conditions; they are not counted. `missing`: periods that are due and have no row. `silent`: members that reported in the base, and not now.
 */
export interface Completeness {
  readonly dataset: string;
  readonly kind: 'rejected' | 'empty' | 'merged' | 'missing' | 'silent';
  /** Of `empty`: the column that was measured. */
  readonly column?: string;
  /** Of `empty`: why there is no figure; `empty` where nothing stands in the cell. */
  readonly means?: MissingMeaning | 'empty';
  /** At least 1. */
  readonly count: number;
  /** Of `missing` the periods, `2026-03`, `2026-Q3`, `2026-H2` or `2026`; of `silent` the members; of `merged`, under conditions of a query, the days of the cells; else none. */
  readonly names: readonly string[];
  readonly text: Bilingual;
}

/** Why a cell has no figure, in the order in which results tell them. */
export const meanings: readonly NonNullable<Completeness['means']>[] = [
  'empty',
  'not-applicable',
  'not-available',
  'suppressed',
  'below-half',
];

const meaningWords: Readonly<Record<NonNullable<Completeness['means']>, Bilingual>> = {
  empty: { zh: '为空', en: 'empty' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  'not-available': { zh: '暂缺', en: 'not available' },
  suppressed: { zh: '不公开', en: 'suppressed' },
  'below-half': { zh: '不足半个单位', en: 'below half of the unit' },
};

/** More names than these are not written out in a sentence. */
const MOST_NAMES = 5;

/** The gap in words: `产业营业收入：3行数据被拒收`. */
export function tellLack(
  lack: Omit<Completeness, 'text' | 'dataset'>,
  contract: Pick<Contract, 'id' | 'name' | 'columns'>,
): Completeness {
  const { zh, en } = clauseOf(lack, contract);
  const name = (language: keyof Bilingual): string => wordsIn(contract.name, language).words;
  const text = { zh: `${name('zh')}：${zh}`, en: `${name('en')}: ${en}` };
  return { dataset: contract.id, ...lack, text };
}

/** As {@link tellLack}, without the name of the dataset: a clause of a sentence. */
export function clauseOf(
  { kind, count, column, means = 'empty', names }: Omit<Completeness, 'text' | 'dataset'>,
  { columns }: Pick<Contract, 'columns'>,
): Bilingual {
  const list = (mark: string): string => names.slice(0, MOST_NAMES).join(mark);
  const [more, others] = names.length > MOST_NAMES ? ['等', ' and more'] : ['', ''];
  const one = count === 1;
  switch (kind) {
    case 'rejected':
      return {
        zh: `${count}行数据被拒收`,
        en: `${count} ${one ? 'row was' : 'rows were'} rejected`,
      };
    case 'empty': {
      const label = columns.find(({ name }) => name === column)?.label ?? { zh: column!, en: column! };
      const words = meaningWords[means];
      const of = (language: keyof Bilingual): string => wordsIn(label, language).words;
      return {
        zh: `“${of('zh')}”有${count}个数据${words.zh}`,
        en: `${count} ${one ? 'cell' : 'cells'} of "${of('en')}" ${one ? 'is' : 'are'} ${words.en}`,
      };
    }
    case 'merged':
      return {
        zh: `${count}个单元格因保密而合并，无法判断是否符合条件，未计入`,
        en: `${count} ${one ? 'cell was' : 'cells were'} merged for confidentiality, may or may not meet the conditions, and ${one ? 'is' : 'are'} not counted`,
      };
    case 'missing':
      return {
        zh: `缺${count}期数据（${list('、')}${more}）`,
        en: `${count} ${one ? 'period is' : 'periods are'} missing (${list(', ')}${others})`,
      };
    case 'silent':
      return {
        zh: `${count}个报送者基期有数据而本期没有（${list('、')}${more}）`,
        en: `${count} ${one ? 'member' : 'members'} reported in the base and not now (${list(', ')}${others})`,
      };
  }
}

/**
 * The gaps that a reader of a figure must know, as clauses of a sentence: rejected rows and cells without a figure. Cells that
 * are not applicable are no gap, and the judgement itself names periods without rows.
 */
export function clausesOf(
  lacks: readonly Completeness[],
  contracts: readonly Pick<Contract, 'id' | 'columns'>[],
): readonly Bilingual[] {
  return lacks
    .filter(({ kind, means }) => kind === 'rejected' || (kind === 'empty' && means !== 'not-applicable'))
    .map((lack) =>
      clauseOf(
        lack,
        contracts.find(({ id }) => id === lack.dataset)!,
      ),
    );
}
