import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { PageLists, RowSource } from '@zj/widgets';
import { html, nothing, type TemplateResult } from 'lit';
import { enterprises } from './enterprises.js';
import { industries } from './industries.js';
import type { MetricSeries } from '@zj/metrics';

interface TableArgs {
  readonly rows?: PageLists | RowSource | undefined;
  readonly series?: MetricSeries;
  readonly src?: string;
  readonly label?: string;
  readonly order?: string;
  readonly mode?: 'pages' | 'scroll' | '';
  readonly hide?: string;
  readonly elder?: boolean;
  readonly lang?: string;
  readonly inside?: TemplateResult;
}

const optional = (given: string | undefined): string | typeof nothing =>
  given === '' ? nothing : (given ?? nothing);

/** The tag of a table. */
const table = (args: TableArgs): TemplateResult => html`
  <zj-data-table
    src=${optional(args.src)}
    label=${optional(args.label)}
    order=${optional(args.order)}
    mode=${optional(args.mode)}
    hide=${optional(args.hide)}
    lang=${optional(args.lang)}
    ?elder=${args.elder}
    .rows=${args.rows}
    .series=${args.series}
  >
    ${args.inside}
  </zj-data-table>
`;

/** Rows with exact figures: ordered, filtered and searched by their reader, in pages, scrolled, or as cards. */
const meta: Meta<TableArgs> = {
  title: 'Table/States',
  component: 'zj-data-table',
  args: { label: '营业收入明细', rows: enterprises() },
  argTypes: {
    mode: { control: 'select', options: ['', 'pages', 'scroll'] },
    rows: { control: false },
    series: { control: false },
    inside: { control: false },
  },
  render: table,
};
export default meta;

type Story = StoryObj<TableArgs>;

/** In pages of fifty rows. */
export const Pages: Story = { args: { order: '-revenue company' } };
/** Five thousand rows, of which at most sixty are elements. */
export const Scrolling: Story = { args: { rows: enterprises({ count: 5000 }), mode: 'scroll' } };
/** A series file as a table: a figure for each period and member. */
export const Series: Story = { args: { rows: undefined, series: industries(), label: '' } };
/** Each row is a card. */
export const Phone: Story = {
  args: { order: '-revenue', rows: enterprises({ count: 60 }) },
  parameters: { own: ['width'] },
  render: (args) => html`
    <div class="phone">${table(args)}</div>
  `,
};
/** Names of forty letters. */
export const LongNames: Story = { args: { rows: enterprises({ count: 40, long: true }) } };
export const Elder: Story = { args: { elder: true, order: '-revenue' }, parameters: { own: ['elder'] } };
export const English: Story = {
  args: { lang: 'en', label: 'Revenue', order: '-revenue' },
  parameters: { own: ['lang'] },
};
export const Dark: Story = { args: { order: '-revenue' }, globals: { theme: 'dark' } };
/** A bare tag waits. */
export const Loading: Story = { args: { rows: undefined } };
/** No rows at all. */
export const Empty: Story = { args: { rows: enterprises({ count: 0 }) } };
export const Failed: Story = { args: { rows: undefined, src: '/nowhere/series/metrics/none.json' } };
/** The content of the tag stays until there are rows. */
export const Fallback: Story = {
  args: {
    rows: undefined,
    inside: html`
      <p>营业收入明细：请稍候，或下载 CSV。</p>
    `,
  },
};
