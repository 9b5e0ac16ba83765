import type { Selection } from '@zj/metrics';
import { ownedNames, readAddress, unwatchAddress, watchAddress, writeAddress } from '../element/address.js';
import { digestOf } from '../element/release-digest.js';
import { findSource, type SourceGift } from '../element/source.js';
import type { Locale } from '../locale/locale.js';
import { readFields, writeFields, type FieldTexts } from './address-form.js';
import { filterWords } from './book.js';
import { testing } from './choice.js';
import type { FilterModel } from './model.js';

/** Keeps the choices of a filter in the address of the page, and takes them from it. */
export interface Addressing {
  /** Says which fields it holds, as soon as they are known: names belong to the element that wants them first. */
  readonly claim: (prefix: string, fields: readonly string[]) => void;
  /** Is called after each update: reads the address once, then writes each settled selection as a step. */
  readonly follow: (
    gift: SourceGift,
    model: FilterModel,
    state: { readonly isMoving: boolean; readonly locale: Locale },
  ) => void;
  /** What an address could not say, in words. */
  readonly remarks: (locale: Locale) => readonly string[];
  /** A reader has chosen anew: remarks about a link are no more of interest. */
  readonly forget: () => void;
  readonly end: () => void;
}

/** Makes one for an element. */
export function createAddressing(element: Element & { requestUpdate(): void }): Addressing {
  let told: (locale: Locale) => readonly string[] = () => [];
  let isTooLong = false;
  /** Whether the address is to be read: at first, and after a step back or forward. */
  let isUnread = true;
  /** The selection that the address already holds. */
  let held: Selection | undefined;
  /** The choices before the address was first read: where it says nothing, they are meant. */
  let initial: Selection | undefined;
  let prefix = '';
  let isWatched = false;
  /** The names that it does not hold, and who does. */
  let refused: ReadonlyMap<string, Element | undefined> = new Map();

  const look = (): void => {
    isUnread = true;
    element.requestUpdate();
  };

  /** Choices that the page began with, and that are gone, stand in the address by name alone: `month=`. */
  function textsOf(model: FilterModel, selection: Selection): FieldTexts {
    const texts = writeFields(model, selection);
    return Object.fromEntries(
      model.fields.map((field) => {
        const { name } = field.field;
        const isGone = initial !== undefined && !isSameIn(field, initial, selection);
        return [prefix + name, texts[name] ?? (isGone ? '' : undefined)];
      }),
    );
  }

  return {
    claim(before, fields) {
      isWatched = true;
      prefix = before;
      refused = watchAddress(
        element,
        fields.map((name) => prefix + name),
        look,
      );
    },
    follow(gift, whole, { isMoving, locale }) {
      const model = {
        ...whole,
        fields: whole.fields.filter(({ field }) => !refused.has(prefix + field.name)),
      };
      const { digest, busy } = digestOf(gift);
      initial ??= gift.selection;
      if (busy || isMoving) return;
      const address = readAddress();
      // A reader was quicker than the release: where the address says nothing, that choice is written.
      const isEarly = isUnread && held === undefined && gift.selection !== initial;
      if (isEarly && !model.fields.some(({ field }) => address.values.has(prefix + field.name))) {
        isUnread = false;
        held = initial;
      }
      if (isUnread) {
        isUnread = false;
        const selection = resetFields(model, gift.selection, initial);
        const { selection: read, remarks } = readFields(
          address,
          { model, selection, prefix, others: [...ownedNames(), ...refused.keys()] },
          locale,
        );
        const { release } = address;
        told = (now) => {
          const words = filterWords(now);
          const isOther = release !== undefined && digest?.startsWith(release) === false;
          return [
            ...(isOther ? [words.otherRelease(release, digest.slice(0, 12))] : []),
            ...(release !== undefined && !digest ? [words.unknownRelease(release)] : []),
            ...remarks,
          ];
        };
        gift.select({ where: read.where, during: read.during ?? null });
        held = gift.selection;
        element.requestUpdate();
        return;
      }
      if (gift.selection === held) return;
      held = gift.selection;
      const wasTooLong = isTooLong;
      isTooLong = !writeAddress({ values: textsOf(model, gift.selection), release: digest });
      if (isTooLong !== wasTooLong) element.requestUpdate();
    },
    remarks(locale) {
      const words = filterWords(locale);
      // Filters of one source hold the same choices: one of them writes each.
      const lost = [...refused].filter(([, owner]) => !owner || findSource(owner) !== findSource(element));
      return [
        ...told(locale),
        ...(isTooLong ? [words.tooLong] : []),
        ...lost.map(([name]) => words.notHeld(name)),
      ];
    },
    forget() {
      told = () => [];
    },
    end() {
      if (!isWatched) return;
      isWatched = false;
      refused = new Map();
      isUnread = true;
      held = undefined;
      unwatchAddress(element);
    },
  };
}

/** Whether two selections choose the same in a field. */
function isSameIn({ kind, field }: FilterModel['fields'][number], one: Selection, other: Selection): boolean {
  const own = ({ where, during }: Selection): string =>
    JSON.stringify([testing(where, field.column), kind === 'period' ? during : null]);
  return own(one) === own(other);
}

/** A selection whose choices in the fields are those of another one. */
function resetFields(model: FilterModel, selection: Selection, to: Selection): Selection {
  let reset = selection;
  for (const field of model.fields) {
    if (isSameIn(field, reset, to)) continue;
    const { column } = field.field;
    const others = reset.where.filter((one) => testing([one], column).length === 0);
    const during = field.kind === 'period' ? to.during : reset.during;
    reset = {
      where: [...others, ...testing(to.where, column)],
      ...(during !== undefined && { during }),
    };
  }
  return reset;
}
