import { attempt, element, isWebAddress } from './dom.js';
import { language, say, words } from './words.js';

/** The values that a column of the figures may have, each with its words. */
export function valuesOf({ datasets }, name) {
  return datasets
    .flatMap(({ contract }) => contract.columns.find((column) => column.name === name)?.values ?? [])
    .filter(({ value }, i, all) => all.findIndex((one) => one.value === value) === i);
}

function labelOf(manifest, name, value) {
  const found = valuesOf(manifest, name).find((one) => one.value === value);
  return found ? say(found.label) : (value ?? '');
}

/** Published figures and targets, one a row, with all that is known of each. */
export function table(chosen, manifest) {
  const text = words();
  const heads = [
    text.indicator,
    text.period,
    text.figure,
    text.kind,
    text.source,
    text.reliability,
    text.note,
  ];
  return element(
    'table',
    { class: 'figures', 'aria-label': text.tableTitle },
    element('thead', {}, element('tr', {}, ...heads.map((word) => element('th', { scope: 'col' }, word)))),
    element('tbody', {}, ...chosen.map((row) => line(row, heads, manifest))),
  );
}

function line(row, heads, manifest) {
  const text = words();
  const label = (name, value) => labelOf(manifest, name, value);
  const cell = (i, name, tell) =>
    element('td', { class: attempt(() => `${name}`), 'data-head': heads[i] }, ...attempt(tell, ['—']));
  const stated =
    !row.stated_indicator || row.stated_indicator === row.indicator ? '' : text.stated(row.stated_indicator);
  return element(
    'tr',
    { class: row.conflict && 'conflict' },
    element(
      'th',
      { scope: 'row' },
      label('indicator', row.indicator),
      element('span', { class: 'soft' }, [label('region', row.region), stated].filter(Boolean).join(' · ')),
    ),
    cell(1, 'period', () => [text.periodOf(row)]),
    cell(2, 'figure', () => [
      element('b', {}, row.value.toLocaleString(language())),
      ` ${label('unit', row.unit)}`,
      ...(row.conflict ? [element('span', { class: 'badge' }, text.conflict)] : []),
    ]),
    cell(3, row.kind, () => [
      row.kind === 'target' ? text.targetWords(label('wording', row.wording)) : label('status', row.kind),
    ]),
    cell(4, 'source', () => sourceOf(row, label)),
    cell(5, row.reliability, () => [label('reliability', row.reliability)]),
    cell(6, 'remark', () => [(language().startsWith('zh') ? row.note : row.note_en) ?? '']),
  );
}

/** Who says so, and where. A page that is hardly reliable is named, but not linked; what is no address of the web is text. */
function sourceOf({ compiler, source_title, source_url, reliability }, label) {
  const text = words();
  const title = label('source_title', source_title);
  const who = compiler ? [element('span', {}, label('compiler', compiler))] : [];
  const none = (words_) => [...who, title, ' ', element('span', { class: 'none' }, words_)];
  if (typeof source_url !== 'string') return none(text.noAddress);
  if (!isWebAddress(source_url)) return none(source_url);
  return reliability === 'low'
    ? none(text.notLinked(new URL(source_url).host))
    : [...who, element('a', { href: source_url, rel: 'noopener noreferrer nofollow' }, title)];
}
