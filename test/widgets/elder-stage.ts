import { define } from '@zj/widgets';
import { parkTasks } from '../../stories/boards.js';
import { enterprises } from '../../stories/enterprises.js';
import { filterMetrics, parkRows } from '../../stories/filter-data.js';
import { everyBoard, parkPlan } from '../../stories/goal-boards.js';
import { revenueSeries } from '../../stories/goal-series.js';
import { industries } from '../../stories/industries.js';
import { dust, energy } from '../../stories/kinds.js';
import { parkLadder } from '../../stories/ladders.js';
import { every } from '../../stories/verdicts.js';
import { verifyMetrics } from '../../stories/verify-data.js';

define();

/** Any element of the package. */
export type Shown = HTMLElement & { readonly updateComplete: Promise<unknown>; elder?: boolean };

const make = (tag: string, properties: object): Shown =>
  Object.assign(document.createElement(tag) as Shown, properties);

/** An element inside a source of these metrics. */
function inside(metrics: unknown, element: Shown, attributes: Readonly<Record<string, string>> = {}): Shown {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const source = make('zj-source', { metrics });
  source.append(element);
  return element;
}

const full = every['with all there is']!;

/** Every element that has a card, with figures, by name. */
export const elements: Readonly<Record<string, () => Shown>> = {
  gauge: () => make('zj-goal-gauge', { verdict: full }),
  'compact gauge': () => make('zj-goal-gauge', { verdict: full, compact: true }),
  'linear gauge': () => make('zj-goal-gauge', { verdict: full, appearance: 'linear' }),
  'gauge of a bound': () => make('zj-goal-gauge', { verdict: energy() }),
  'gauge of periods': () => make('zj-goal-gauge', { verdict: dust() }),
  'trend of a goal': () => make('zj-trend-chart', { series: revenueSeries() }),
  'trend of many': () => make('zj-trend-chart', { series: industries() }),
  breakdown: () => make('zj-breakdown-chart', { series: industries() }),
  'small charts': () => make('zj-breakdown-chart', { series: industries(), appearance: 'multiples' }),
  changes: () => make('zj-breakdown-chart', { series: industries(), appearance: 'change' }),
  table: () => make('zj-data-table', { rows: enterprises({ count: 60 }), label: '营业收入明细' }),
  filter: () =>
    inside(filterMetrics({ rows: parkRows(2000) }), make('zj-filter', {}), {
      'dataset-id': 'park',
      fields: 'month industry subfield zone',
    }),
  'goal board': () => make('zj-goal-board', { verdicts: everyBoard, plan: parkPlan }),
  'tier ladder': () => make('zj-tier-ladder', { ladder: parkLadder() }),
  'task board': () => make('zj-task-board', { tasks: parkTasks() }),
  verify: () => inside(verifyMetrics(), make('zj-verify', {})),
};

/** An element on the page in a box of a width, painted; gone with `clear`. */
export async function stand(
  name: string,
  {
    width,
    lang = 'zh-CN',
    theme = true,
  }: { readonly width: number; readonly lang?: string; readonly theme?: boolean },
): Promise<Shown> {
  const element = elements[name]!();
  const box = document.createElement('div');
  box.className = 'box';
  box.lang = lang;
  box.style.width = `${width}px`;
  // The theme elder of zj.css.
  if (theme) box.style.setProperty('--zj-elder', ' ');
  box.append(element.closest('zj-source') ?? element);
  document.body.append(box);
  await painted(element);
  return element;
}

/** Waits until nothing is to come. */
export async function painted(element: Shown): Promise<void> {
  do await new Promise(requestAnimationFrame);
  while (element.matches('[loading]'));
  for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
  await element.updateComplete;
}

/** Every element inside, also inside elements inside, that is seen. */
export function seen(root: ParentNode): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
    ...(one.checkVisibility({ checkVisibilityCSS: true }) && !one.closest('.unseen, option') ? [one] : []),
    ...(one.shadowRoot ? seen(one.shadowRoot) : []),
  ]);
}
