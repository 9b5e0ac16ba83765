import { readAddress, unwatchAddress, watchAddress, writeAddress } from '../element/address.js';
import { digestOf } from '../element/release-digest.js';
import type { SourceGift } from '../element/source.js';
import type { Locale } from '../locale/locale.js';
import { addressNames, readTexts, unusable, writeTexts, type TableTexts } from './address-form.js';
import { tableWords } from './book.js';
import type { Settled, TableState } from './state.js';

/** Keeps the order, the conditions and the page of a table in the address of the page, and takes them from it. */
export interface Addressing {
  /** Is called after each update: reads the address once, then writes each settled state as a step. */
  readonly follow: (prefix: string, table: Settled, gift: SourceGift | undefined) => void;
  /** Whether the address names a state that the first rows are to have, and do not have yet. */
  readonly isComing: (prefix: string | undefined) => boolean;
  /** Facts about the address that a reader is to know, in words. */
  readonly remarks: (locale: Locale) => readonly string[];
  /** The name of the address that another element holds. */
  readonly taken: () => string | undefined;
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
  /** Whether rows were shown with the state of the address. */
  let isApplied = false;
  /** The page of the address, until it is held against the rows. */
  let wanted: string | undefined;
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
    const lost = unusable(texts, table);
    told = (locale) => {
      const words = tableWords(locale);
      return [
        ...(isOther ? [words.otherRelease(release, digest.slice(0, 12))] : []),
        ...lost.map(([name, text]) => words.unusable(`${prefix}${name}=${text}`)),
      ];
    };
    wanted = texts.page;
    // A table that nobody has touched stays as it is.
    const isTaken = isNamed || held !== undefined;
    held = isTaken ? undefined : initial;
    if (isTaken) set(readTexts(texts, table));
    else {
      isApplied = true;
      element.requestUpdate();
    }
  };

  /** A page that there is not was left for the last one. */
  const tellPage = (prefix: string, { state }: Settled): void => {
    const [text, before] = [wanted, told];
    wanted = undefined;
    if (!/^[1-9]\d{0,8}$/.test(text ?? '') || state.page + 1 === Number(text)) return;
    told = (locale) => [...before(locale), tableWords(locale).unusable(`${prefix}page=${text}`)];
    element.requestUpdate();
  };

  return {
    follow(prefix, table, gift) {
      isWatched = true;
      if (!isUnread && !isApplied) {
        isApplied = true;
        element.requestUpdate();
      }
      if (!isUnread && wanted !== undefined) tellPage(prefix, table);
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
    isComing(prefix) {
      if (isApplied || prefix === undefined || taken !== undefined) return false;
      const { values } = readAddress();
      return addressNames.some((name) => values.has(prefix + name));
    },
    remarks(locale) {
      const words = tableWords(locale);
      return [
        ...told(locale),
        ...(isTooLong ? [words.longAddress] : []),
        ...(taken === undefined ? [] : [words.nameTaken(taken)]),
      ];
    },
    taken: () => taken,
    end() {
      if (!isWatched) return;
      isWatched = false;
      taken = undefined;
      isUnread = true;
      isApplied = false;
      wanted = undefined;
      held = undefined;
      initial = undefined;
      unwatchAddress(element);
    },
  };
}
