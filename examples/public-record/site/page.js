import { at, attempt, element, list } from './dom.js';
import { showFigures, wireFigures } from './figures.js';
import { showGoals } from './goals.js';
import { wireVerify } from './verify.js';
import { askedLanguage, language, say, statusWords, words } from './words.js';

const page = document.documentElement;
// The server is asked each time: a browser may have kept last month's.
const read = (name) =>
  fetch(`release/${name}.json`, { cache: 'no-cache' })
    .then((answer) => (answer.ok ? answer.json() : undefined))
    .catch(() => undefined); // the gauges show the failure
const [release, manifest] = await Promise.all([read('verdicts'), read('manifest')]);

/** Everything on the page in one language; the gauges follow the page's lang. */
function render(lang) {
  page.lang = lang;
  const text = words();
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = text[node.dataset.text];
  for (const node of document.querySelectorAll('[data-label]'))
    node.setAttribute('aria-label', text[node.dataset.label]);
  at('language').lang = lang === 'en' ? 'zh-CN' : 'en';
  showFigures();
  if (!release || !manifest) return;
  const [verdicts, withheld] = [release.verdicts, release.withheld].map(list);
  document.title = at('title').textContent = say(release.plan?.title);
  at('through').textContent = attempt(() => text.through(release.asOf));
  at('count').textContent = text.goalCount(verdicts.length + withheld.length);
  at('statuses').replaceChildren(
    ...Object.entries(statusWords).flatMap(([status, word]) => {
      const count =
        status === 'withheld'
          ? withheld.length
          : verdicts.filter((verdict) => verdict?.status === status).length;
      return count === 0 ? [] : [element('li', { class: status }, text.statusCount(count, say(word)))];
    }),
  );
  showGoals(verdicts, manifest.plan);
  at('readings').replaceChildren(
    ...list(manifest.plan?.document?.interpretations).flatMap((one) => [
      element('dt', {}, say(one?.question)),
      element('dd', {}, say(one?.reading)),
    ]),
  );
  at('notes').replaceChildren(...list(manifest.plan?.notes).map((note) => element('li', {}, say(note))));
}

at('language').addEventListener('click', () => {
  const lang = language() === 'en' ? 'zh-CN' : 'en';
  // Part of the address, so that a link keeps it.
  const url = new URL(location.href);
  url.searchParams.set('lang', lang);
  history.replaceState(null, '', url);
  render(lang);
});
at('elder').addEventListener('click', ({ currentTarget }) => {
  const on = page.toggleAttribute('data-elder');
  for (const one of document.querySelectorAll('zj-goal-gauge, zj-trend-chart, zj-data-table'))
    one.toggleAttribute('elder', on);
  currentTarget.setAttribute('aria-pressed', String(on));
});
wireFigures();
wireVerify();
render(askedLanguage());
// What can be pressed answers: until here, and where scripts are off, it says that it does not.
for (const button of document.querySelectorAll('button[disabled]')) button.disabled = false;
