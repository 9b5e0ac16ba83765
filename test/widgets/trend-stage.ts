import { ZjSource } from '../../packages/widgets/src/source/source.js';
import { ZjTrendChart } from '../../packages/widgets/src/trend-chart/trend-chart.js';

if (!customElements.get('zj-source')) customElements.define('zj-source', ZjSource);
if (!customElements.get('zj-trend-chart')) customElements.define('zj-trend-chart', ZjTrendChart);

export type Given = Partial<
  Pick<
    ZjTrendChart,
    | 'series'
    | 'result'
    | 'during'
    | 'members'
    | 'appearance'
    | 'hide'
    | 'elder'
    | 'src'
    | 'lang'
    | 'label'
    | 'goal'
    | 'metric'
    | 'query'
  >
>;

/** A chart on the page in a box of a width, painted. */
export async function mount(given: Given, width = 860, inside = ''): Promise<ZjTrendChart> {
  const box = document.createElement('div');
  box.className = 'box';
  box.style.width = `${width}px`;
  const chart = document.createElement('zj-trend-chart');
  if (inside) chart.append(document.createRange().createContextualFragment(inside));
  const { src, ...others } = given;
  if (src) chart.setAttribute('src', src);
  Object.assign(chart, others);
  box.append(chart);
  document.body.append(box);
  await painted(chart);
  return chart;
}

export async function painted(chart: ZjTrendChart): Promise<void> {
  await chart.updateComplete;
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  await chart.updateComplete;
}

export const find = <Kind extends Element = HTMLElement>(chart: ZjTrendChart, selector: string): Kind =>
  chart.shadowRoot!.querySelector<Kind>(selector)!;

export const slider = (chart: ZjTrendChart): HTMLInputElement => find(chart, 'input[type=range]');

export const said = (chart: ZjTrendChart): string => slider(chart).getAttribute('aria-valuetext')!;

export const figureAt = (chart: ZjTrendChart): string => find(chart, '.readout .value b').textContent;

/** The detail of an event of the chart. */
export function heard(chart: EventTarget, type: string): Promise<unknown> {
  return new Promise((resolve) =>
    chart.addEventListener(type, (event) => resolve((event as CustomEvent).detail), { once: true }),
  );
}

export function clear(): void {
  document.querySelectorAll('.box').forEach((box) => box.remove());
  document.documentElement.lang = 'zh-CN';
  document.documentElement.dir = '';
}
