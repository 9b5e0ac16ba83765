import type { Locale } from '../locale/locale.js';
import type { ReleaseFile } from './release.js';
import { wordsIn } from './known.js';

/** The items of a menu, in their order. */
export const menuItems = [
  'table',
  'csv',
  'svg',
  'png',
  'embed',
  'cite',
  'source',
  'conflicts',
  'sql',
  'verify',
] as const;
export type MenuItem = (typeof menuItems)[number];

/** The words of `hide` for the menu, for its files, and for each of its items. */
export const menuWords: readonly string[] = ['menu', 'download', ...menuItems.map((item) => `menu-${item}`)];

/** The words around the figures of an element. */
export interface MenuCard {
  readonly title: string;
  /** 示例数据, where the data are made up; else empty. */
  readonly demo: string;
  readonly summary: string;
  readonly through: string;
  /** The words before the source, and the source. */
  readonly source: readonly [before: string, source: string];
  /** Facts that a reader must know of the figures. */
  readonly remarks?: readonly string[];
}

/** The figures of an element as a table, in full. */
export interface MenuTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Makes the files of one kind of element; it is loaded when a reader asks. */
export interface MenuTools<Shape> {
  readonly tableOf: (shape: Shape, locale: Locale) => MenuTable;
  readonly svgOf?: (shape: Shape, width: number, locale: Locale) => string;
}

/** All that an element gives to its menu. */
export interface MenuSubject {
  readonly card: MenuCard;
  /** The figures on display, of which its tools make files. */
  readonly shape: unknown;
  /** The data behind the figures, unchecked: of a verdict, a board, a series, a query or rows. */
  readonly data?: object | null | undefined;
  /** The file that they are read from. */
  readonly file?: ReleaseFile | undefined;
  /** The digest of its release. */
  readonly release?: unknown;
  /** The last day or period of the figures, for the names of files. */
  readonly day: string;
  /** Attributes by which the tag of another page has the choices of the reader. */
  readonly chosen?: Readonly<Record<string, string>> | undefined;
  /** The selection of the page that narrows the figures, which the tag of another page does not have; empty without one. */
  readonly narrowedTo?: string | undefined;
  /** `null` where no files are saved here. */
  readonly tools: (() => Promise<MenuTools<never>>) | null;
  /** Registers the element that verifies. */
  readonly defineVerify: (tag: string, registry: CustomElementRegistry) => Promise<void>;
  /** Opens the table of the element itself; without it, the menu shows one. */
  readonly openTable?: (() => void) | undefined;
  /** Items that the element has elsewhere. */
  readonly without?: readonly MenuItem[];
}

/** The items that the attribute `hide` leaves out; `null` where it leaves out the whole menu. `download` stands for the files. */
export function hiddenItems(hide: unknown): readonly MenuItem[] | null {
  const words = wordsIn('hide', hide);
  if (words.includes('menu')) return null;
  const files = words.includes('download') ? (['csv', 'svg', 'png'] as const) : [];
  return menuItems.filter((item) => words.includes(`menu-${item}`) || files.some((one) => one === item));
}
