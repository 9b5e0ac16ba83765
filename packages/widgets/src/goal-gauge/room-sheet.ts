import { css } from '../element/css.js';

/**
 * The room that a gauge keeps, so that nothing below it moves when its figures come: as high as a card with all its lines, in three
 * steps of width. Before the width is known it follows from padding in per cent, which is of the width. zj.css keeps the same room
 * before the script has run. A card that lacks lines is as high as those that it has, in the same room.
 */
export const roomSheet = css`
  .room,
  .root {
    font-size: var(--zj-font-size, medium);
    --_elder: var(--zj-room-elder, 0em);
    --_high: 26.5em;
    --_low: 18.8em;
    --_room-under17: calc(var(--_high) + var(--_elder));
    --_room: calc(var(--_high) + var(--_elder) / 4);
    --_room-over30: calc(var(--_low) + var(--_elder) / 7);
  }
  .room {
    float: left;
    grid-area: 1 / 1 / 3;
  }
  .room,
  .kept:not([size])::before {
    padding-bottom: clamp(
      var(--_room-over30),
      (30em - 100%) * 9999,
      clamp(var(--_room), (17em - 100%) * 9999, var(--_room-under17))
    );
  }
  .room + slot {
    display: flow-root;
    grid-area: 1 / 1;
  }
  :host([elder]) :is(.room, .root) {
    font-size: x-large;
    --_elder: 6.1em;
  }
  :host([compact]) :is(.room, .root) {
    --_high: 22.8em;
    --_low: 16.5em;
  }
  .ring {
    --_high: 28.6em;
    --_low: 21.9em;
  }
  .linear {
    --_high: 21.2em;
    --_low: 15.8em;
  }
  .number {
    --_high: 17.5em;
    --_low: 12em;
  }
  :host([compact]) .ring {
    --_high: 23.8em;
    --_low: 17.4em;
  }
  :host([compact]) .linear {
    --_high: 19.8em;
    --_low: 15.8em;
  }
  :host([compact]) .number {
    --_high: 16.1em;
    --_low: 12em;
  }
  .short figure {
    align-self: start;
  }
  .kept[size] {
    min-height: var(--_room);
  }
  .kept[size~='under17'] {
    min-height: var(--_room-under17);
  }
  .kept[size~='over30'] {
    min-height: var(--_room-over30);
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
