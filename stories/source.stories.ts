import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { serveRelease } from './addresses.js';
import { breakdown, trend } from './charts.js';
import { gauge } from './gauge.js';
import { revenueSeries } from './goal-series.js';
import { industries } from './industries.js';

/** One release for all elements inside a tag: they name a goal or a metric, and need no address. */
const meta: Meta = {
  title: 'Source/Release',
  component: 'zj-source',
  parameters: { controls: { include: ['manifest'] } },
};
export default meta;

type Story = StoryObj;

/** A source around its elements. */
const source = (manifest: string, inside: TemplateResult): TemplateResult => html`
  <zj-source manifest=${manifest}>${inside}</zj-source>
`;

const park = serveRelease([revenueSeries()], [industries({ merged: true })]);
const district = serveRelease(
  [revenueSeries({ target: 7000, name: { zh: '全区营业收入', en: 'Revenue of the district' } })],
  [],
);

/** A gauge, a trend and a breakdown of one release. */
export const OneRelease: Story = {
  render: () =>
    source(
      park,
      html`
        <div class="row">${gauge({ goal: 'leading-industries-revenue' })}</div>
        ${trend({ goal: 'leading-industries-revenue' })}
        ${breakdown({ metric: 'field-revenue', grain: 'month', by: 'field', cumulative: true })}
      `,
    ),
};
/** Two releases on one page do not mix. */
export const TwoReleases: Story = {
  render: () => html`
    ${source(park, trend({ goal: 'leading-industries-revenue', appearance: 'bars' }))}
    ${source(district, trend({ goal: 'leading-industries-revenue', appearance: 'bars' }))}
  `,
};
/** A series that the release does not have: the message lists those that it has. */
export const UnknownSeries: Story = {
  render: () => source(park, trend({ metric: 'field-revenue', grain: 'year', label: '营业收入' })),
};
/** A manifest that cannot be reached is told by each element. */
export const Failed: Story = {
  render: () =>
    source('/nowhere/manifest.json', trend({ goal: 'leading-industries-revenue', label: '营业收入' })),
};
