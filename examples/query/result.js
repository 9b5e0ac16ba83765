import { at, code, element, list, show } from './dom.js';
import { failure } from './problems.js';
import { say, words } from './words.js';

let latest;
/** The elements that show it. */
let shown = [];

/**
 * An answer with the question it belongs to, as it was asked and under the filter, how long it took, and what its data are. The
 * elements that show it stay for the same question under another filter.
 */
export function showAnswer(answer) {
  if (answer.asked !== latest?.asked) shown = [];
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
    result.rowCount === 0 ? element('p', { class: 'outcome' }, text.noRows) : table(),
    ...chart(),
    ...lacks(),
    buttons(),
    code(result.sql, text.sql),
    code(JSON.stringify(question, null, 2), text.question),
  );
}

/** The result as a chart, where it has the form of one: over time, or by one dimension. */
function chart() {
  const { result } = latest;
  const count = (role) => result.columns.filter((column) => column.role === role).length;
  const [times, dimensions, figures] = ['time', 'dimension', 'value'].map(count);
  const kind =
    times === 1 && dimensions + figures <= 2
      ? 'zj-trend-chart'
      : times === 0 && dimensions === 1 && figures === 1
        ? 'zj-breakdown-chart'
        : undefined;
  return kind && result.rowCount > 0 ? [Object.assign(elementOf(kind), { result })] : [];
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
  const { result } = latest;
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
  return element('div', { class: 'row' }, sql);
}

/** All rows of the answer: the table says the metric, its source, through which day, and how many rows there are. */
function table() {
  const { result, metric } = latest;
  const shows = elementOf('zj-data-table');
  shows.setAttribute('label', say(metric.name));
  return Object.assign(shows, { result });
}

function elementOf(name) {
  let found = shown.find(({ localName }) => localName === name);
  if (!found) shown.push((found = element(name)));
  return found;
}
