import { at, attempt, code, element, list, save, show } from './dom.js';
import { tellFigures, tellPeriod } from './figure.js';
import { failure } from './problems.js';
import { language, say, words } from './words.js';

/** How many rows are shown; the CSV has all. */
const most = 200;

let latest;

/** An answer with the question it belongs to, how long it took, and what its data are. */
export function showAnswer(answer) {
  latest = answer;
  at('result').hidden = false;
  renderAnswer();
}

export function showFailure(error) {
  latest = undefined;
  at('result').hidden = false;
  at('timing').textContent = '';
  show(at('answer'), failure(error));
}

/** The latest answer, in the page's language. */
export function renderAnswer() {
  if (!latest) return;
  const text = words();
  const { result, question, milliseconds } = latest;
  at('timing').textContent = text.timing(
    milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0),
    result.cached,
  );
  show(
    at('answer'),
    result.rowCount === 0
      ? element('p', { class: 'outcome' }, text.noRows)
      : element(
          'figure',
          {},
          caption(),
          element(
            'div',
            { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say(latest.metric.name) },
            table(),
          ),
        ),
    ...lacks(),
    buttons(),
    code(result.sql, text.sql),
    code(JSON.stringify(question, null, 2), text.question),
  );
}

/** What the data lack that the result rests on. */
function lacks() {
  const told = list(latest.result.completeness);
  if (told.length === 0) return [];
  return [
    element(
      'div',
      { id: 'lacks', class: 'soft' },
      element('p', {}, words().lacks),
      element('ul', {}, ...told.map((one) => element('li', {}, say(one?.text)))),
    ),
  ];
}

function buttons() {
  const text = words();
  const { result, question } = latest;
  const csv = element('button', { class: 'button', type: 'button' }, text.saveCsv);
  csv.addEventListener('click', () => {
    const locale = language().startsWith('zh') ? 'zh' : 'en';
    save(`${question.metric}.csv`, 'text/csv', result.toCsv({ locale, bom: true }));
  });
  const sql = element('button', { class: 'button', type: 'button' }, text.copySql);
  sql.addEventListener('click', async () => {
    try {
      await window.navigator.clipboard.writeText(result.sql);
      sql.textContent = text.copied;
    } catch {
      // Without HTTPS a page may not copy: the reader can, from the text that opens.
      at('answer').querySelector('details').open = true;
    }
  });
  return element('div', { class: 'row' }, csv, sql);
}

/** What is shown: the metric, through which day, from whom, how many rows. Beside the table, so that it does not scroll away. */
function caption() {
  const { result, metric, contracts } = latest;
  const text = words();
  const shown = Math.min(result.rowCount, most);
  const scope = [
    ...contracts.map(({ reportedThrough }) => text.through(reportedThrough)),
    ...contracts.map(({ source }) => text.source(say(source))),
    shown < result.rowCount ? text.firstRows(shown, result.rowCount) : text.rows(result.rowCount),
  ];
  return element(
    'figcaption',
    {},
    element('strong', {}, say(metric.name)),
    ...(contracts.some(({ demo }) => demo) ? [' ', element('span', { class: 'badge' }, text.demo)] : []),
    element('span', { class: 'soft' }, [...new Set(scope)].join(' · ')),
  );
}

function table() {
  const { result, contracts } = latest;
  const shown = Math.min(result.rowCount, most);
  const kinds = result.columns.find(({ role }) => role === 'kind')?.values;
  const columns = result.columns
    .filter(({ role }) => role !== 'kind')
    .map((column) => tellColumn(column, contracts));
  return element(
    'table',
    { 'aria-label': say(latest.metric.name) },
    element('thead', {}, element('tr', {}, ...columns.map(head))),
    element('tbody', {}, ...Array.from({ length: shown }, (_, row) => line(columns, row, kinds?.[row]))),
  );
}

function head({ label, unit, figure }) {
  return element(
    'th',
    { scope: 'col', class: figure && 'figure' },
    label,
    ...(unit ? [element('span', { class: 'unit' }, unit)] : []),
  );
}

function line(columns, row, kind = 'value') {
  // The first member that is none says what the row is: the total, or the rest.
  const named = columns.findIndex(({ missing }) => missing?.[row]);
  return element(
    'tr',
    { class: kind !== 'value' && kind },
    ...columns.map(({ cells, figure, missing }, i) => {
      const other = kind !== 'value' && missing?.[row];
      const words_ = !other ? cells[row] : i === named ? words()[kind] : '';
      return element(
        i === 0 && !figure ? 'th' : 'td',
        { class: figure && 'figure', scope: i === 0 && !figure && 'row' },
        words_,
      );
    }),
  );
}

/** A column in words: its head, and each cell as a person reads it. */
function tellColumn(column, contracts) {
  const { name, role, values, label, grain } = column;
  if (role === 'time')
    return {
      label: say(label),
      cells: values.map((day) => (day === null ? words().blank : attempt(() => tellPeriod(day, grain)))),
    };
  if (role === 'dimension') {
    const tell = tellMember(name, contracts);
    return {
      label: say(label),
      cells: values.map((value) => attempt(() => tell(value))),
      missing: values.map((value) => value === null),
    };
  }
  const figures = attempt(() => tellFigures(column, latest.result.columns), { cells: values.map(String) });
  return { label: say(label), figure: true, ...figures };
}

/** A member of a dimension by its label in the contract, where it has one. */
function tellMember(name, contracts) {
  const text = words();
  const declared = contracts.flatMap(({ columns }) => columns.find((one) => one.name === name)?.values ?? []);
  const labels = new Map(declared.map(({ value, label }) => [value, say(label)]));
  // The public cube of a confidential dataset merges what few contributed to.
  const blank = contracts.some(({ cube }) => cube) ? text.merged : text.blank;
  return (value) => {
    if (value === null) return blank;
    if (typeof value === 'boolean') return value ? text.yes : text.no;
    return labels.get(value) ?? String(value);
  };
}
