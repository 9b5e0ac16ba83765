import { css } from '../element/css.js';

/** The room of a board of four goals in three groups, as `chartRoomSheet` wants it. zj.css says the same. */
export const boardRoomSheet = css`
  :host {
    --_room-phone: 109em;
    --_room-middle: 89em;
    --_room-wide: 42em;
  }
`;
