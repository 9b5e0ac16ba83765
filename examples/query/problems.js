import { element } from './dom.js';
import { tellError, tellProblem, toldLanguage } from './session.js';
import { words } from './words.js';

/** How many problems are listed at once. */
const most = 50;

/** What went wrong, with its code: the problems behind it, each with its remedy, or else the message, which has one. */
export function failure(error) {
  const problems = error.problems ?? [];
  const what =
    problems.length > 0
      ? listProblems(problems)
      : element('span', { lang: toldLanguage() }, tellError(error));
  return element(
    'div',
    { class: 'outcome bad', role: 'alert' },
    what,
    ' ',
    element('code', {}, error.code ?? error.name),
  );
}

/** Problems as a table: where, what, and what to do. */
export function listProblems(problems) {
  const text = words();
  const head = [text.where, text.what, text.remedy].map((word) => element('th', { scope: 'col' }, word));
  return element(
    'div',
    { class: 'scroll' },
    element(
      'table',
      { class: 'problems' },
      ...(problems.length > most
        ? [element('caption', { class: 'soft small' }, text.shownOf(most, problems.length))]
        : []),
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', { lang: toldLanguage() }, ...problems.slice(0, most).map(tellProblem).map(row)),
    ),
  );
}

function row({ code, where, message, remedy }) {
  return element(
    'tr',
    { 'data-code': code },
    element('th', { scope: 'row' }, where),
    element('td', {}, message),
    element('td', {}, remedy),
  );
}
