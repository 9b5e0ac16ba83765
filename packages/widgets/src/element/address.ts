/**
 * State in the address of the page, as readers send it to others:
 * `?industry=集成电路,生物医药&month=2026-01..2026-10&release=ab12cd34ef56`. Elements share it: each owns some names and never touches
 * others. All that stands before `release` was written by elements; the page's own parameters come after it. A `release` that is no digest
 * is the page's own, too: it stays, and no other one is written.
 */

/** A longer address is not written: mail, chats and servers cut it. */
export const longest = 2000;

/** The state in an address. */
export interface AddressState {
  /** The texts by their names, in order; also those of other elements and of the page. */
  readonly values: ReadonlyMap<string, string>;
  /** All texts of the names that stand there more than once; of these the first is in `values`. */
  readonly repeats: ReadonlyMap<string, readonly string[]>;
  /** The first twelve digits of the digest of the release that it is of; `undefined` where it names none. */
  readonly release: string | undefined;
  /** The names that elements wrote. An address without a release says nothing about that: then there is none. */
  readonly written: readonly string[];
}

const releaseName = 'release';

function isDigest({ name, value }: Pick<Pair, 'name' | 'value'>): boolean {
  return name === releaseName && /^[\da-f]{12,64}$/i.test(value);
}

/**
 * The text before each name that an element writes, by its attribute `address`; `undefined` where that is off. Without a word it is on
 * and nothing stands before them; frameworks write `true`, and `false` for none.
 *
 * @example prefixOf('detail') // 'detail-', as in ?detail-page=3
 */
export function prefixOf(address: unknown): string | undefined {
  if (address === true) return '';
  if (typeof address !== 'string') return undefined;
  const word = address.trim();
  if (word === 'false') return undefined;
  return word === '' || word === 'true' ? '' : `${word}-`;
}

/** Reads the state of an address. Text that cannot be decoded stays as it is written. */
export function readAddress(search: string = location.search): AddressState {
  const pairs = pairsOf(search);
  const at = pairs.findIndex(isDigest);
  const texts = new Map<string, string[]>();
  for (const { name, value } of pairs)
    if (name !== releaseName) texts.set(name, [...(texts.get(name) ?? []), value]);
  return {
    // The first of two counts, as on a server.
    values: new Map([...texts].map(([name, [first]]) => [name, first!])),
    repeats: new Map([...texts].filter(([, { length }]) => length > 1)),
    release: at < 0 ? undefined : pairs[at]!.value.toLowerCase(),
    written: pairs.slice(0, Math.max(at, 0)).map(({ name }) => name),
  };
}

/** A change of the state in the address. */
export interface AddressChange {
  /** The texts of the names that the element owns; `undefined` takes a name out. */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** The digest of the release. */
  readonly release: string | undefined;
}

/**
 * The address with a change; `undefined` where it would be too long.
 *
 * @example withState('https://a.cn/p?id=5', { values: { zone: '北区' }, release: 'ab12cd34ef56…' })
 * // 'https://a.cn/p?zone=%E5%8C%97%E5%8C%BA&release=ab12cd34ef56&id=5', which browsers show as ?zone=北区&release=ab12cd34ef56&id=5
 */
export function withState(href: string, { values, release }: AddressChange): string | undefined {
  const url = new URL(href);
  const all = pairsOf(url.search);
  const at = all.findIndex(isDigest);
  const isPages = all.some((one) => one.name === releaseName && !isDigest(one));
  const owned = new Set(Object.keys(values));
  const others = (from: number, to?: number): string[] =>
    all
      .slice(from, to)
      .filter((one) => !owned.has(one.name) && !isDigest(one))
      .map(({ raw }) => raw);
  const own = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encode(name)}=${encode(value)}`],
  );
  const written = [...others(0, Math.max(at, 0)), ...own];
  const digest = release && !isPages ? [`${releaseName}=${release.slice(0, 12)}`] : [];
  const parts = [...written, ...(written.length > 0 ? digest : []), ...others(Math.max(at, 0))];
  url.search = parts.length > 0 ? `?${parts.join('&')}` : '';
  return url.href.length > longest ? undefined : url.href;
}

/**
 * Puts a change into the address of the page: a step that back and forward go to, or in place of the present one. False where it
 * would be too long, or the page has no address of its own, as inside `srcdoc`; the address stays then.
 */
export function writeAddress(change: AddressChange, { replaces = false } = {}): boolean {
  const href = withState(location.href, change);
  if (href === undefined) return false;
  if (href === location.href) return true;
  try {
    // The page's own state belongs to its own router.
    if (replaces) history.replaceState(history.state, '', href);
    else history.pushState(null, '', href);
  } catch {
    return false;
  }
  return true;
}

/** An element with state in the address. */
interface Owner {
  readonly names: readonly string[];
  readonly look: () => void;
}

const owners = new Map<Element, Owner>();

/**
 * Says which names an element wants, and lets it hear of steps back and forward: one listener for all elements. Saying it again changes
 * the names. A name belongs to the element that wanted it first; the answer has those that it does not get, each with the element that
 * has it, or `undefined` for the name of the release.
 */
export function watchAddress(
  element: Element,
  names: readonly string[],
  look: () => void,
): ReadonlyMap<string, Element | undefined> {
  if (owners.size === 0) addEventListener('popstate', tell);
  const refused = new Map<string, Element | undefined>();
  for (const name of names) {
    const [other] = [...owners].find(([one, { names: own }]) => one !== element && own.includes(name)) ?? [];
    if (other || name === releaseName) refused.set(name, other);
  }
  owners.set(element, { names: names.filter((name) => !refused.has(name)), look });
  return refused;
}

/** Ends it. */
export function unwatchAddress(element: Element): void {
  if (owners.delete(element) && owners.size === 0) removeEventListener('popstate', tell);
}

/** The names that elements of the page own. */
export function ownedNames(): readonly string[] {
  return [...owners.values()].flatMap(({ names }) => names);
}

function tell(): void {
  for (const { look } of owners.values()) look();
}

/** The values of a list, and whether the rows that have them are left out. `null` is the empty value. */
export interface ListText {
  readonly values: readonly (string | null)[];
  readonly excludes: boolean;
}

/**
 * A list of values as text for an address. `~` stands before a comma, an exclamation mark, a point or a `~` of a value; the empty value
 * is `~empty`.
 *
 * @example writeList({ values: ['细胞与基因', null], excludes: true }) // '!细胞与基因,~empty'
 */
export function writeList({ values, excludes }: ListText): string {
  const each = values.map((value) =>
    value === null ? '~empty' : value === '' ? '~none' : value.replaceAll(/[~,!]|\.(?=\.)/g, '~$&'),
  );
  return (excludes ? '!' : '') + each.join(',');
}

/** Reads such a text; of an empty one there are no values. */
export function readList(text: string): ListText {
  const excludes = text.startsWith('!');
  const rest = excludes ? text.slice(1) : text;
  const parts = rest.match(/(?:~.|[^~,]|~$)+/gsu) ?? [];
  const values = parts.map((one) =>
    one === '~empty' ? null : one === '~none' ? '' : one.replaceAll(/~(.)/gsu, '$1'),
  );
  return { values, excludes };
}

interface Pair {
  readonly name: string;
  readonly value: string;
  readonly raw: string;
}

function pairsOf(search: string): readonly Pair[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter(Boolean)
    .map((raw) => {
      const at = raw.indexOf('=');
      const [name, value] = at < 0 ? [raw, ''] : [raw.slice(0, at), raw.slice(at + 1)];
      return { name: decode(name), value: decode(value), raw };
    });
}

/** Commas, points and exclamation marks stay as they are: the address is to be read. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%20', '+');
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
