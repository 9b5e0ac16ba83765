import { css } from '../element/css.js';

/** The room of a board of four goals, as `chartRoomSheet` wants it. zj.css says the same. */
export const boardRoomSheet = css`
  :host {
    --_room-phone: 96em;
    --_room-middle: 64em;
    --_room-wide: 36em;
  }
`;
