import { attempt, element, isWebAddress } from './dom.js';
import { language, say, words } from './words.js';

/** The values that a column of the figures may have, each with its words. */
export function valuesOf({ datasets }, name) {
  return datasets.flatMap(
    ({ contract }) => contract.columns.find((column) => column.name === name)?.values ?? [],
  );
}

function labelOf(manifest, name, value) {
  const found = valuesOf(manifest, name).find((one) => one.value === value);
  return found ? say(found.label) : (value ?? '');
}

/** Published figures, one a row, with all that is known of each. */
export function table(chosen, manifest) {
  const text = words();
  const heads = [text.indicator, text.period, text.figure, text.source, text.reliability, text.note];
  return element(
    'table',
    { class: 'figures', 'aria-label': text.tableTitle },
    element('thead', {}, element('tr', {}, ...heads.map((word) => element('th', { scope: 'col' }, word)))),
    element('tbody', {}, ...chosen.map((row) => line(row, heads, manifest))),
  );
}

function line(row, heads, manifest) {
  const label = (name, value) => labelOf(manifest, name, value);
  const cell = (i, name, tell) =>
    element('td', { class: attempt(() => `${name}`), 'data-head': heads[i] }, ...attempt(tell, ['—']));
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, label('indicator', row.indicator)),
    cell(1, 'period', () => [row.year.slice(0, 4)]),
    cell(2, 'figure', () => [
      element('b', {}, row.value.toLocaleString(language(), { maximumFractionDigits: 4 })),
      ` ${label('unit', row.unit)}`,
      ...(row.state ? [element('span', { class: 'state' }, label('state', row.state))] : []),
    ]),
    cell(3, 'source', () => sourceOf(row, label)),
    cell(4, row.reliability, () => [label('reliability', row.reliability)]),
    cell(5, 'remark', () => [(language().startsWith('zh') ? row.note : row.note_en) ?? '']),
  );
}

/** Who says so, where, and in which words. A page that is hardly reliable is named, but not linked; other addresses are text. */
function sourceOf({ compiler, source_title, source_url, stated, found, reliability }, label) {
  const text = words();
  const title = label('source_title', source_title);
  const who = compiler ? [element('span', {}, label('compiler', compiler))] : [];
  const said = element('span', { class: 'said' }, `“${stated}” · ${text.found(found)}`);
  const none = (words_) => [...who, title, ' ', element('span', { class: 'none' }, words_), said];
  if (typeof source_url !== 'string') return none(text.noAddress);
  if (!isWebAddress(source_url)) return none(source_url);
  if (reliability === 'low') return none(text.notLinked(new URL(source_url).host));
  const link = element('a', { href: source_url, rel: 'noopener noreferrer nofollow' }, title);
  return [...who, link, said];
}
