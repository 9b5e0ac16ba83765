import { css } from '../element/css.js';

/**
 * The room that a gauge keeps, so that nothing below it moves when its figures come: as high as a card with all its lines and a name
 * of two, in three steps of width. Words of other languages than Chinese take more lines. Before the width is known it follows from
 * padding in per cent, which is of the width. zj.css keeps the same room before the script has run. A card that lacks lines spreads
 * the rest.
 */
export const roomSheet = css`
  .room,
  .root {
    font-size: var(--_size);
    --_elder-size: var(--zj-elder) x-large;
    --_elder-room: var(--zj-elder) 2.7em;
    --_size: var(--_elder-size, var(--zj-font-size, medium));
    --_elder: var(--_elder-room, 0em);
    --_alone: 0em;
    --_words: 2.85em;
    --_narrow: 0.3em;
    --_high: 21.4em;
    --_low: 16.35em;
    --_room-under15: calc(
      var(--_high) - var(--_alone) + var(--_narrow) + var(--_elder) * 2.9 + var(--_words) * 1.5
    );
    --_room: calc(var(--_high) - var(--_alone) + var(--_elder) + var(--_words));
    --_room-over20: calc(var(--_high) - var(--_alone) + var(--_elder) / 7 + var(--_words));
    --_room-over30: calc(var(--_low) - var(--_alone) / 2 + var(--_words) * 0.6);
  }
  :host([elder]) :is(.room, .root) {
    --zj-elder: ;
  }
  :host(:not([src])) :is(.room, .root) {
    --_elder-alone: var(--zj-elder) 6em;
    --_alone: var(--_elder-alone, 1.4em);
  }
  .room {
    float: left;
    grid-area: 1 / 1 / 3;
  }
  .room,
  .kept:not([size])::before {
    padding-bottom: var(
      --zj-min-height,
      clamp(
        var(--_room-over30),
        (30em - 100%) * 9999,
        clamp(
          var(--_room-over20),
          (20em - 100%) * 9999,
          clamp(var(--_room), (15em - 100%) * 9999, var(--_room-under15))
        )
      )
    );
  }
  .room + slot {
    display: flow-root;
    grid-area: 1 / 1;
  }
  .ring {
    --_high: 21.7em;
    --_low: 16.7em;
  }
  .linear {
    --_words: 1.4em;
    --_high: 18.1em;
    --_low: 14.8em;
  }
  .number {
    --_words: 1.4em;
    --_high: 14.1em;
    --_low: 12.7em;
  }
  .compact.compact {
    --_elder-room: var(--zj-elder) 1.3em;
    --_words: 0em;
    --_narrow: 0em;
    --_high: 11.9em;
    --_low: 11.7em;
  }
  .ring.compact.compact {
    --_high: 13.9em;
    --_low: 12.7em;
  }
  .linear.compact.compact {
    --_high: 14.2em;
    --_low: 10.9em;
  }
  .number.compact.compact {
    --_high: 11.2em;
    --_low: 10em;
  }
  :host(:lang(zh)) :is(.room, .root) {
    --_words: 0em;
  }
  .kept[size] {
    min-height: var(--zj-min-height, var(--_room));
  }
  .kept[size~='under15'] {
    min-height: var(--zj-min-height, var(--_room-under15));
  }
  .kept[size~='over20'] {
    min-height: var(--zj-min-height, var(--_room-over20));
  }
  .kept[size~='over30'] {
    min-height: var(--zj-min-height, var(--_room-over30));
  }
  @media screen {
    .kept:not([size])::before {
      content: '';
    }
  }
  @media print {
    .root.root.root {
      min-height: 0;
    }
  }
`;
