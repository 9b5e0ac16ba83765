import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Selection } from '@zj/metrics';
import { html, nothing, type TemplateResult } from 'lit';
import { filterMetrics, parkRows } from './filter-data.js';

/** The settings of a filter of a story. */
interface FilterArgs {
  readonly fields?: string;
  readonly metric?: string;
  readonly label?: string;
  readonly hide?: string;
  readonly elder?: boolean;
  readonly lang?: string;
  readonly selection?: Selection;
  readonly metrics?: ReturnType<typeof filterMetrics>;
  readonly inside?: TemplateResult;
}

const rows = parkRows();
const park = filterMetrics({ rows });
const chosen: Selection = {
  during: { start: '2026-01-01', end: '2026-10-31' },
  where: [
    { column: 'industry', in: ['集成电路', '生物医药'] },
    { not: { column: 'subfield', in: ['细胞与基因'] } },
    {
      or: [
        { column: 'zone', in: ['综合保税区'] },
        { column: 'zone', null: true },
      ],
    },
  ],
};

function filter(args: FilterArgs): TemplateResult {
  return html`
    <zj-source .metrics=${args.metrics ?? park} .selection=${args.selection ?? null}>
      <zj-filter
        dataset-id="park"
        fields=${args.fields ?? 'month industry subfield zone'}
        metric=${args.metric ?? nothing}
        label=${args.label ?? nothing}
        hide=${args.hide ?? nothing}
        lang=${args.lang ?? nothing}
        ?elder=${args.elder}
      >
        ${args.inside ?? nothing}
      </zj-filter>
    </zj-source>
  `;
}

/** Periods and values of a source that a reader chooses; all elements of the source follow. */
const meta: Meta<FilterArgs> = {
  title: 'Filter/States',
  component: 'zj-filter',
  args: { metric: 'revenue' },
  parameters: { controls: { include: ['fields', 'metric', 'label', 'hide', 'elder', 'lang'] } },
  render: filter,
};
export default meta;

type Story = StoryObj<FilterArgs>;

/** Nothing is chosen. */
export const Nothing: Story = {};
/** Four conditions in words; values are left out, or empty. */
export const Chosen: Story = { args: { selection: chosen } };
/** Beyond four, conditions fold into one. */
export const ManyConditions: Story = {
  args: {
    selection: {
      ...chosen,
      where: [
        ...chosen.where,
        { column: 'zone', startsWith: '综' },
        { column: 'subfield', startsWith: '芯' },
      ],
    },
  },
};
/** The last month is not over: its bar is hatched, and the words say up to which day it counts. */
export const UnfinishedMonth: Story = {
  args: { selection: chosen, metrics: filterMetrics({ rows, through: '2026-10-20' }) },
};
/** Values alone. */
export const ValuesAlone: Story = {
  args: { fields: 'industry zone', selection: { where: chosen.where.slice(0, 1) } },
};
/** A period alone, whose bars are the rows. */
export const PeriodAlone: Story = {
  render: (args) => filter({ ...args, metric: undefined as never, fields: 'month' }),
};
/** Conditions of the page on columns that are no fields: they count, and are not shown one by one. */
export const BesideThePage: Story = { args: { fields: 'month zone', selection: chosen } };
/** No row matches. */
export const NoRows: Story = {
  args: {
    selection: {
      where: [
        { column: 'industry', in: ['集成电路'] },
        { column: 'subfield', in: ['大模型'] },
      ],
    },
  },
};
export const Phone: Story = {
  args: { selection: chosen },
  parameters: { own: ['width'] },
  render: (args) => html`
    <div class="phone">${filter(args)}</div>
  `,
};
export const Elder: Story = { args: { selection: chosen, elder: true }, parameters: { own: ['elder'] } };
export const English: Story = { args: { selection: chosen, lang: 'en' }, parameters: { own: ['lang'] } };
export const Dark: Story = { args: { selection: chosen }, globals: { theme: 'dark' } };

/** The engine starts. */
export const Starting: Story = {
  args: { metrics: filterMetrics({ rows: [], open: () => new Promise(() => undefined) }) },
};
/** Figures are computed: the older ones stay, with a mark. */
export const Computing: Story = {
  args: { selection: chosen, metrics: filterMetrics({ rows, answer: () => new Promise(() => undefined) }) },
};
/** A step failed: the older figures stay, with a button. */
export const Failed: Story = {
  args: {
    selection: chosen,
    metrics: filterMetrics({ rows, answer: () => Promise.reject(new Error('The engine has stopped.')) }),
  },
};
/** A filter outside of a source says so. */
export const WithoutSource: Story = {
  render: () => html`
    <zj-filter dataset-id="park" fields="month"></zj-filter>
  `,
};
/** Without scripts, and until the figures arrive: links to states that were rendered. */
export const WithoutScripts: Story = {
  args: {
    metrics: filterMetrics({ rows: [], open: () => new Promise(() => undefined) }),
    inside: html`
      <fieldset>
        <legend>筛选</legend>
        <ul>
          <li>
            <a href="#all" aria-current="page"><strong>全部</strong></a>
          </li>
          <li><a href="#ic">集成电路</a></li>
        </ul>
      </fieldset>
    `,
  },
};
