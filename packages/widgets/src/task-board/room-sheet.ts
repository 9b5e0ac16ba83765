import { css } from '../element/css.js';

/** The room of fourteen tasks in five areas, as `chartRoomSheet` wants it. zj.css says the same. */
export const boardRoomSheet = css`
  :host {
    --_room-phone: max(351.5em - 500%, 640em - 1920%);
    --_room-middle: 186em;
    --_room-wide: clamp(118em, (57.5em - 100%) * 9999, 137.5em);
  }
  :host(:lang(zh)) {
    --_room-phone: max(213em - 130%, 500em - 1500%);
    --_room-middle: 170.5em;
    --_room-wide: clamp(93.5em, (75.5em - 100%) * 9999, 108.5em);
  }
`;
