import { at, choice, element, field, options, show, tick } from './dom.js';
import { selection, showFilter } from './filter.js';
import { showAnswer, showFailure } from './result.js';
import { catalogueOf, openSession } from './session.js';
import { say, words } from './words.js';

const form = at('question');
const grains = ['day', 'week', 'month', 'quarter', 'half-year', 'year'];
let metrics;
let asking;

/** Offers what can be asked now, a dataset's first metric where it is named; what was chosen stays where it still can be. */
export async function offer(dataset) {
  ({ metrics } = await openSession());
  const { metrics: known } = catalogueOf(metrics);
  at('nothing').hidden = known.length > 0;
  form.hidden = known.length === 0;
  if (known.length === 0) return;
  const first = known.find((metric) => metric.dataset === dataset);
  const kept = answers();
  build(first ? { metric: first.id } : known.some(({ id }) => id === kept.metric) ? kept : {});
}

/** What stands in the pickers now. */
function answers() {
  const { metric, grain, during, period, compare, accumulate, top, of, share, contribution, totals } =
    form.elements;
  if (!metric) return {};
  return {
    metric: metric.value,
    grain: grain.value,
    by: [...form.querySelectorAll('[name=by]:checked')].map(({ value }) => value),
    during: during.value,
    period: period.value,
    compare: compare.value,
    accumulate: accumulate.value,
    top: top.value,
    of: of.value,
    share: share.checked,
    contribution: contribution.checked,
    totals: totals.checked,
  };
}

function build(kept) {
  const text = words();
  const known = catalogueOf(metrics).metrics;
  const metric = known.find(({ id }) => id === kept.metric) ?? known[0];
  const contracts = contractsOf(metric);
  const dimensions = dimensionsOf(contracts);
  const pair = (key) => [key, text[key]];
  show(
    form,
    element(
      'div',
      { class: 'pickers' },
      field(text.metric, element('select', { name: 'metric' }, ...metricGroups(metric))),
      field(text.time, choice({ name: 'grain' }, grainPairs(contracts), kept.grain ?? 'period')),
      field(text.during, choice({ name: 'during' }, periodPairs(contracts), kept.during)),
      field(
        text.period,
        element('input', {
          name: 'period',
          value: kept.period ?? '',
          placeholder: text.periodHint,
          'aria-description': text.periodHint,
        }),
        { id: 'period' },
      ),
      field(
        text.compare,
        choice(
          { name: 'compare' },
          [['', text.noCompare], pair('year-over-year'), pair('previous-period')],
          kept.compare,
        ),
      ),
      element(
        'fieldset',
        { class: 'wide', hidden: dimensions.length === 0 },
        element('legend', {}, text.dimensions),
        element(
          'div',
          { class: 'ticks' },
          ...dimensions.map(({ name, label }) =>
            tick(say(label), { name: 'by', value: name, checked: kept.by?.includes(name) }),
          ),
        ),
      ),
      field(text.accumulate, choice({ name: 'accumulate' }, accumulatePairs(), kept.accumulate)),
      field(
        text.top,
        choice(
          { name: 'top' },
          [['', text.everyone], ...[3, 5, 10].map((n) => [`${n}`, text.topCount(n)])],
          kept.top,
        ),
      ),
      field(
        text.topOf,
        choice(
          { name: 'of' },
          dimensions.map(({ name, label }) => [name, say(label)]),
          kept.of,
        ),
        { id: 'of' },
      ),
      element(
        'div',
        { class: 'ticks' },
        ...['share', 'contribution', 'totals'].map((name) => tick(text[name], { name, checked: kept[name] })),
      ),
    ),
    element('button', { class: 'button primary' }, text.run),
  );
  settle();
}

/** What makes no sense together cannot be chosen together. */
function settle() {
  const { grain, during, period, compare, accumulate, top, of, share, contribution, totals } = form.elements;
  const ticked = [...form.querySelectorAll('[name=by]:checked')].map(({ value }) => value);
  at('period').hidden = during.value !== 'other';
  period.required = during.value === 'other';
  accumulate.disabled = grain.value === '';
  for (const control of [top, share, totals]) control.disabled = ticked.length === 0;
  contribution.disabled = ticked.length === 0 || compare.value === '';
  at('of').hidden = ticked.length < 2 || top.value === '';
  for (const option of of.options) option.hidden = option.disabled = !ticked.includes(option.value);
  if (!ticked.includes(of.value)) of.value = ticked[0] ?? '';
}

/** The question as data: only what was chosen, and can be. */
function question() {
  const { metric, grain, by, during, period, compare, accumulate, top, of, share, contribution, totals } =
    answers();
  const can = (name) => !form.elements[name].disabled;
  const all = [...(grain ? [grain] : []), ...by];
  const [, rolling] = /^rolling-(\d+)$/.exec(accumulate) ?? [];
  return {
    metric,
    ...(all.length > 0 && { by: all }),
    ...(during === 'other' ? { during: period.trim() } : during && { during: JSON.parse(during) }),
    ...(compare && { compare }),
    ...(can('accumulate') && accumulate === 'year-to-date' && { cumulative: accumulate }),
    ...(can('accumulate') && rolling && { rolling: Number(rolling) }),
    ...(can('top') && top && { top: { count: Number(top), ...(by.length > 1 && { of }) } }),
    ...(can('share') && share && { share }),
    ...(can('contribution') && contribution && { contribution }),
    ...(can('totals') && totals && { totals }),
  };
}

/** Asks under the conditions of the filter, and shows the answer; a question asked meanwhile takes the place of this one. */
export async function ask(asked = question()) {
  asking?.abort();
  const own = (asking = new window.AbortController());
  const metric = catalogueOf(metrics).metrics.find(({ id }) => id === asked.metric);
  at('timing').textContent = words().querying;
  const started = performance.now();
  showFilter(metrics, filterOf(asked, metric), () => ask(asked));
  try {
    const { sdk } = await openSession();
    const narrowed = sdk.narrowQuery(asked, selection(), metrics.catalogue);
    const result = await metrics.query(narrowed, { signal: own.signal });
    const milliseconds = performance.now() - started;
    if (own === asking) showAnswer({ result, asked, question: narrowed, milliseconds, metric });
  } catch (error) {
    if (own === asking) showFailure(error);
  }
}

/** The dataset behind a question and the columns to choose from; a question with a period of its own leaves none to choose. */
function filterOf({ during }, metric) {
  const [contract, ...others] = contractsOf(metric);
  if (others.length > 0) return { fields: [] };
  const columns = dimensionsOf([contract]).map(({ name }) => name);
  // More lists than these are no help.
  return { contract, fields: [...(during ? [] : ['period']), ...columns.slice(0, 4)] };
}

function metricGroups(chosen) {
  const groups = new Map();
  for (const metric of catalogueOf(metrics).metrics) {
    const name = contractsOf(metric)
      .map((contract) => say(contract.name))
      .join(' + ');
    groups.set(name, [...(groups.get(name) ?? []), metric]);
  }
  return [...groups].map(([label, list]) =>
    element(
      'optgroup',
      { label },
      ...options(
        list.map(({ id, name }) => [id, say(name)]),
        chosen.id,
      ),
    ),
  );
}

/** From the datasets' own grain upward; a finer one would be refused. */
function grainPairs(contracts) {
  const text = words();
  const finest = Math.max(...contracts.map(({ time }) => grains.indexOf(time.grain)));
  const offered = grains.slice(finest).filter((grain) => finest === 0 || grain !== 'week');
  return [['period', text.native], ...offered.map((grain) => [grain, text.grains[grain]]), ['', text.noTime]];
}

/** Periods that end where the figures end. */
function periodPairs(contracts) {
  const text = words();
  const asOf = contracts.map(({ reportedThrough }) => reportedThrough).sort()[0];
  const year = Number(asOf.slice(0, 4));
  return [
    ['', text.everything],
    ...[year, year - 1, year - 2].map((one) => [JSON.stringify(`${one}`), text.year(one)]),
    [JSON.stringify({ last: 12, grain: 'month', asOf }), text.lastMonths(12)],
    [JSON.stringify({ last: 4, grain: 'quarter', asOf }), text.lastQuarters(4)],
    ['other', text.otherPeriod],
  ];
}

function accumulatePairs() {
  const text = words();
  return [
    ['', text.noAccumulate],
    ['year-to-date', text['year-to-date']],
    ...[3, 12].map((n) => [`rolling-${n}`, text.rolling(n)]),
  ];
}

/** The contracts of the datasets that a metric is measured over, its parts' if it is made of others. */
function contractsOf(metric) {
  const { metrics: known, datasets } = catalogueOf(metrics);
  if (metric.dataset)
    return datasets.filter(({ contract }) => contract.id === metric.dataset).map(({ contract }) => contract);
  const parts = Object.values(metric.measure)
    .flat()
    .filter((term) => typeof term === 'string');
  const found = parts.flatMap((id) => contractsOf(known.find((one) => one.id === id)));
  return [...new Set(found)];
}

/** The columns by which all of them can be split. */
function dimensionsOf([first, ...others]) {
  const of = ({ columns, cube, time }) =>
    columns.filter(({ name, type, confidential }) =>
      cube
        ? cube.dimensions.includes(name)
        : !confidential && name !== time.column && ['VARCHAR', 'BOOLEAN'].includes(type),
    );
  const shared = others.map((contract) => of(contract).map(({ name }) => name));
  return of(first).filter(({ name }) => shared.every((names) => names.includes(name)));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void ask();
});
form.addEventListener('change', ({ target }) => {
  if (target.name === 'metric') build(answers());
  else settle();
  if (target.name === 'metric') form.elements.metric.focus();
});
