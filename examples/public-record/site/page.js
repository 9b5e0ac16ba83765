import { at, element } from './dom.js';
import { showFigures, wireFigures } from './figures.js';
import { showGoals } from './goals.js';
import { wireVerify } from './verify.js';
import { language, say, statusWords, words } from './words.js';

const page = document.documentElement;
const read = (name) =>
  fetch(`release/${name}.json`)
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
  const { plan, verdicts } = release;
  document.title = at('title').textContent = say(plan.title);
  at('through').textContent = text.through(release.asOf);
  at('count').textContent = text.goalCount(verdicts.length);
  at('statuses').replaceChildren(
    ...Object.entries(statusWords).flatMap(([status, word]) => {
      const count = verdicts.filter((verdict) => verdict.status === status).length;
      return count === 0 ? [] : [element('li', { class: status }, text.statusCount(count, say(word)))];
    }),
  );
  showGoals(verdicts, manifest.plan);
  const { interpretations } = manifest.plan.document;
  at('readings').replaceChildren(
    ...interpretations.flatMap(({ question, reading }) => [
      element('dt', {}, say(question)),
      element('dd', {}, say(reading)),
    ]),
  );
  at('notes').replaceChildren(...manifest.plan.notes.map((note) => element('li', {}, say(note))));
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
  for (const gauge of document.querySelectorAll('zj-goal-gauge')) gauge.toggleAttribute('elder', on);
  currentTarget.setAttribute('aria-pressed', String(on));
});
wireFigures();
wireVerify();
render(new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh-CN');
// What can be pressed answers: until here, and where scripts are off, it says that it does not.
for (const button of document.querySelectorAll('button[disabled]')) button.disabled = false;
