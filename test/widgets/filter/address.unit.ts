import { describe, expect, test } from 'vitest';
import {
  longest,
  prefixOf,
  readAddress,
  readList,
  withState,
  writeList,
} from '../../../packages/widgets/src/element/address.js';
import { seeds } from '../../soak.js';

const release = 'ab12cd34ef56'.padEnd(64, '0');
const page = 'https://example.gov.cn/park';

/** Texts that look like chance, the same each time: with all signs that mean something in an address. */
function texts(seed: number): readonly (string | null)[] {
  const signs = [...'集成电路,.!~&=+%# ?/aZ0', '..', '~empty', '~none'];
  let at = seed + 1;
  const next = (below: number): number => (at = (at * 48271) % 2147483647) % below;
  return Array.from({ length: next(5) }, () =>
    next(6) === 0 ? null : Array.from({ length: next(6) }, () => signs[next(signs.length)]!).join(''),
  );
}

describe('a list of values in an address', () => {
  test('reads back as it was written, whatever its values hold', () => {
    for (const seed of seeds('addresses', 20_000)) {
      const list = { values: texts(seed), excludes: seed % 2 === 1 };
      expect(readList(writeList(list))).toEqual(list);
      const href = withState(page, { values: { zone: writeList(list), b: 'x' }, release })!;
      expect(readList(readAddress(new URL(href).search).values.get('zone')!)).toEqual(list);
    }
  });

  test('is readable where its values are plain', () => {
    expect(writeList({ values: ['集成电路', '生物医药'], excludes: false })).toBe('集成电路,生物医药');
    expect(writeList({ values: ['细胞与基因', null], excludes: true })).toBe('!细胞与基因,~empty');
    expect(writeList({ values: ['a,b', '1..2', '!'], excludes: false })).toBe('a~,b,1~..2,~!');
  });
});

describe('the state in an address', () => {
  test('stands before the release, and what the page has of its own after it', () => {
    const href = withState(`${page}?id=5#top`, { values: { month: '2026-01..2026-10' }, release })!;
    expect(href).toBe(`${page}?month=2026-01..2026-10&release=ab12cd34ef56&id=5#top`);
    expect(readAddress(new URL(href).search)).toMatchObject({ release: 'ab12cd34ef56', written: ['month'] });
  });

  test('of one element leaves that of another alone', () => {
    const both = withState(`${page}?page=3&release=ab12cd34ef56&id=5`, {
      values: { zone: '北区', month: undefined },
      release,
    })!;
    expect(decodeURI(both)).toBe(`${page}?page=3&zone=北区&release=ab12cd34ef56&id=5`);
    expect(withState(both, { values: { zone: undefined }, release })).toBe(
      `${page}?page=3&release=ab12cd34ef56&id=5`,
    );
  });

  test('goes with its release when nothing is left of it', () => {
    const href = `${page}?zone=a&release=ab12cd34ef56&id=5`;
    expect(withState(href, { values: { zone: undefined }, release })).toBe(`${page}?id=5`);
  });

  test('is not written where the address would be longer than 2,000 characters', () => {
    const room = longest - `${page}?a=`.length;
    expect(withState(page, { values: { a: 'x'.repeat(room) }, release: undefined })).toHaveLength(longest);
    expect(withState(page, { values: { a: 'x'.repeat(room + 1) }, release: undefined })).toBeUndefined();
  });

  test('leaves a release that is the page’s own alone, and writes no other beside it', () => {
    const href = withState(`${page}?release=7&id=5`, { values: { zone: 'a' }, release })!;
    expect(href).toBe(`${page}?zone=a&release=7&id=5`);
    expect(readAddress(new URL(href).search)).toMatchObject({ release: undefined, written: [] });
    expect([...readAddress(new URL(href).search).values.keys()]).toEqual(['zone', 'id']);
  });

  test('has all texts of a name that stands there twice', () => {
    const { values, repeats } = readAddress('?zone=a&id=5&zone=b');
    expect(values.get('zone')).toBe('a');
    expect([...repeats]).toEqual([['zone', ['a', 'b']]]);
  });

  test('has names with the word of the attribute before them, if it has one', () => {
    expect(['', true, 'true', 'detail'].map(prefixOf)).toEqual(['', '', '', 'detail-']);
    expect([null, undefined, false, 'false'].map(prefixOf)).toEqual(Array(4).fill(undefined));
  });

  test('is read also where it is broken', () => {
    expect(readAddress('?zone=%E5%8C&a&=b&zone=second').values.get('zone')).toBe('%E5%8C');
    expect(readAddress('').values.size).toBe(0);
  });
});
