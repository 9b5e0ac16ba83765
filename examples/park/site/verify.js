import { element, show } from './dom.js';
import { openMetrics } from './engine.js';
import { say, words } from './words.js';

const button = document.getElementById('verify');
const progress = document.getElementById('verify-progress');
const result = document.getElementById('verify-result');

/** What the last verification came to; it is shown again in another language. */
let last;

/** 核验: computes every published figure again from the published data, here, and shows whether it is the same. */
export async function verifyRelease(lang, statusWords) {
  const text = words(lang);
  button.disabled = true;
  result.hidden = true;
  const started = performance.now();
  try {
    const metrics = await openMetrics(lang, (line) => show(progress, line));
    show(progress, text.computing);
    const verification = await metrics.verify();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    last = { verification, manifest: metrics.manifest, seconds };
    showVerification(lang, statusWords);
    progress.hidden = true;
  } catch (error) {
    show(
      progress,
      element('p', { class: 'outcome bad' }, text.failed(`${error.message} [${error.code ?? error.name}]`)),
      text.failedHint,
    );
  } finally {
    button.disabled = false;
  }
}

/** The last verification, where there is one, in a language. */
export function showVerification(lang, statusWords) {
  if (!last) return;
  const text = words(lang);
  const { verification, manifest, seconds } = last;
  const different = verification.goals.filter(({ equal }) => !equal).length;
  show(
    result,
    element('ul', { class: 'checks' }, ...checks(verification, manifest, text, lang)),
    element(
      'div',
      { class: 'scroll', tabindex: '0' },
      comparison(verification.goals, text, lang, statusWords),
    ),
    element(
      'p',
      { class: verification.equal ? 'outcome good' : 'outcome bad' },
      verification.equal
        ? text.allEqual
        : different > 0
          ? text.someDifferent(different)
          : text.filesDifferent,
      ` (${text.seconds(seconds)})`,
    ),
  );
  button.textContent = text.verifyAgain;
}

function checks({ verdictsFile, head, rows }, manifest, text, lang) {
  const check = (good, words) => element('li', { class: good ? 'good' : 'bad' }, words);
  const changed = rows.filter(({ equal }) => !equal);
  const rejected = manifest.datasets.reduce((sum, dataset) => sum + dataset.rows.rejected, 0);
  return [
    check(true, text.databaseEqual((manifest.files.database.bytes / 1024).toFixed(0))),
    check(verdictsFile.equal, verdictsFile.equal ? text.fileEqual : text.fileDifferent),
    ...(head.equal ? [] : [check(false, text.headDifferent(head.differences.join(', ')))]),
    ...(changed.length === 0
      ? [check(true, text.rowsEqual)]
      : changed.map(({ name }) => check(false, text.rowsDifferent(say(name, lang))))),
    ...(rejected > 0 ? [check(false, text.rowsRejected(rejected))] : []),
  ];
}

function comparison(goals, text, lang, statusWords) {
  const row = ({ goal, equal, published, recomputed }) => {
    const verdict = recomputed ?? published;
    const figure = (one) =>
      one
        ? `${number(one.actual)} · ${say(statusWords[one.status] ?? { zh: one.status, en: one.status }, lang)}`
        : '—';
    return element(
      'tr',
      { 'data-goal': goal, 'data-equal': String(equal) },
      element(
        'th',
        { scope: 'row' },
        say(verdict.name, lang),
        element(
          'details',
          {},
          element('summary', {}, text.sql),
          element('pre', { tabindex: '0' }, verdict.sql),
        ),
      ),
      element('td', {}, figure(published)),
      element('td', {}, figure(recomputed)),
      element('td', { class: equal ? 'good' : 'bad' }, equal ? text.equal : text.different),
    );
  };
  const head = [text.goal, text.published, text.recomputed, text.result].map((word) =>
    element('th', { scope: 'col' }, word),
  );
  return element(
    'table',
    { class: 'verification' },
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...goals.map(row)),
  );
}

/** Every digit: equality to the bit is what is shown. */
function number(value) {
  return value === null ? '—' : value.toLocaleString('en', { maximumFractionDigits: 20 });
}
