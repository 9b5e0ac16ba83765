import { css } from '../element/css.js';

/**
 * The room of a trend, as `chartRoomSheet` wants it: of a goal; of a goal as a line or in bars, which has no forecast; of a metric with twelve
 * lines and a merged one. zj.css says the same.
 */
export const trendRoomSheet = css`
  :host {
    --_room-phone: max(108em - 100%, 194.5em - 500%);
    --_room-middle: 74.5em;
    --_room-wide: 69.5em;
    --_more: 2.5em;
  }
  :host(:lang(zh)) {
    --_room-phone: max(98em - 100%, 164.5em - 500%);
    --_room-middle: 65em;
    --_room-wide: 64.5em;
  }
  :host(:is([appearance='line'], [appearance='bars'])) {
    --_room-phone: max(82.5em - 50%, 156em - 400%);
    --_room-middle: 64em;
    --_room-wide: 61em;
  }
  :host(:lang(zh):is([appearance='line'], [appearance='bars'])) {
    --_room-phone: max(75em - 50%, 125.5em - 300%);
    --_room-middle: 58.5em;
    --_room-wide: 58em;
  }
  :host(:is([metric], [query], [src*='/metrics/'])) {
    --_room-phone: max(91em - 50%, 186em - 500%);
    --_room-middle: 59.5em;
    --_room-wide: 54.5em;
  }
  :host(:lang(zh):is([metric], [query], [src*='/metrics/'])) {
    --_room-phone: max(86em - 50%, 187.5em - 700%);
    --_room-middle: 53.5em;
    --_room-wide: 52.5em;
  }
`;
