import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ColumnSummary } from '@zj/metrics';

const [width, height] = [120, 24];

/** The rows of a column by its values, as bars. It has no words: the values and their numbers are in the filter of the column. */
export function histogram(summary: ColumnSummary | undefined): TemplateResult | typeof nothing {
  const bins = summary?.bins ?? [];
  const most = Math.max(...bins.map(({ rows }) => rows), 1);
  const each = width / Math.max(bins.length, 3);
  return html`
    <svg
      part="histogram"
      class="histogram"
      viewBox="0 0 ${width} ${height}"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      ${bins.map(({ rows }, at) => {
        const tall = rows === 0 ? 0 : Math.max((rows / most) * height, 1);
        return svg`<rect x=${round(at * each)} y=${round(height - tall)} width=${round(Math.max(each - 1.5, 0.5))} height=${round(tall)} />`;
      })}
    </svg>
  `;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
