import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { breakdown, breakdownLooks, waiting, type BreakdownArgs } from './charts.js';
import { balances, industries, longNames, ofSize, overlapping, single, streets } from './industries.js';

/** A figure by the members of a dimension: ranked bars in a table, with shares, changes and contributions. */
const meta: Meta<BreakdownArgs> = {
  title: 'Breakdown/States',
  component: 'zj-breakdown-chart',
  parameters: breakdownLooks,
  render: breakdown,
};
export default meta;

type Story = StoryObj<BreakdownArgs>;

/** The year up to October: eight fields by rank, all others as one row that opens, and the total. */
export const YearToDate: Story = { args: { series: industries(), cumulative: true } };
/** Merged cells are a row of their own, striped, and inside the total. */
export const Merged: Story = { args: { series: industries({ merged: true }), cumulative: true } };
/** Growth and decline, from one zero line. */
export const Change: Story = { args: { series: industries(), appearance: 'change' } };
/** A small chart for each member, on one scale. */
export const Multiples: Story = { args: { series: industries(), appearance: 'multiples', cumulative: true } };
/** Each on a scale of its own, and says so. */
export const OwnScales: Story = { args: { series: industries(), appearance: 'multiples', scale: 'own' } };
/** Some members are below nothing. */
export const Negative: Story = { args: { series: balances() } };
/** Parts that overlap are not added: the reason stands below. */
export const Overlapping: Story = { args: { series: overlapping() } };
/** In the order of their growth. */
export const ByChange: Story = { args: { series: industries(), order: 'change' } };
/** Two hundred streets, the first twenty of them one by one. */
export const TwoHundred: Story = { args: { series: streets(), top: 20 } };
/** One member is the whole. */
export const OneMember: Story = { args: { series: industries({ count: 1 }) } };
/** Names of forty letters. */
export const LongNames: Story = { args: { series: longNames() } };
/** Quadrillions, and thousandths. */
export const ExtremeFigures: Story = {
  render: (args) => html`
    <div class="column">
      <div class="full">${breakdown({ ...args, series: ofSize(9.8e14) })}</div>
      <div class="full">${breakdown({ ...args, series: ofSize(0.004) })}</div>
    </div>
  `,
};
/** Another month than the newest. */
export const AnotherPeriod: Story = { args: { series: industries(), period: '2026-03' } };

/** Three lines a row. */
export const Phone: Story = {
  args: { series: industries({ merged: true }) },
  parameters: { own: ['width'] },
  render: (args) => html`
    <div class="phone">${breakdown(args)}</div>
  `,
};
export const Elder: Story = { args: { series: industries(), elder: true }, parameters: { own: ['elder'] } };
export const English: Story = { args: { series: industries(), lang: 'en' }, parameters: { own: ['lang'] } };

export const Dark: Story = { args: { series: industries({ merged: true }) }, globals: { theme: 'dark' } };

/** A bare tag waits for a script to set its input, for 20 seconds. */
export const Loading: Story = { args: { label: '分领域营业收入' }, render: waiting(breakdown) };
export const Failed: Story = { args: { src: '/nowhere/series/metrics/none.json', label: '分领域营业收入' } };
/** A series that is not split has no parts. */
export const WithoutParts: Story = { args: { series: single([5, 6, 7]) } };
/** A month of which nothing is published. */
export const UnknownPeriod: Story = { args: { series: industries(), period: '2031-01' } };
