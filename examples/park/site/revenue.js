import { attempt, element, show } from './dom.js';
import { openMetrics, tellError } from './engine.js';
import { say, words } from './words.js';

const at = (id) => document.getElementById(id);
const [industry, year] = [at('industry'), at('year')];
let metrics;
let rows = [];
/** By month, as the engine adds it: exact, where adding the shown figures would not be. */
let totals = new Map();

/** The live table in a language: nothing until the reader asks for it. */
export function showRevenue(lang) {
  if (metrics) void refresh(lang);
}

at('query').addEventListener('click', async () => {
  const { lang } = document.documentElement;
  at('query').disabled = true;
  try {
    metrics = await openMetrics(lang, (line) => show(at('table-progress'), line));
    offerYears();
    await refresh(lang);
    at('filters').hidden = false;
    at('query').hidden = true;
    industry.focus();
  } catch (error) {
    fail(error, lang);
  } finally {
    at('query').disabled = false;
  }
});
for (const control of [industry, year])
  control.addEventListener('change', () => void refresh(document.documentElement.lang));
at('filters').addEventListener('submit', (event) => event.preventDefault());
at('save').addEventListener('click', save);

function contract() {
  return metrics.manifest.datasets.find(({ contract: { id } }) => id === 'industry-revenue').contract;
}

function offerYears() {
  const last = Number(contract().reportedThrough.slice(0, 4));
  year.replaceChildren(...[0, 1, 2, 3].map((back) => element('option', {}, String(last - back))));
}

function offerIndustries(lang) {
  const chosen = industry.value;
  const { values } = contract().columns.find(({ name }) => name === 'industry');
  industry.replaceChildren(
    element('option', { value: '' }, words(lang).all),
    ...values.map(({ value, label }) =>
      element('option', { value, selected: value === chosen }, say(label, lang)),
    ),
  );
}

async function refresh(lang) {
  const text = words(lang);
  offerIndustries(lang);
  try {
    const query = {
      metric: 'industry-revenue',
      during: { start: `${year.value}-01-01`, end: `${year.value}-12-31` },
      ...(industry.value && { where: [{ column: 'industry', equals: industry.value }] }),
    };
    const [table, byMonth] = await Promise.all([
      metrics.query({ ...query, by: ['period', 'industry'] }),
      metrics.query({ ...query, by: ['period'] }),
    ]);
    const [periods, sums] = byMonth.columns.map((column) => column.values);
    totals = new Map(periods.map((month, i) => [month, sums[i]]));
    const [months, industries, values] = table.columns.map((column) => column.values);
    rows = months.map((month, i) => ({ month, industry: industries[i], value: values[i] }));
    at('table-progress').hidden = true;
    show(
      at('table'),
      rows.length === 0
        ? element('p', {}, text.empty)
        : element('div', { class: 'scroll', tabindex: '0' }, pivot(lang)),
      element('details', {}, element('summary', {}, text.sql), element('pre', { tabindex: '0' }, table.sql)),
    );
  } catch (error) {
    fail(error, lang);
  }
}

/** Months down, industries across, with the month's total where several are shown. */
function pivot(lang) {
  const text = words(lang);
  const labels = new Map(
    contract()
      .columns.find(({ name }) => name === 'industry')
      .values.map(({ value, label }) => [value, say(label, lang)]),
  );
  const across = [...new Set(rows.map((row) => row.industry))].sort(
    (a, b) => [...labels.keys()].indexOf(a) - [...labels.keys()].indexOf(b),
  );
  const months = [...new Set(rows.map((row) => row.month))];
  // The release counts in 亿元; a billion yuan is ten of them.
  const shown = (value) =>
    Number.isFinite(value)
      ? (lang.startsWith('zh') ? value : value / 10).toLocaleString(lang, {
          minimumFractionDigits: 2,
          maximumFractionDigits: 2,
        })
      : '—';
  const cell = (month, name) => rows.find((row) => row.month === month && row.industry === name)?.value;
  const total = across.length > 1;
  return element(
    'table',
    { class: 'figures' },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, text.month),
        ...across.map((name) => element('th', { scope: 'col' }, labels.get(name) ?? text.merged)),
        ...(total ? [element('th', { scope: 'col' }, text.total)] : []),
      ),
    ),
    element(
      'tbody',
      {},
      ...months.map((month) => {
        const values = across.map((name) => cell(month, name));
        return element(
          'tr',
          {},
          element(
            'th',
            { scope: 'row' },
            attempt(() => month.slice(0, 7)),
          ),
          ...values.map((value) => element('td', {}, shown(value))),
          ...(total ? [element('td', { class: 'sum' }, shown(totals.get(month)))] : []),
        );
      }),
    ),
  );
}

function save() {
  const lines = [
    ['month', 'industry', 'revenue_yi_yuan'],
    ...rows.map(({ month, industry: name, value }) => [month, name ?? '', value]),
  ];
  const url = URL.createObjectURL(
    new Blob(['\ufeff', lines.map((line) => line.join(',')).join('\r\n')], { type: 'text/csv' }),
  );
  element('a', { href: url, download: `industry-revenue-${year.value}.csv` }).click();
  URL.revokeObjectURL(url);
}

async function fail(error, lang) {
  const text = words(lang);
  show(
    at('table-progress'),
    element('p', { class: 'outcome bad' }, text.failed(await tellError(error, lang))),
    text.failedHint,
  );
}
