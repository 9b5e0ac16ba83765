import { css } from '../../element/css.js';

/** The style of the detail. It is loaded with it. */
export const detailSheet = css`
  table {
    font: inherit;
    color: inherit;
    width: 100%;
    margin: 0.75em 0;
    border-collapse: collapse;
  }
  caption,
  th,
  td {
    padding: 0.4em 0;
    text-align: left;
  }
  caption {
    font-weight: 600;
    color: var(--_ink);
  }
  th,
  td {
    border-top: 1px solid var(--_line);
    vertical-align: top;
    font-weight: 400;
  }
  th {
    width: 30%;
    padding-right: 1em;
    overflow-wrap: normal;
  }
  td,
  pre {
    color: var(--_ink);
    white-space: pre-line;
  }
  pre {
    overflow: auto;
    padding-bottom: 1em;
    white-space: pre;
  }
  a {
    color: var(--_action);
  }
  .root:not([size~='over30']) :is(tr, th, td) {
    display: block;
    width: auto;
    overflow-wrap: anywhere;
  }
  .root:not([size~='over30']) td {
    padding-top: 0;
    border: 0;
  }
  @media print {
    pre {
      white-space: pre-wrap;
    }
    /* Rows that are blocks are one cell to a table: no sheet could end between them. */
    .root:not([size~='over30']) :is(table, tbody, caption) {
      display: block;
    }
    th,
    td {
      padding-block: 0.2em;
    }
    caption,
    tr {
      break-inside: avoid;
    }
    caption {
      break-after: avoid;
    }
  }
`;
