import { css } from '../element/css.js';
import { mediaSheet } from './media-sheet.js';
import { plotSheet } from './plot-sheet.js';

const cardSheet = css`
  figure {
    padding-bottom: var(--_pad);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1em;
  }
  figcaption:focus {
    outline: 0;
  }
  .count {
    font-size: var(--_elder-small, 0.9375em);
    line-height: 1.75;
  }
  .count b {
    font-size: 1.2em;
    line-height: 1;
  }
  /* Beside the line, which begins with the figure also where it stands alone. */
  .busy {
    position: absolute;
    width: 0.5em;
    height: 0.5em;
    margin: 0.7em 0 0 -0.8em;
    border-radius: 50%;
    background: var(--_action);
    opacity: 0;
  }
  .computing .busy {
    animation: blink 1s 0.3s infinite alternate;
  }
  @keyframes blink {
    to {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .computing .busy {
      animation: none;
      opacity: 1;
    }
  }
  button,
  input {
    margin: 0;
    font: inherit;
  }
  input {
    color: inherit;
  }
  ul {
    padding: 0;
    list-style: none;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-height: var(--_touch);
    margin-top: var(--_gap);
  }
  .chips li {
    max-width: 100%;
  }
  .chips .more {
    display: none;
  }
  .chips button {
    display: flex;
    align-items: center;
    gap: 0.6em;
    max-width: 100%;
    padding: 0.25em 0.75em;
    border: 1px solid transparent;
    color: var(--_action);
    text-align: start;
    font-size: var(--_elder-small, 0.9375em);
  }
  .chips [part='chip'] {
    border-color: #8886 !important;
    background: #8881;
    color: var(--_ink);
  }
  @supports (color: color-mix(in srgb, red, red)) {
    .chips [part='chip'] {
      background: color-mix(in srgb, var(--_action) 8%, var(--_surface));
      border-color: color-mix(in srgb, var(--_action) 40%, var(--_surface)) !important;
    }
  }
  .cross,
  .arrow {
    flex: none;
    width: 1em;
    height: 1em;
    fill: none;
    stroke: var(--_action);
    stroke-width: 2;
    stroke-linecap: round;
  }
  .remarks {
    margin-top: var(--_gap);
    padding-inline-start: 0.7em;
    border-inline-start: 3px solid var(--_at-risk);
  }
  .fields {
    display: grid;
    grid-template-columns: 100%;
    gap: calc(var(--_gap) * 2) 1.5em;
    margin-top: calc(var(--_gap) * 1.4);
    padding-top: calc(var(--_gap) * 1.4);
    border-top: 1px solid var(--_line);
  }
  .root:is(.middle, .wide) .fields {
    grid-template-columns: repeat(auto-fit, minmax(13em, 1fr));
  }
  .root:is(.middle, .wide) .period {
    grid-column: 1 / -1;
  }
  .root.wide .fields {
    grid-template-columns: minmax(20em, 1.5fr) repeat(auto-fit, minmax(13em, 1fr));
  }
  .root.wide .period {
    grid-column: auto;
  }
  .root.narrow .fields {
    gap: 0;
    padding-top: 0;
  }
  .field {
    min-width: 0;
  }
  /* A list is as high as the field of the periods, however many values it has: nothing moves when they come. */
  .root:not(.narrow) .values .body,
  .values:first-child .body {
    display: flex;
    flex-flow: column;
    height: var(--_body);
  }
  .narrow .body {
    margin-bottom: var(--_gap);
  }
  .field-label,
  .fold-button {
    display: flex;
    align-items: baseline;
    gap: 1em;
    width: 100%;
    min-height: 2em;
  }
  .fold-button {
    align-items: center;
    min-height: var(--_touch);
    padding: 0;
    border: 0;
    border-radius: 0;
    color: var(--_ink);
    text-align: start;
  }
  .field:not(:first-child) .fold-button {
    border-top: 1px solid var(--_line);
  }
  .fold-button[aria-expanded='true'] .arrow {
    transform: scaleY(-1);
  }
  .field-name {
    flex: none;
    max-width: 60%;
    font-weight: var(--_weight);
  }
  /* Two lines of it are no higher than the name. */
  .tally {
    flex: 1;
    min-width: 0;
    line-height: 1.2;
    text-align: end;
  }
  .legend {
    display: block;
  }
  .legend svg {
    margin-inline-end: 0.4em;
    vertical-align: -1px;
  }
  .tally,
  .hint,
  .initials,
  .rows {
    color: var(--_ink-soft);
    font-size: var(--_small);
  }
  .hint.own {
    margin-top: auto;
    padding-top: var(--_gap);
  }
  .date span {
    white-space: nowrap;
  }
  .dates,
  .quick,
  .below {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: var(--_gap);
  }
  .date {
    flex: 1 1 8em;
    max-width: 14em;
  }
  .date label {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  [part='date'],
  [part='search'] {
    width: 100%;
    min-width: 0;
    min-height: var(--_touch);
    padding: 0 0.7em;
    border: 1px solid var(--_ink-soft);
    border-radius: var(--_corner);
    background: var(--_surface);
    appearance: none;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--_off-track);
  }
  .problem {
    color: var(--_off-track);
    font-size: var(--_small);
  }
  .quick {
    gap: 6px;
  }
  .quick button,
  .below button {
    min-width: var(--_touch);
    padding: 0 0.55em;
    color: var(--_ink);
    border-color: var(--_line);
    font-size: var(--_elder-small, 0.9375em);
  }
  .quick button[aria-pressed='true'],
  [part='exclude'][aria-pressed='true'] {
    border: 2px solid var(--_action);
    font-weight: 600;
  }
  .list {
    flex: 1;
    min-height: 0;
    max-height: max(var(--_touch) * 9, 26em);
    overflow-y: auto;
  }
  .below:empty {
    display: none;
  }
  [part='value'] {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-height: var(--_touch);
    padding: 4px 3px;
    box-sizing: border-box;
    cursor: pointer;
  }
  [part='value'] input {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    accent-color: var(--_action);
  }
  .name {
    flex: 1;
    min-width: 0;
    line-height: 1.3;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  .name.null {
    color: var(--_ink-soft);
    font-style: normal;
    text-decoration: underline dashed 1px;
    text-underline-offset: 0.25em;
  }
  mark {
    background: #fd7;
    color: #000;
  }
  /* Names have the room first; the bars of a list are of one length. */
  .share {
    flex: none;
    width: clamp(1em, 100% - 14em, 3.5em);
    height: 8px;
  }
  .rows {
    flex: none;
    min-width: 3em;
    text-align: end;
    color: var(--_ink);
  }
  .empty :is(.name, .rows) {
    color: var(--_ink-soft);
  }
  .no-count .count,
  .no-chips .chips,
  .no-quick .quick,
  .no-dates .dates,
  .no-hint .own {
    display: none;
  }
  .fallback :is(.head, .remarks, .fields, .own) {
    display: none;
  }
`;

/** The look of a filter, beside that of every card. */
export const filterSheet: string = cardSheet + plotSheet + mediaSheet;
