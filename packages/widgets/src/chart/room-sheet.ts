import { css } from '../element/css.js';

/**
 * The room that a chart keeps, so that nothing below it moves when its figures come. It follows from padding in per cent, which is of
 * the width; zj.css keeps the same room before the script has run. A kind of chart gives it in three steps, at the widths where its
 * drawing changes: `--_room-phone` below 33em, `--_room-middle` below 50em, `--_room-wide`. None is higher than the one before. In elder mode `--_more` is added.
 */
export const chartRoomSheet = css`
  .room,
  .root {
    font-size: var(--_size);
    --_elder-size: var(--zj-elder) x-large;
    --_size: var(--_elder-size, var(--zj-font-size, medium));
    --_elder-more: var(--zj-elder) var(--_more, 0em);
  }
  :host([elder]) :is(.room, .root) {
    --zj-elder: ;
  }
  .room {
    float: left;
    grid-area: 1 / 1 / 3;
  }
  /* What stands inside the tag has the room to itself until the figures come. */
  .room + slot {
    display: flow-root;
    grid-area: 1 / 1;
  }
  .kept::before {
    content: '';
  }
  .kept > figure,
  .kept::before {
    grid-area: 1 / 1;
  }
  .room,
  .kept::before {
    padding-bottom: var(
      --zj-min-height,
      calc(
        clamp(
            var(--_room-wide),
            (50em - 100%) * 9999,
            clamp(var(--_room-middle), (33em - 100%) * 9999, var(--_room-phone))
          ) +
          var(--_elder-more, 0em)
      )
    );
  }
  .kept:is(.fallback, .withheld, .failed)::before {
    content: none;
  }
  @media print {
    .kept.kept::before {
      content: none;
    }
  }
`;
