import { attempt, element, list, show, shownVerdicts } from './dom.js';
import { openMetrics, tellError } from './engine.js';
import { say, words } from './words.js';

const button = document.getElementById('verify');
const progress = document.getElementById('verify-progress');
const result = document.getElementById('verify-result');

/** What the last verification came to; it is shown again in another language. */
let last;

/** 核验: computes every published figure again from the published data, here, and shows whether it is the same, and what the page shows. */
export async function verifyRelease(lang, statusWords) {
  const text = words(lang);
  button.disabled = true;
  result.hidden = true;
  const started = performance.now();
  try {
    const metrics = await openMetrics(lang, (line) => show(progress, line));
    show(progress, text.computing);
    const verification = await metrics.verify({ shown: shownVerdicts() });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    last = { verification, manifest: metrics.manifest, seconds };
    showVerification(lang, statusWords);
    progress.hidden = true;
  } catch (error) {
    show(
      progress,
      element('p', { class: 'outcome bad' }, text.failed(await tellError(error, lang))),
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
  show(
    result,
    element('ul', { class: 'checks' }, ...checks(verification, manifest, text, lang)),
    element(
      'div',
      { class: 'scroll', tabindex: '0' },
      comparison(verification.goals, text, lang, statusWords),
    ),
    ...withheldGoals(list(verification.withheld), text, lang),
    element(
      'p',
      { class: verification.equal ? 'outcome good' : 'outcome bad' },
      outcome(verification, text),
      ` (${text.seconds(seconds)})`,
    ),
  );
  button.textContent = text.verifyAgain;
}

function outcome({ equal, goals, shown }, text) {
  if (equal) return text.allEqual;
  const different = goals.filter((one) => !one.equal).length;
  if (different > 0) return text.someDifferent(different);
  return shown?.equal === false ? text.pageDifferent : text.filesDifferent;
}

function checks({ verdictsFile, head, manifest: sealed, rows, facts, series, shown }, manifest, text, lang) {
  const check = (good, words) => element('li', { class: good ? 'good' : 'bad' }, words);
  const changed = rows.filter(({ equal }) => !equal);
  const wrong = list(facts).filter(({ equal }) => !equal);
  const rejected = manifest.datasets.reduce((sum, dataset) => sum + dataset.rows.rejected, 0);
  return [
    check(true, text.databaseEqual((manifest.files.database.bytes / 1024).toFixed(0))),
    check(verdictsFile.equal, verdictsFile.equal ? text.fileEqual : text.fileDifferent),
    ...(sealed ? [check(sealed.equal, sealed.equal ? text.manifestEqual : text.manifestDifferent)] : []),
    ...(head.equal ? [] : [check(false, text.headDifferent(head.differences.join(', ')))]),
    ...(wrong.length === 0
      ? []
      : [check(false, text.factsDifferent(wrong.map(({ where }) => where).join(', ')))]),
    ...(changed.length === 0
      ? [check(true, text.rowsEqual)]
      : changed.map(({ name }) => check(false, text.rowsDifferent(say(name, lang))))),
    ...(rejected > 0 ? [check(false, text.rowsRejected(rejected))] : []),
    ...(series ? [seriesCheck(series, text, check)] : []),
    ...(shown ? [check(shown.equal, shownWords(shown, text, lang))] : []),
  ];
}

/** Whether the series for charts, the ladder and the tasks are those computed again, and which are not. */
function seriesCheck(series, text, check) {
  const wrong = list(series).filter(({ equal }) => !equal);
  if (wrong.length === 0) return check(true, text.seriesEqual(series.length));
  return check(false, text.seriesDifferent(wrong.map(({ path }) => path).join(', ')));
}

/** Whether the gauges show what was computed again, and which of them do not. */
function shownWords({ equal, goals }, text, lang) {
  if (equal) return text.shownEqual(goals.length);
  const names = goals
    .filter((one) => !one.equal)
    .map((one) => say((one.published ?? one.recomputed)?.name, lang));
  return text.shownDifferent(names.join(', '));
}

/** The goals that the release withholds, each with its reason and whether that holds. */
function withheldGoals(goals, text, lang) {
  if (goals.length === 0) return [];
  return [
    element('h3', {}, text.withheldTitle),
    element(
      'ul',
      { class: 'checks' },
      ...goals.map(({ goal, name, equal, published, recomputed }) =>
        element(
          'li',
          { class: equal ? 'good' : 'bad', 'data-withheld': goal, 'data-equal': String(equal) },
          `${say(name, lang)}: ${equal ? text.withheldEqual : text.withheldDifferent}. `,
          say((published ?? recomputed)?.reason, lang),
        ),
      ),
    ),
  ];
}

function comparison(goals, text, lang, statusWords) {
  const row = ({ goal, equal, published, recomputed }) => {
    const verdict = recomputed ?? published;
    const figure = (one) =>
      attempt(
        () =>
          `${number(one.actual)} · ${say(statusWords[one.status] ?? { zh: one.status, en: one.status }, lang)}`,
      );
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
          element(
            'pre',
            { tabindex: '0' },
            attempt(() => verdict.sql),
          ),
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
  return Number.isFinite(value) ? value.toLocaleString('en', { maximumFractionDigits: 20 }) : '—';
}
