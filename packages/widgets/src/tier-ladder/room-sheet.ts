import { css } from '../element/css.js';

/** The room of a ladder of four tiers, as `chartRoomSheet` wants it: the last of them are stairs. zj.css says the same. */
export const ladderRoomSheet = css`
  :host {
    --_room-phone: max(208.5em - 320%, 507em - 2160%);
    --_room-middle: 102.5em;
    --_room-wide: clamp(53.5em, (77em - 100%) * 9999, 76em);
  }
  :host(:lang(zh)) {
    --_room-phone: max(127em - 100%, 206.5em - 530%);
    --_room-middle: 94.5em;
    --_room-wide: clamp(43em, (75em - 100%) * 9999, 61em);
  }
`;
