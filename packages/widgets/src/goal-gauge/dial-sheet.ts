import { css } from '../element/css.js';

/** The drawing, the figure in it, and the ends of its scale. In per cent, lengths are of the diameter. */
export const dialSheet = css`
  .dial {
    display: grid;
    grid-template-columns: 100%;
    position: relative;
    width: 100%;
    max-width: var(--_dial);
    margin: calc(var(--_high-dial) * (var(--_box, var(--_scale)) - var(--_scale)) / 2) auto;
    padding-top: var(--_head, 0.15em);
    text-align: center;
    --_dial: calc(var(--zj-dial-size, 11em) * var(--_scale));
    --_high-dial: calc(var(--zj-dial-size, 11em) * 0.75);
  }
  .ring .dial {
    --_head: 0.5em;
    --_dial: calc(var(--zj-dial-size, 11em) * var(--_scale) * 0.9);
    --_high-dial: calc(var(--zj-dial-size, 11em) * 0.9);
  }
  .ring {
    --_elder-figure: var(--zj-elder) min(1.95em, 2.8em - var(--zj-thickness, 0.875em));
    --_figure: var(
      --_elder-figure,
      min(var(--zj-figure-size, 2.5em) * 0.88, var(--zj-dial-size, 11em) * 0.25)
    );
  }
  .root:not(.flat, .ruler) .drawing > svg {
    height: calc(var(--_high-dial) * var(--_scale));
  }
  rect {
    fill: currentColor;
    stroke: none;
  }
  circle {
    fill: var(--_surface);
  }
  text {
    fill: currentColor;
    stroke: none;
  }
  .dial svg text {
    font-size: var(--_elder-due, 13px);
    --_elder-due: var(--zj-elder) calc(16px / 0.85);
  }
  [part='track'] {
    color: var(--_track);
  }
  .no-data [part='track'] {
    color: var(--_ink-soft);
  }
  [part='done'],
  [part='forecast'] {
    color: var(--_status);
  }
  [part='due'],
  [part='forecast'] {
    display: var(--_elder-none, inline);
  }
  .old [part='forecast'] {
    display: none;
  }
  [part='notch'] {
    color: var(--_surface);
  }
  [part='finish'] {
    color: var(--_ink-soft);
  }
  .dial > .drawing,
  .wait,
  b.in {
    grid-area: 1 / 1;
  }
  .wait {
    align-self: center;
  }
  b {
    font-family: var(--zj-font-figure, inherit);
    font-size: var(--_figure);
    font-weight: var(--zj-figure-weight, 700);
    line-height: var(--_lead, 1.2);
    letter-spacing: -0.0125em;
    white-space: nowrap;
  }
  b small {
    margin-left: 0.1em;
    font-size: 0.5em;
    letter-spacing: 0;
    white-space: pre;
  }
  .root:not(.flat) b:not(.in) {
    justify-self: center;
    margin-top: 0.3em;
    font-size: 1.5em;
  }
  .long b.in {
    font-size: calc(var(--_figure) * 0.85);
  }
  p span {
    display: inline-block;
  }
  .root:not(.flat) .in {
    line-height: 1.2;
  }
  .arc b.in {
    margin-top: calc(50% - 0.685em);
  }
  .ring b.in {
    margin-top: calc(50% - 1em);
  }
  .root:not(.flat) [part='quantity'] {
    margin: 0.4em -1.8em 0;
  }
  .root.ring [part='quantity'] {
    margin-top: var(--_elder-below, 1.45em);
    --_elder-below: var(--zj-elder) 0.8em;
  }
  .root.ring b:not(.in) {
    margin-top: 0.8em;
  }
  .root:not(.flat) p.in {
    justify-self: center;
    grid-area: var(--_elder-area, 1 / 1);
    max-width: var(--_elder-wide, 66%);
    margin: 0 var(--_elder-aside, 0);
    margin-top: var(--_elder-top, calc(50% + 1.65em));
    --_elder-area: var(--zj-elder) auto;
    --_elder-aside: var(--zj-elder) -1.8em;
    --_elder-wide: var(--zj-elder) none;
    --_elder-top: var(--zj-elder) 0.3em;
  }
  .root.ring p.in {
    margin-top: var(--_elder-top, calc(50% + 0.75em));
  }
  .ends {
    display: flex;
    justify-content: space-between;
    justify-self: center;
    position: relative;
    gap: 0.5em;
    min-width: 72.8%;
    max-width: 100%;
    margin-top: 0.7em;
  }
  .ends svg {
    position: absolute;
    top: 0.16em;
    left: calc(100% + 9px);
    width: 1.92em;
  }
  .ends .below {
    right: calc(100% + 9px);
    left: auto;
  }
  .ring .ends,
  .ends.none {
    display: none;
  }
  .compact.compact {
    --_scale: 0.7;
    --_box: 0.7;
    --_head: 0;
    --_figure: 1.75em;
  }
  .compact figcaption {
    margin-bottom: 0.4em;
    font-size: var(--_elder-small, 0.875em);
  }
  .ring.compact.compact {
    --_figure: 1.45em;
    --_head: 0.5em;
  }
  .compact:not(.flat) .ends {
    grid-area: 1 / 1;
    align-self: end;
    margin: 0 0 -0.4em;
    height: 1.2em;
  }
  .compact:not(.flat) .ends svg {
    left: calc(100% + 1.5em);
  }
  .compact:not(.flat) .ends .below {
    right: calc(100% + 1.5em);
    left: auto;
  }
  .compact:not(.flat) :is(.ends span, [part='quantity']),
  .compact :is([part='forecast'], text:not([part='number'])) {
    display: none;
  }
`;
