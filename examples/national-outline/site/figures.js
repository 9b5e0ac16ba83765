import { at, element, save, show } from './dom.js';
import { withRelease } from './session.js';
import { table, valuesOf } from './table.js';
import { language, say, words } from './words.js';

/** The columns of a published figure: its key, its source and its notes. */
const by = [
  ...['indicator', 'year', 'unit', 'state', 'stated', 'compiler', 'source_title', 'source_url'],
  ...['found', 'reliability', 'note', 'note_en'],
];

let metrics;
let answer;
let rows = [];

export function wireFigures() {
  at('query').addEventListener('click', () =>
    withRelease(at('query'), at('figures-progress'), async (release) => {
      metrics = release;
      answer = await metrics.query({ metric: 'published-figures', by });
      const order = valuesOf(metrics.manifest, 'indicator').map(({ value }) => value);
      rows = [...answer.rows()].sort(
        (a, b) => order.indexOf(a.indicator) - order.indexOf(b.indicator) || (a.year < b.year ? -1 : 1),
      );
      showFigures();
      at('filters').hidden = false;
      at('query').hidden = true;
      at('indicator').focus();
    }),
  );
  at('indicator').addEventListener('change', showFigures);
  at('filters').addEventListener('submit', (event) => event.preventDefault());
  at('save-figures').addEventListener('click', () => {
    const locale = language().startsWith('zh') ? 'zh' : 'en';
    save('published-figures.csv', 'text/csv', answer.toCsv({ locale, bom: true }));
  });
}

/** The table in the page's language: nothing until the reader asks for it. */
export function showFigures() {
  if (!metrics) return;
  const text = words();
  offerIndicators();
  const indicator = at('indicator').value;
  const chosen = rows.filter((row) => indicator === '' || row.indicator === indicator);
  show(
    at('figures'),
    element('p', { class: 'soft', role: 'status' }, text.shown(chosen.length, rows.length)),
    chosen.length === 0
      ? element('p', {}, text.empty)
      : table(chosen, metrics.manifest, at('figures').querySelector('zj-data-table') ?? undefined),
    element(
      'details',
      {},
      element('summary', {}, text.sql),
      element('pre', { tabindex: '0', role: 'group', 'aria-label': 'SQL' }, answer.sql),
    ),
  );
}

function offerIndicators() {
  const chosen = at('indicator').value;
  at('indicator').replaceChildren(
    element('option', { value: '' }, words().allIndicators),
    ...valuesOf(metrics.manifest, 'indicator').map(({ value, label }) =>
      element('option', { value, selected: value === chosen }, say(label)),
    ),
  );
}
