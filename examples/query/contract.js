import { at, choice, element, show } from './dom.js';
import { listProblems } from './problems.js';
import { say, words } from './words.js';

/** How many cells are shown of a column. */
const most = 3;
const section = at('contract');

/** Whether a column can be summed. */
export function isNumber({ type }) {
  return /^(INTEGER|DOUBLE|DECIMAL)/.test(type);
}

/** The contract of the reader's file as a form, and the rows that it rejects. */
export function renderContract({ name, table, contract, summed, addition }) {
  const text = words();
  const head = [text.column, text.samples, text.type, text.uses.time, text.uses.sum];
  const remove = element('button', { class: 'button', type: 'button', id: 'remove' }, text.remove);
  show(
    section,
    element(
      'div',
      { class: 'title-row' },
      element(
        'div',
        {},
        element('h2', { id: 'contract-title' }, text.contractTitle(name)),
        element('p', { class: 'soft' }, text.contractLead),
      ),
      remove,
    ),
    element(
      'form',
      { id: 'columns' },
      element(
        'div',
        { class: 'scroll' },
        element(
          'table',
          { class: 'columns' },
          element(
            'thead',
            {},
            element('tr', {}, ...head.map((word) => element('th', { scope: 'col' }, word))),
          ),
          element('tbody', {}, ...contract.columns.map((column) => row(column, { table, contract, summed }))),
        ),
      ),
      element('div', { class: 'row' }, element('button', { class: 'button' }, text.reload)),
    ),
    ...rejects(addition),
  );
}

function row(column, { table, contract, summed }) {
  const text = words();
  const label = say(column.label);
  const mark = (type, attributes, words_) =>
    element(
      'label',
      { class: 'tick' },
      element('input', { type, value: column.name, ...attributes, 'aria-label': `${label}: ${words_}` }),
      element('span', { class: 'narrow', 'aria-hidden': 'true' }, words_),
    );
  return element(
    'tr',
    { 'data-column': column.name },
    element('th', { scope: 'row' }, label),
    element('td', { class: 'samples' }, samplesOf(column, table).join(text.comma)),
    element(
      'td',
      {},
      choice(
        { name: 'type', 'aria-label': text.typeOf(label), 'data-column': column.name },
        types(column),
        column.type,
      ),
    ),
    element(
      'td',
      { class: 'use' },
      mark(
        'radio',
        { name: 'time', checked: contract.time.column === column.name, disabled: column.type !== 'DATE' },
        text.uses.time,
      ),
    ),
    element(
      'td',
      { class: 'use' },
      mark(
        'checkbox',
        { name: 'sum', checked: summed.includes(column.name), disabled: !isNumber(column) },
        text.uses.sum,
      ),
    ),
  );
}

/** The types a column can be corrected to; the scale of a decimal stays as it was found. */
function types({ type }) {
  const text = words().types;
  const decimal = type.startsWith('DECIMAL') ? type : 'DECIMAL(18,2)';
  return ['VARCHAR', 'INTEGER', decimal, 'DOUBLE', 'DATE', 'BOOLEAN'].map((one) => [
    one,
    text[one.replace(/\(.*/, '')],
  ]);
}

function samplesOf({ name, header = name }, { header: heads, columns }) {
  const cells = columns[heads.findIndex((cell) => cell.name === header)] ?? [];
  const found = [];
  for (const cell of cells) {
    if (cell !== null) found.push(cell);
    if (found.length === most) break;
  }
  return found;
}

function rejects({ rejects: problems, rows }) {
  const text = words();
  if (rows.rejected === 0) return [];
  return [element('h3', { id: 'rejects-title' }, text.rejectsTitle), listProblems(problems)];
}

/** What the reader made of the proposal: types, the column that dates a row, and the columns to sum. */
export function corrections() {
  const form = at('columns');
  const types = [...form.querySelectorAll('[name=type]')].map(({ dataset, value }) => [
    dataset.column,
    value,
  ]);
  const summed = [...form.querySelectorAll('[name=sum]:checked')].map(({ value }) => value);
  return { types: Object.fromEntries(types), time: form.querySelector('[name=time]:checked')?.value, summed };
}

// A type decides what a column can be used for.
section.addEventListener('change', ({ target }) => {
  if (target.name !== 'type') return;
  const line = target.closest('tr');
  const [time, sum] = [line.querySelector('[name=time]'), line.querySelector('[name=sum]')];
  time.disabled = target.value !== 'DATE';
  sum.disabled = !isNumber({ type: target.value });
  sum.checked = !sum.disabled;
});
