import { readAddress, unwatchAddress, watchAddress, writeAddress } from '../element/address.js';
import { digestOf } from '../element/release-digest.js';
import type { SourceGift } from '../element/source.js';
import type { Locale } from '../locale/locale.js';
import { addressNames, readTexts, writeTexts, type TableTexts } from './address-form.js';
import { tableWords } from './book.js';
import type { Settled, TableState } from './state.js';

/** Keeps the order, the conditions and the page of a table in the address of the page, and takes them from it. */
export interface Addressing {
  /** Is called after each update: reads the address once, then writes each settled state as a step. */
  readonly follow: (prefix: string, table: Settled, gift: SourceGift | undefined) => void;
  /** Facts about the address that a reader is to know, in words. */
  readonly remarks: (locale: Locale) => readonly string[];
  readonly end: () => void;
}

/** Makes one for an element; `set` takes a state from the address. */
export function createAddressing(
  element: Element & { requestUpdate(): void },
  set: (state: Partial<TableState>) => void,
): Addressing {
  let told: (locale: Locale) => readonly string[] = () => [];
  let isTooLong = false;
  /** Whether the address is to be read: at first, and after a step back or forward. */
  let isUnread = true;
  let held: TableTexts | undefined;
  /** The texts before anybody touched the table: the address may be read only later. */
  let initial: TableTexts | undefined;
  let isWatched = false;
  /** A name that another element holds: then the table holds none. */
  let taken: string | undefined;
  const look = (): void => {
    isUnread = true;
    element.requestUpdate();
  };

  const take = (prefix: string, table: Settled, digest: string | undefined): void => {
    isUnread = false;
    const { values, release } = readAddress();
    const texts = Object.fromEntries(addressNames.map((name) => [name, values.get(prefix + name)]));
    const isNamed = addressNames.some((name) => texts[name] !== undefined);
    const isOther = isNamed && release !== undefined && digest?.startsWith(release) === false;
    told = (locale) => (isOther ? [tableWords(locale).otherRelease(release, digest.slice(0, 12))] : []);
    // A table that nobody has touched stays as it is.
    const isTaken = isNamed || held !== undefined;
    held = isTaken ? undefined : initial;
    if (isTaken) set(readTexts(texts, table));
    else element.requestUpdate();
  };

  return {
    follow(prefix, table, gift) {
      isWatched = true;
      const before = taken;
      [taken] = watchAddress(
        element,
        addressNames.map((name) => prefix + name),
        look,
      ).keys();
      if (taken !== before) element.requestUpdate();
      if (taken !== undefined) return;
      const { digest, busy } = gift ? digestOf(gift) : { digest: undefined, busy: false };
      const texts = writeTexts(table);
      initial ??= texts;
      if (busy) return;
      if (isUnread) return take(prefix, table, digest);
      const last = held;
      held = texts;
      if (!last || addressNames.every((name) => texts[name] === last[name])) return;
      told = () => [];
      const values = Object.fromEntries(addressNames.map((name) => [prefix + name, texts[name]]));
      // The letters of one search are one step.
      const isTyping =
        texts.search !== undefined &&
        last.search !== undefined &&
        addressNames.every((name) => name === 'search' || texts[name] === last[name]);
      isTooLong = !writeAddress({ values, release: digest }, { replaces: isTyping });
      element.requestUpdate();
    },
    remarks(locale) {
      const words = tableWords(locale);
      return [
        ...told(locale),
        ...(isTooLong ? [words.longAddress] : []),
        ...(taken === undefined ? [] : [words.nameTaken(taken)]),
      ];
    },
    end() {
      if (!isWatched) return;
      isWatched = false;
      taken = undefined;
      isUnread = true;
      held = undefined;
      initial = undefined;
      unwatchAddress(element);
    },
  };
}
