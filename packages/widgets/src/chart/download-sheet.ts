import { css } from '../element/css.js';

/** The download button of a chart and its list. It stands over the chart: below a card, the end of a page could cut it off. */
export const downloadSheet = css`
  .download {
    position: relative;
  }
  .download ul {
    position: absolute;
    z-index: 1;
    bottom: 100%;
    min-width: 100%;
    margin-bottom: 4px;
    padding: 4px;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_surface);
    list-style: none;
    inset-inline-start: 0;
  }
  .download button {
    width: 100%;
    margin: 0;
    border: 0;
    text-align: start;
    white-space: nowrap;
  }
  @media print {
    .download,
    [part='download-failure'] {
      display: none;
    }
  }
`;
