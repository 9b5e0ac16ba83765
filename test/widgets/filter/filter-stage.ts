import { define, type ZjFilter, type ZjSource } from '@zj/widgets';
import type { Selection } from '@zj/metrics';
import { filterMetrics, parkRows } from '../../../stories/filter-data.js';

define();

/** The rows that are filtered. */
export const rows = parkRows(2000);

/** A filter on the page, its source, and the inside of it. */
export interface Stage {
  readonly source: ZjSource;
  readonly filter: ZjFilter;
  readonly root: ShadowRoot;
}

/** A filter in a source, with its figures. */
export async function stage(
  attributes: Readonly<Record<string, string>> = {},
  {
    width = 1200,
    selection,
    manifest,
    ...given
  }: Parameters<typeof filterMetrics>[0] & {
    readonly width?: number;
    readonly manifest?: string;
    readonly selection?: Selection;
  } = {},
): Promise<Stage> {
  const box = document.createElement('div');
  box.className = 'box';
  box.style.width = `${width}px`;
  const source = document.createElement('zj-source');
  source.metrics = filterMetrics({ rows, ...given });
  if (selection) source.selection = selection;
  if (manifest) source.manifest = manifest;
  const filter = document.createElement('zj-filter');
  const all = { 'dataset-id': 'park', fields: 'month industry subfield zone', ...attributes };
  for (const [name, value] of Object.entries(all)) filter.setAttribute(name, value);
  source.append(filter);
  box.append(source);
  document.body.append(box);
  await settled(filter);
  return { source, filter, root: filter.shadowRoot! };
}

/** Waits until the figures are those of the selection. */
export async function settled(filter: ZjFilter): Promise<void> {
  do await new Promise(requestAnimationFrame);
  while (filter.matches('[loading], [stale]:not([failed])') || filter.isUpdatePending);
  await new Promise(requestAnimationFrame);
}

/** The texts of all elements that a selector finds, with single spaces. */
export const texts = (root: ParentNode, selector: string): readonly string[] =>
  [...root.querySelectorAll(selector)].map((one) => one.textContent.replaceAll(/\s+/g, ' ').trim());
/** The first element that a selector finds. */
export const find = <E extends Element = HTMLElement>(root: ParentNode, selector: string): E =>
  root.querySelector<E>(selector)!;
/** The field of a name. */
export const field = (root: ParentNode, label: string): HTMLElement =>
  [...root.querySelectorAll<HTMLElement>('.field')].find(
    (one) => find(one, '.field-name').textContent === label,
  )!;
/** The tick of a value, by the beginning of its name. */
export const value = (root: ParentNode, label: string, name: string): HTMLInputElement =>
  [...field(root, label).querySelectorAll<HTMLElement>('[part=value]')]
    .find((one) => find(one, '.name').textContent.trim().startsWith(name))!
    .querySelector('input')!;
