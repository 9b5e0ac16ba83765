import { attempt, element } from './dom.js';
import { say, words } from './words.js';

/** Where each goal will end, how likely it is attained, and what is needed for that: as published. */
export function outlookTable(verdicts, lang) {
  const text = words(lang);
  const head = [text.goal, ...columns(text)].map((word) => element('th', { scope: 'col' }, word));
  return element(
    'div',
    { class: 'scroll', tabindex: '0' },
    element(
      'table',
      { class: 'outlook' },
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...verdicts.map((verdict) => row(verdict ?? {}, lang))),
    ),
  );
}

function row(verdict, lang) {
  const text = words(lang);
  const { name, unit, reason, forecast, needed, status } = verdict;
  const figure = (value) => quantity(value, unit, lang);
  const cells = [
    () => (forecast ? figure(forecast.point) : status === 'achieved' ? text.done : text.noForecast),
    () => forecast?.interval && `${figure(forecast.interval[0])} – ${figure(forecast.interval[1])}`,
    () => (forecast?.probability == null ? null : percent(forecast.probability)),
    () => needed && figure(needed.perMonth),
  ];
  return element(
    'tr',
    { 'data-outlook': `${verdict.goal}` },
    element(
      'th',
      { scope: 'row' },
      say(name, lang),
      element('p', { class: 'soft small' }, say(reason, lang)),
    ),
    ...columns(text).map((label, at) => element('td', { 'data-label': label }, attempt(cells[at]))),
  );
}

const columns = (text) => [text.forecast, text.interval, text.chance, text.needed];

/** What is neither nothing nor all never reads so. */
function percent(share) {
  if (!Number.isFinite(share)) throw new TypeError('no share');
  const text = (share * 100).toFixed(1);
  return `${text === '0.0' && share > 0 ? '0.1' : text === '100.0' && share < 1 ? '99.9' : text}%`;
}

/** A figure with its unit: 亿元 as it is published, and in English billions of it. */
function quantity(value, unit, lang) {
  if (!Number.isFinite(value)) throw new TypeError('no figure');
  const zh = lang.startsWith('zh');
  const power = unit.power ?? 0;
  const shown = zh || power < 8 ? value : value / 10 ** (9 - power);
  const scale = zh ? ({ 4: '万', 8: '亿' }[power] ?? '') : power >= 8 ? 'billion ' : '';
  const number = shown.toLocaleString(lang, { maximumFractionDigits: Math.abs(shown) < 1000 ? 1 : 0 });
  const isOne = number === '1' && !scale && unit.one && say(unit, lang) === unit.en;
  return `${number}${zh ? '' : ' '}${scale}${say(isOne ? { en: unit.one } : unit, lang)}`;
}
