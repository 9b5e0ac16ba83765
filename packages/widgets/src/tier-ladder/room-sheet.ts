import { css } from '../element/css.js';

/** The room of a ladder of four tiers, as `chartRoomSheet` wants it. zj.css says the same. */
export const ladderRoomSheet = css`
  :host {
    --_room-phone: 96em;
    --_room-middle: 72em;
    --_room-wide: 44em;
  }
`;
