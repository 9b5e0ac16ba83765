import { css } from '../element/css.js';

/** The room of a ladder of four tiers, as `chartRoomSheet` wants it: the last of them are stairs. zj.css says the same. */
export const ladderRoomSheet = css`
  :host {
    --_room-phone: max(169.5em - 210%, 202.5em - 330%);
    --_room-middle: 97em;
    --_room-wide: clamp(52em, (76.5em - 100%) * 9999, 72.5em);
  }
  :host(:lang(zh)) {
    --_room-phone: max(125em - 100%, 136em - 160%);
    --_room-middle: 92.5em;
    --_room-wide: clamp(41.5em, (75em - 100%) * 9999, 57.5em);
  }
`;
