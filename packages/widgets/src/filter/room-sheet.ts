import { css } from '../element/css.js';

/**
 * The room of a filter; zj.css keeps the same. The field of the periods and a list of values are of one height, `--_body`, so it follows from
 * the attributes: as for up to three lists beside the periods. It is that of a wide card; a middle one has a row more, and a narrow
 * one folds all fields but the first.
 */
export const filterRoomSheet: string = css`
  .room,
  .root {
    --_elder-small: var(--zj-elder) 1em;
    --_elder-touch: var(--zj-elder) 60px;
    --_small: var(--_elder-small, var(--zj-font-size-small, 0.8125em));
    --_touch: var(--_elder-touch, var(--zj-target-size, 44px));
    --_gap: var(--zj-gap, 0.625em);
    --_pad: var(--zj-padding, 1.125em);
    --_elder-tight: var(--zj-elder) 10.4em;
    --_wrapped: 2.4em;
    --_body: calc(134px + var(--_small) * 1.3 + (var(--_touch) + var(--_gap)) * 2);
    --_around: calc(var(--_touch) + var(--_pad) * 2 + var(--_gap) * 4.8 + var(--_small) * 1.5 + 4.4em);
    --_row: calc(var(--_body) + var(--_gap) * 2 + 2em);
    --_folded: calc(var(--_touch) * 3);
    --_folds: calc(
      var(--_folded) + var(--_touch) - var(--_gap) * 1.4 + var(--_wrapped) +
        clamp(0px, (22em - 100%) * 9999, var(--_elder-tight, 0em))
    );
    --_room-phone: 0px;
    --_room-middle: 0px;
    --_room-wide: calc(
      var(--_around) + var(--_body) + clamp(0px, (66em - 100%) * 9999, var(--_row)) +
        clamp(0px, (45em - 100%) * 9999, var(--_folds)) - clamp(0px, (45em - 100%) * 9999, var(--_row))
    );
  }
  :host(:lang(zh)) :is(.room, .root) {
    --_elder-tight: var(--zj-elder) 8.8em;
    --_wrapped: 0em;
  }
  :host(
      :is(
        :not([fields*=' ']),
        :not([fields*='month'], [fields~='day'], [fields~='week'], [fields*='quarter'], [fields*='year'])
      )
    )
    :is(.room, .root) {
    --_row: 0px;
  }
  :host(:not([fields*=' '])) :is(.room, .root) {
    --_folded: 0px;
  }
`;
