import { chartSheet } from '../chart/sheet.js';
import { css } from '../element/css.js';
import { ladderRoomSheet } from './room-sheet.js';

/** The figures of a step beside each other: where there is room, and on paper, which has none for stairs. */
const wide = css`
  .wide .box {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 9fr);
    align-items: center;
    column-gap: 1.5em;
  }
  .wide .name {
    grid-row: 1 / 3;
  }
  .wide .flows {
    display: grid;
    grid-area: 1 / 3 / 3;
    grid-template-columns: 1fr 1fr;
    column-gap: 1.5em;
    margin: 0;
  }
  .wide .start {
    grid-column: 2;
  }
  .wide .flows div {
    justify-content: flex-start;
  }
`;

/**
 * The look of a ladder. All steps are of one size: only their places tell the order. The ground below a step of the stairs fills the
 * way down to the floor.
 */
const stepsSheet = css`
  .periods {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    margin-bottom: var(--_gap);
    font-size: var(--_small);
  }
  select {
    max-width: 100%;
    min-height: var(--_touch);
    padding: 0 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_surface);
    color: var(--_action);
    font: inherit;
  }
  .steps {
    display: flex;
    flex-flow: column;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .step {
    display: flex;
    flex-flow: column;
    flex: 1 1 0;
    min-width: 0;
  }
  .box {
    padding: 0.875em 1em;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_action);
    border-radius: var(--_corner);
    background: var(--_surface);
  }
  .name {
    font-weight: var(--_weight);
    word-break: keep-all;
  }
  .now b {
    font-size: 1.75em;
    font-weight: var(--_weight);
    line-height: 1.25;
  }
  .start,
  .flows,
  .moves {
    color: var(--_ink-soft);
    font-size: var(--_small);
  }
  .start {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.75em;
  }
  .flows {
    margin-top: 0.5em;
  }
  /* For elders: how many there are, and how many more or fewer; who came and went is in the tables below. */
  .elder .flows {
    display: none !important;
  }
  .flows div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: 1em;
  }
  dd {
    color: var(--_ink);
  }
  .moves {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    padding: 0.5em 1em;
  }
  .moves .icon {
    color: var(--_action);
  }
  @media screen {
    .stairs .steps {
      --_rise: 1.5em;
      flex-flow: row-reverse;
    }
    .stairs .step {
      --_ground: 0px;
      flex-flow: row-reverse;
    }
    .stairs .step:not(:last-child) {
      flex-basis: 7.5em;
    }
    .stairs .box {
      flex: 1 1 0;
      min-width: 0;
      padding-bottom: calc(0.875em + var(--_ground));
      background: linear-gradient(to top, var(--_track) var(--_ground), transparent 0) var(--_surface);
    }
    .stairs .moves {
      flex: none;
      flex-flow: column;
      align-items: center;
      align-self: center;
      width: calc(7.5em * 16 / 13);
      padding: 0.5em;
    }
    /* The choice of a period stands over the lowest of many steps. */
    .over + .stairs {
      margin-top: calc(-1 * (var(--_touch) + var(--_gap)));
    }
    .periods.over {
      position: relative;
      max-width: calc(20em * 16 / 13);
    }
    .stairs .step:nth-child(2) {
      padding-top: var(--_rise);
    }
    .stairs .step:nth-child(3) {
      padding-top: calc(var(--_rise) * 2);
    }
    .stairs .step:nth-child(4) {
      padding-top: calc(var(--_rise) * 3);
    }
    .stairs .step:nth-child(5) {
      padding-top: calc(var(--_rise) * 4);
    }
    .stairs .step:nth-child(6) {
      padding-top: calc(var(--_rise) * 5);
    }
    .stairs .step:nth-last-child(2) {
      --_ground: var(--_rise);
    }
    .stairs .step:nth-last-child(3) {
      --_ground: calc(var(--_rise) * 2);
    }
    .stairs .step:nth-last-child(4) {
      --_ground: calc(var(--_rise) * 3);
    }
    .stairs .step:nth-last-child(5) {
      --_ground: calc(var(--_rise) * 4);
    }
    .stairs .step:nth-last-child(6) {
      --_ground: calc(var(--_rise) * 5);
    }
  }
  .remarks {
    margin-top: var(--_gap);
  }
  .tables .words {
    min-width: 16em;
  }
  @media (forced-colors: active) {
    select {
      border-color: ButtonText;
    }
  }
  @media print {
    .periods {
      display: none;
    }
    .root.root:not(.open) figure {
      break-inside: auto;
    }
    .step {
      break-inside: avoid;
    }
  }
`;

/** The look of a ladder in its card. */
export const ladderSheet: string =
  chartSheet + ladderRoomSheet + stepsSheet + wide + `@media print{${wide.replaceAll('.wide', '.stairs')}}`;
