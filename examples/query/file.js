import { at, choice, element, field, show } from './dom.js';
import { corrections, isNumber, renderContract } from './contract.js';
import { failure, listProblems } from './problems.js';
import { catalogueOf, openSession } from './session.js';
import { words } from './words.js';

/** The reader's file: where it came from, its cells, the contract that fits it, and what became of its rows. */
let own;
/** The file whose sheets are offered: the reader's, or one of which a sheet could not be used. */
let offered;
let version = 0;

/** The id under which the reader's file is asked for. */
export function ownId() {
  return own?.contract.id;
}

/** Reads a file on this machine, proposes a contract for it and loads it. Gives whether it can be asked. */
export async function readFile(file, sheet) {
  const text = words().reading(file.name);
  const bar = element('progress', { max: 1, 'aria-label': text });
  show(at('file-status'), element('p', { class: 'soft' }, text), bar);
  return settle(async ({ sdk }) => {
    offered = undefined;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { table, problems } = await sdk.readTable(bytes, {
      name: file.name,
      ...(sheet !== undefined && { sheet }),
      onProgress: (share) => (bar.value = share),
    });
    if (!table) return { problems };
    // How long it takes to check all cells is not known.
    bar.removeAttribute('value');
    offered = { file, sheets: table.sheets };
    return load({ ...offered, name: file.name, table }, {});
  });
}

/** Reads another sheet of the workbook whose sheets are offered. */
export async function readSheet(sheet) {
  return offered ? readFile(offered.file, sheet) : false;
}

/** Loads the file again: as the reader corrected its contract, or after a release was opened. */
export async function reloadFile() {
  return own ? settle(() => load(own, corrections())) : false;
}

/** Forgets the file. */
export async function removeFile() {
  const { metrics } = await openSession();
  await forget(metrics);
  own = offered = undefined;
  renderFile();
}

async function load({ file, sheets, name, table }, corrected) {
  const { sdk, metrics } = await openSession();
  // The file that was loaded stays until this one is.
  const { contract, problems, notes } = await sdk.proposeContract(table, {
    id: `own-file-${++version}`,
    name: { zh: name, en: name },
    ...corrected,
  });
  if (!contract) return { problems };
  const summed = corrected.summed ?? numbersOf(contract);
  const addition = await metrics.add({ contract, table, metrics: metricsOf(contract, summed) });
  if (addition.problems.length > 0) return { problems: addition.problems };
  await forget(metrics);
  own = { file, sheets, name, table, contract, notes, summed, addition };
  return { loaded: true };
}

async function forget(metrics) {
  const isThere = catalogueOf(metrics).datasets.some(({ contract }) => contract.id === ownId());
  if (isThere) await metrics.remove(ownId());
}

/** Does the work, and shows what came of it: the file, its problems, or the error. */
async function settle(work) {
  try {
    const { loaded = false, problems = [] } = await work(await openSession());
    if (loaded) renderFile();
    else
      show(
        at('file-status'),
        element('div', { class: 'outcome bad', role: 'alert' }, listProblems(problems)),
        ...sheetPicker(),
      );
    return loaded;
  } catch (error) {
    show(at('file-status'), failure(error), ...sheetPicker());
    return false;
  }
}

/** What the file is, how its columns are read, and which of its rows were rejected. */
export function renderFile() {
  at('contract').hidden = !own;
  if (!own) return show(at('file-status'));
  const text = words();
  offered = own;
  const { read, kept, rejected } = own.addition.rows;
  const count = (name, number, words_) =>
    element('li', { 'data-count': name }, `${words_} `, element('b', {}, number.toLocaleString('en')));
  show(
    at('file-status'),
    element(
      'ul',
      { class: 'facts' },
      element('li', {}, element('b', {}, own.name)),
      count('read', read, text.readRows),
      count('kept', kept, text.keptRows),
      count('rejected', rejected, text.rejectedRows),
    ),
    ...sheetPicker(),
    ...notesOf(own).map(({ message }) => element('p', { class: 'soft small', lang: 'en' }, message)),
  );
  renderContract(own);
}

/** What the file has beside its rows; that it has other sheets, the choice of them says. */
function notesOf({ table, notes }) {
  // Columns that are left unread stand among the notes of the table already.
  const own = notes.filter(({ code }) => code !== 'ignored-column');
  return [...table.notes.filter(({ code }) => code !== 'other-sheets'), ...own];
}

/** A choice among the sheets of a workbook that has several. */
function sheetPicker() {
  const { names, read } = offered?.sheets ?? { names: [] };
  if (names.length < 2) return [];
  const pairs = names.map((name) => [name, name]);
  return [field(words().sheet, choice({ id: 'sheet' }, pairs, read))];
}

/** The columns that are summed unless the reader says otherwise: all numbers. */
function numbersOf({ columns }) {
  return columns.filter(isNumber).map(({ name }) => name);
}

/** The sum of each chosen column, and the number of rows. */
function metricsOf({ id: dataset, columns }, summed) {
  const unnamed = { zh: '原表单位', en: 'unit of the file' };
  const sums = columns.filter((column) => isNumber(column) && summed.includes(column.name));
  return [
    ...sums.map(({ name, label, unit = unnamed }) => ({
      id: `own-sum-${name.replaceAll('_', '-')}`,
      name: nameOf(label),
      description: label,
      dataset,
      measure: { sum: name },
      unit,
    })),
    {
      id: 'own-rows',
      name: { zh: '行数', en: 'Number of rows' },
      description: { zh: '文件保留的行数。', en: 'Number of rows of the file that were kept.' },
      dataset,
      measure: { count: 'rows' },
      unit: { zh: '行', en: 'rows' },
    },
  ];
}

/** What is summed, without the unit, which stands beside it: 营业收入 of 营业收入（万元）. */
function nameOf(label) {
  const bare = (text) => text.replace(/[（(][^（(]*元[）)]$/, '') || text;
  return Object.fromEntries(Object.entries(label).map(([language, text]) => [language, bare(text)]));
}
