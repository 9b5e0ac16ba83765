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

/** Published figures, one a row, with all that is known of each; in the table that is shown, where there is one. */
export function table(chosen, manifest, shown = element('zj-data-table', { hide: 'download' })) {
  const text = words();
  shown.setAttribute('label', text.tableTitle);
  shown.toggleAttribute('elder', document.documentElement.hasAttribute('data-elder'));
  const columns = columnsOf((name, value) => labelOf(manifest, name, value));
  shown.rows = {
    columns: columns.map(({ name, label, type = 'VARCHAR' }) => ({
      ...{ name, type, additive: false },
      label: { zh: label, en: label },
    })),
    rows: chosen.map((row) => columns.map(({ tell }) => cell(attempt(() => tell(row), null)))),
  };
  return shown;
}

/** A text or a number of the data; what is none of these is an empty cell. */
function cell(told) {
  return told !== '' && (typeof told === 'string' || Number.isFinite(told)) ? told : null;
}

function columnsOf(label) {
  const text = words();
  const column = (name, tell, type) => ({ name, label: text[name], tell, type });
  const labelled = (name) => column(name, (row) => `${label(name, row[name])}`);
  return [
    labelled('indicator'),
    column('period', (row) => row.year.slice(0, 4)),
    column('figure', ({ value }) => (typeof value === 'number' ? value : null), 'DOUBLE'),
    labelled('unit'),
    column('state', ({ state }) => state && label('state', state)),
    column('source', ({ compiler, source_title }) =>
      [compiler && label('compiler', compiler), label('source_title', source_title)]
        .filter(Boolean)
        .join(text.from),
    ),
    column('stated', ({ stated }) => `“${stated}”`),
    column('day', ({ found }) => text.found(found)),
    column('address', addressOf),
    labelled('reliability'),
    column('note', (row) => (language().startsWith('zh') ? row.note : row.note_en)),
  ];
}

/** Where the source says so. The table makes links of addresses: a page that is hardly reliable is named without one. */
function addressOf({ source_url, reliability }) {
  const text = words();
  if (typeof source_url !== 'string') return text.noAddress;
  return isWebAddress(source_url) && reliability === 'low'
    ? text.notLinked(new URL(source_url).host)
    : source_url;
}
