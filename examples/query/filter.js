import { at, element, show } from './dom.js';

let shown = {};

/**
 * Shows a filter over the dataset of a question. It and its conditions stay as long as its data and its fields do. `follow` is called
 * when the conditions change.
 */
export function showFilter(metrics, { contract, fields }, follow) {
  shown.follow = follow;
  const names = fields.join(' ');
  if (contract === shown.contract && names === shown.names) return;
  if (!contract || !names) {
    shown = {};
    at('filter').replaceChildren();
    return;
  }
  const filter = element('zj-filter', { 'dataset-id': contract.id, fields: names });
  const source = Object.assign(element('zj-source', {}, filter), { metrics });
  source.addEventListener('zj-selection-changed', () => shown.follow());
  shown = { contract, names, source, follow };
  show(at('filter'), source);
}

/** The conditions that the reader has chosen. */
export function selection() {
  return shown.source?.selection ?? { where: [] };
}
