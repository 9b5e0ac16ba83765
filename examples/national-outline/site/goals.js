import { element, isWebAddress, list } from './dom.js';
import { say, words } from './words.js';

/** What each goal's clause says, where it is from, and how it is read: below its gauge, in the page's language. */
export function showGoals(verdicts, plan) {
  const byGoal = new Map(verdicts.map((verdict) => [verdict?.goal, verdict]));
  for (const note of document.querySelectorAll('.note')) {
    const verdict = byGoal.get(note.dataset.goal);
    if (verdict) note.replaceChildren(...tell(verdict));
  }
  for (const theme of list(plan?.themes)) {
    const heading = document.getElementById(`theme-${theme?.id}`);
    if (heading) heading.textContent = say(theme.title);
  }
}

function tell({ clause, interpretations, nature }) {
  const [first, ...others] = list(interpretations);
  return [
    element('blockquote', {}, say(clause?.quote)),
    element('p', { class: 'cite' }, ...cite(clause?.document ?? {})),
    element(
      'p',
      { class: nature ? 'nature' : 'nature soft' },
      words().nature[nature] ?? words().nature.unknown,
    ),
    element('p', { class: 'why' }, say(first?.reading)),
    ...(others.length === 0
      ? []
      : [
          element(
            'details',
            {},
            element('summary', {}, words().readings),
            element(
              'dl',
              {},
              ...others.flatMap((one) => [
                element('dt', {}, say(one?.question)),
                element('dd', {}, say(one?.reading)),
              ]),
            ),
          ),
        ]),
  ];
}

/** The document of a clause: a link where an address of the web is known, and the statement that there is none where it is not. */
function cite({ title, number, url }) {
  const name = `${say(title)}${number ? words().number(number) : ''}`;
  if (typeof url === 'string' && !isWebAddress(url)) {
    return [name, ' ', element('span', { class: 'none' }, url)];
  }
  return typeof url === 'string'
    ? [element('a', { href: url, rel: 'noopener noreferrer' }, name)]
    : [name, ' ', element('span', { class: 'none' }, words().noAddress)];
}
