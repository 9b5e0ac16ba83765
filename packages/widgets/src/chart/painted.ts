import type { Failure } from '../element/failure.js';
import type { Locale } from '../locale/locale.js';
import type { Card, Hideable } from './card.js';

/** The room of a chart's content, in px: its width, and the sizes of its text and of its small text. */
export interface Room {
  readonly width: number;
  readonly em: number;
  readonly small: number;
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
