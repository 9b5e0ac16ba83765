import { attempt, element, list } from './dom.js';
import { outlookTable } from './outlook.js';
import { showVerification, verifyRelease } from './verify.js';
import { askedLanguage, say, words } from './words.js';

const page = document.documentElement;
const at = (id) => document.getElementById(id);
const statusWords = {
  achieved: { zh: '已达成', en: 'achieved' },
  'on-track': { zh: '进度正常', en: 'on track' },
  'at-risk': { zh: '进度偏慢', en: 'at risk' },
  'off-track': { zh: '明显滞后', en: 'off track' },
  missed: { zh: '未达成', en: 'missed' },
  'no-data': { zh: '暂无数据', en: 'no data' },
  'not-assessable': { zh: '暂不能评判', en: 'not assessable' },
};

/** All that has an elder mode of its own. */
const elements = 'zj-goal-gauge, zj-trend-chart, zj-breakdown-chart';

const withheldWord = { zh: '不公布', en: 'withheld' };

// The server is asked each time: a browser may have kept last month's.
const release = await fetch('release/verdicts.json', { cache: 'no-cache' })
  .then((answer) => (answer.ok ? answer.json() : undefined))
  .catch(() => undefined); // the gauges show the failure

/** Everything on the page in one language; the gauges follow the page's lang. */
function render(lang) {
  const text = words(lang);
  page.lang = lang;
  for (const node of document.querySelectorAll('[data-text]')) {
    const word = text[node.dataset.text];
    if (typeof word === 'string') node.textContent = word;
  }
  for (const node of document.querySelectorAll('[data-label]'))
    node.setAttribute('aria-label', text[node.dataset.label]);
  at('language').textContent = lang === 'en' ? '中文' : 'English';
  at('language').lang = lang === 'en' ? 'zh-CN' : 'en';
  showVerification(lang, statusWords);
  if (!release) return;
  const { plan, asOf } = release;
  const [verdicts, withheld] = [release.verdicts, release.withheld].map(list);
  document.title = at('title').textContent = say(plan?.title, lang);
  at('number').textContent = attempt(() => plan.number, '');
  at('period').textContent = attempt(() => {
    const days = verdicts.flatMap(({ period }) => [period.start, period.end]).sort();
    return text.period(days[0], days.at(-1));
  });
  at('through').textContent = attempt(() =>
    text.through(verdicts.map(({ dataThrough }) => dataThrough ?? asOf).sort()[0] ?? asOf),
  );
  at('count').textContent = text.goalCount(verdicts.length + withheld.length);
  at('demo').textContent = text.demo;
  at('demo').hidden = !verdicts.some((verdict) => verdict?.demo);
  at('outlook').replaceChildren(outlookTable(verdicts, lang));
  at('readings').replaceChildren(...verdicts.map((verdict) => reading(verdict ?? {}, lang)));
  at('statuses').replaceChildren(
    ...[...Object.entries(statusWords), ['withheld', withheldWord]].flatMap(([status, word]) => {
      const count =
        status === 'withheld'
          ? withheld.length
          : verdicts.filter((verdict) => verdict?.status === status).length;
      return count === 0 ? [] : [element('li', { class: status }, text.statusCount(count, say(word, lang)))];
    }),
  );
}

/** A goal's clause, and how its open wording is read. */
function reading({ name, clause, interpretations }, lang) {
  return element(
    'details',
    {},
    element('summary', {}, say(name, lang)),
    element('blockquote', {}, say(clause?.quote, lang)),
    element(
      'dl',
      {},
      ...list(interpretations).flatMap((one) => [
        element('dt', {}, say(one?.question, lang)),
        element('dd', {}, say(one?.reading, lang)),
      ]),
    ),
  );
}

at('language').addEventListener('click', () => {
  const lang = page.lang === 'en' ? 'zh-CN' : 'en';
  remember('lang', lang);
  render(lang);
});
at('elder').addEventListener('click', ({ currentTarget }) => {
  const on = page.toggleAttribute('data-elder');
  for (const one of document.querySelectorAll(elements)) one.toggleAttribute('elder', on);
  currentTarget.setAttribute('aria-pressed', String(on));
});
// An industry that is chosen in the table has its line in colour.
document.addEventListener('zj-selected', ({ detail }) => {
  at('industries').members = detail.member ? [detail.member] : null;
});
at('verify').addEventListener('click', () => verifyRelease(page.lang, statusWords));
render(askedLanguage());
// What can be pressed answers: until here, and where scripts are off, it says that it does not.
for (const button of document.querySelectorAll('button[disabled]')) button.disabled = false;

/** The language is part of the address, so that a link keeps it. */
function remember(key, value) {
  const url = new URL(location.href);
  url.searchParams.set(key, value);
  history.replaceState(null, '', url);
}
