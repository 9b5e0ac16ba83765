import { css } from '../element/css.js';

/**
 * The room of a breakdown, as `chartRoomSheet` wants it: of a table with eight members, the rest, a merged row and the whole; of twelve small
 * charts. Nobody knows yet how many there are. zj.css says the same.
 */
export const breakdownRoomSheet = css`
  :host {
    --_room-phone: max(135em - 200%, 208em - 600%);
    --_room-middle: 68em;
    --_room-wide: 55.5em;
    --_more: max(6.5em, 22em - 100%);
  }
  :host(:lang(zh)) {
    --_room-phone: max(93.5em - 100%, 185em - 600%);
    --_room-middle: 60.5em;
    --_room-wide: 54.5em;
  }
  :host([appearance='multiples']) {
    --_room-phone: max(125em - 50%, 189em - 400%);
    --_room-middle: 64.5em;
    --_room-wide: 46em;
  }
  :host(:lang(zh)[appearance='multiples']) {
    --_room-phone: max(121em - 50%, 147em - 200%);
    --_room-middle: 60em;
    --_room-wide: 44.5em;
  }
`;
