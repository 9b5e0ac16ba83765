import { register } from '../../packages/widgets/src/element/register.js';
import { ZjBreakdownChart } from '../../packages/widgets/src/breakdown-chart/breakdown-chart.js';

register('zj-breakdown-chart', customElements, ZjBreakdownChart);

/** A breakdown on the page, painted at a width; gone with `clear` of mount.ts. */
export async function mountBreakdown(
  properties: Partial<ZjBreakdownChart> & Readonly<Record<string, unknown>>,
  {
    width = 720,
    inside = '',
    parent = document.body,
  }: { readonly width?: number; readonly inside?: string; readonly parent?: ParentNode } = {},
): Promise<ZjBreakdownChart> {
  const box = document.createElement('div');
  box.className = 'box';
  box.style.width = `${width}px`;
  const chart = document.createElement('zj-breakdown-chart');
  if (inside) chart.append(document.createRange().createContextualFragment(inside));
  Object.assign(chart, properties);
  box.append(chart);
  parent.append(box);
  await settled(chart);
  return chart;
}

/** A chart knows its width, and is painted for it. */
export async function settled(chart: ZjBreakdownChart): Promise<void> {
  await chart.updateComplete;
  while (!chart.shadowRoot!.querySelector('.root:is([size], [hidden])'))
    await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await chart.updateComplete;
}
