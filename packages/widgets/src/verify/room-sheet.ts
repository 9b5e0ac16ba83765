import { css } from '../element/css.js';

/** The room of a verification that nobody has started: its name, two lines and a button. zj.css keeps the same. */
export const verifyRoomSheet: string = css`
  .room,
  .root {
    --_room-phone: 15em;
    --_room-middle: 11em;
    --_room-wide: 11em;
  }
`;
