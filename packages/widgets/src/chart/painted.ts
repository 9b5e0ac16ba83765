import { isElderIn } from '../element/elder.js';
import type { Failure } from '../element/failure.js';
import type { Locale } from '../locale/locale.js';
import type { Card, Hideable } from './card.js';

/** The room of a chart's content, in px: its width, and the sizes of its text and of its small text. */
export interface Room {
  readonly width: number;
  readonly em: number;
  readonly small: number;
  /** Whether elder mode is on, by the attribute or by the page around. */
  readonly isElder?: boolean;
}

/** The room of a card by its probe: its indent is the padding of the card, its padding the border and the size of small text. */
export function readRoom(em: number, { width }: DOMRectReadOnly, style: CSSStyleDeclaration): Room {
  return {
    width: Math.floor(width - 2 * parseFloat(style.textIndent) - 2 * parseFloat(style.paddingTop)),
    em,
    small: parseFloat(style.paddingBottom),
    isElder: isElderIn(style),
  };
}

export function isSameRoom(one: Room, other: Room | undefined): boolean {
  return (
    one.width === other?.width &&
    one.em === other.em &&
    one.small === other.small &&
    one.isElder === other.isElder
  );
}

/** The em of a drawing, whose smallest text is 13/16 of it: in elder mode that text is as large as the card's, so ticks are fewer. */
export function plotEm({ em, isElder }: Pick<Room, 'em' | 'isElder'>): number {
  return isElder ? (em * 16) / 13 : em;
}

/** How a chart is to be shown now. */
export interface ChartLook {
  readonly locale: Locale;
  /** `undefined` until it was measured. */
  readonly room: Room | undefined;
  readonly hide: readonly Hideable[];
  readonly elder: boolean;
}

/** A chart ready to be painted, or the failure of its data. */
export type Painted<Shape extends Card> =
  | { readonly shape: Shape; readonly problem?: undefined }
  | { readonly problem: Failure; readonly shape?: undefined }
  /** It waits for a file that paints it. */
  | { readonly problem?: undefined; readonly shape?: undefined };
