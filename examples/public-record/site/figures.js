import { at, element, save, show } from './dom.js';
import { withRelease } from './session.js';
import { table, valuesOf } from './table.js';
import { language, say, words } from './words.js';

/** What tells one published figure from another, and what is known of it. */
const columns = ['indicator', 'region', 'stated_indicator', 'unit', 'source_title', 'source_url'];
const figuresBy = [...columns, 'first_day', 'last_day', 'span', 'status', 'compiler'];
const targetsBy = [...columns, 'due', 'wording'];
const notes = ['reliability', 'note', 'note_en'];

let metrics;
let answers;
let rows = [];

export function wireFigures() {
  at('query').addEventListener('click', () =>
    withRelease(at('query'), at('figures-progress'), async (release) => {
      metrics = release;
      const [figures, targets] = await Promise.all([
        metrics.query({ metric: 'published-figures', by: [...figuresBy, ...notes] }),
        metrics.query({ metric: 'published-targets', by: [...targetsBy, ...notes] }),
      ]);
      answers = { 'published-figures': figures, 'published-targets': targets };
      rows = mark([
        ...targets.rows().map((row) => ({ ...row, kind: 'target', last_day: row.due })),
        ...figures.rows().map((row) => ({ ...row, kind: row.status })),
      ]);
      showFigures();
      at('filters').hidden = false;
      at('query').hidden = true;
      at('region').focus();
    }),
  );
  for (const id of ['region', 'indicator', 'kind', 'conflicts'])
    at(id).addEventListener('change', showFigures);
  at('filters').addEventListener('submit', (event) => event.preventDefault());
  for (const [id, name] of [
    ['save-figures', 'published-figures'],
    ['save-targets', 'published-targets'],
  ]) {
    at(id).addEventListener('click', () => {
      const locale = language().startsWith('zh') ? 'zh' : 'en';
      save(`${name}.csv`, 'text/csv', answers[name].toCsv({ locale, bom: true }));
    });
  }
}

/** In order of region, indicator and day; those that say different things of the same are marked. */
function mark(all) {
  const sayings = new Map();
  const same = ({ indicator, region, first_day, last_day, kind }) =>
    JSON.stringify([indicator, region, first_day, last_day, kind]);
  for (const row of all) sayings.set(same(row), (sayings.get(same(row)) ?? new Set()).add(row.value));
  const place = (name) => {
    const order = valuesOf(metrics.manifest, name).map(({ value }) => value);
    return (a, b) => order.indexOf(a[name]) - order.indexOf(b[name]);
  };
  const [byRegion, byIndicator] = [place('region'), place('indicator')];
  return all
    .map((row) => ({ ...row, conflict: sayings.get(same(row)).size > 1 }))
    .sort((a, b) => byRegion(a, b) || byIndicator(a, b) || (a.last_day < b.last_day ? -1 : 1));
}

/** The table in the page's language: nothing until the reader asks for it. */
export function showFigures() {
  if (!metrics) return;
  const text = words();
  offer('region', text.allRegions, rows);
  offer(
    'indicator',
    text.allIndicators,
    rows.filter(({ region }) => at('region').value === '' || region === at('region').value),
  );
  offerKinds();
  const [region, indicator, kind] = ['region', 'indicator', 'kind'].map((id) => at(id).value);
  const chosen = rows.filter(
    (row) =>
      (region === '' || row.region === region) &&
      (indicator === '' || row.indicator === indicator) &&
      (kind === '' || row.kind === kind) &&
      (!at('conflicts').checked || row.conflict),
  );
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
      ...Object.values(answers).map(({ sql }) =>
        element('pre', { tabindex: '0', role: 'group', 'aria-label': 'SQL' }, sql),
      ),
    ),
  );
}

function offer(id, all, from) {
  const chosen = at(id).value;
  const values = valuesOf(metrics.manifest, id).filter(({ value }) => from.some((row) => row[id] === value));
  at(id).replaceChildren(
    element('option', { value: '' }, all),
    ...values.map(({ value, label: name }) =>
      element('option', { value, selected: value === chosen }, say(name)),
    ),
  );
}

function offerKinds() {
  const text = words();
  const chosen = at('kind').value;
  at('kind').replaceChildren(
    element('option', { value: '' }, text.allKinds),
    element('option', { value: 'target', selected: chosen === 'target' }, text.target),
    ...valuesOf(metrics.manifest, 'status').map(({ value, label: name }) =>
      element('option', { value, selected: value === chosen }, say(name)),
    ),
  );
}
