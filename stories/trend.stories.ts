import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { trend, trendLooks, waiting, type TrendArgs } from './charts.js';
import { revenueSeries, limitSeries, levelSeries } from './goal-series.js';
import { industries, longNames, ofSize, single } from './industries.js';
import { wave } from './series.js';
import { withheld } from './verdicts.js';

/** Figures over time: of a goal with its way, its forecast and its events; of a metric, whole or by its members. */
const meta: Meta<TrendArgs> = {
  title: 'Trend/States',
  component: 'zj-trend-chart',
  parameters: trendLooks,
  render: trend,
};
export default meta;

type Story = StoryObj<TrendArgs>;

/** A goal that is summed: the year so far, its schedule, last year, the forecast with its interval, two events. */
export const YearToDate: Story = { args: { series: revenueSeries() } };
/** The same goal month by month. The bars start at zero. */
export const Bars: Story = { args: { series: revenueSeries(), appearance: 'bars' } };
/** Each month as a line, over three years. */
export const Months: Story = { args: { series: revenueSeries(), appearance: 'line', during: '2024..' } };
/** Milestones make a path of their own beside the schedule. */
export const Milestones: Story = {
  args: {
    series: revenueSeries({
      milestones: [
        { date: '2026-03-31', value: 1400 },
        { date: '2026-06-30', value: 2900 },
        { date: '2026-09-30', value: 4400 },
      ],
    }),
  },
};
/** A goal of which no forecast can be made: the reason stands below. */
export const WithoutForecast: Story = { args: { series: revenueSeries({}, [], 10) } };
/** A ceiling of a rate, which one month broke. */
export const BrokenBound: Story = { args: { series: limitSeries() } };
/** A rate that is to stay in a range. */
export const Range: Story = {
  args: { series: limitSeries({ bound: undefined, target: null, range: { from: 4.5, to: 5.5 } } as never) },
};
/** A level that has a way from its baseline to its target. */
export const Level: Story = { args: { series: levelSeries() } };

/** Nothing is reported yet. */
export const Empty: Story = { args: { series: single([null, null, null]) } };
export const OnePoint: Story = { args: { series: single([12]) } };
/** All figures alike. */
export const Constant: Story = { args: { series: single(Array.from({ length: 14 }, () => 8)) } };
/** Fifty years of months. */
export const SixHundredPoints: Story = {
  args: {
    series: single(wave(11, 600, 40, 0.02, 0.2).map(Math.round), { from: '1976-11' }),
    during: '1976..',
  },
};
/** Below nothing, and above it. */
export const Negative: Story = {
  args: {
    series: single(
      wave(12, 22, 10, 0, 0.6).map((value, at) => Math.round((value - 9 - at / 6) * 10) / 10),
      { name: { zh: '净流入', en: 'Net inflow' }, unit: { zh: '元', en: 'yuan', power: 8 } },
    ),
  },
};
/** The line stops where figures are missing, and says so. */
export const Missing: Story = {
  args: { series: single([5, 8, 6, 9, 7, 9, 11, null, null, 10, 8, 11, 9, 10, 6, 7, 9, 8, 7, 9, 8, 7]) },
};
/** Estimated, revised and provisional figures: each with its shape and its word. */
export const QualityOfFigures: Story = {
  args: {
    series: single([9, 8, 11, 9, 10, 6, 7, 9, 8, 7], {
      from: '2026-01',
      states: [null, null, null, null, null, 'estimate', 'estimate', 'revised', null, 'provisional'],
    }),
  },
};
/** Provisional bars are hatched. */
export const ProvisionalBars: Story = {
  args: {
    appearance: 'bars',
    series: single([9, 8, 11, 9, 10, 6, 7, 9, 8, 7], {
      from: '2026-01',
      states: [null, null, null, null, null, null, null, null, 'provisional', 'provisional'],
    }),
  },
};
/** Twelve members, two of them in colour; labels never touch. */
export const TwelveLines: Story = { args: { series: industries(), members: '生物医药,国际贸易' } };
/** Three members, each with a colour or dashes of its own. */
export const ThreeLines: Story = { args: { series: industries({ count: 3 }) } };
/** Names of forty letters. */
export const LongNames: Story = { args: { series: longNames() } };
/** Quadrillions, and thousandths. */
export const ExtremeFigures: Story = {
  render: (args) => html`
    <div class="column">
      <div class="full">${trend({ ...args, series: ofSize(9.8e14) })}</div>
      <div class="full">${trend({ ...args, series: ofSize(0.004) })}</div>
    </div>
  `,
};

/** As a phone shows it: numbers in circles, and their meaning below. */
export const Phone: Story = {
  args: { series: revenueSeries() },
  parameters: { own: ['width'] },
  render: (args) => html`
    <div class="phone">${trend(args)}</div>
  `,
};
/** Larger type, fewer ticks, larger targets. */
export const Elder: Story = {
  args: { series: revenueSeries(), elder: true },
  parameters: { own: ['elder'] },
};
export const English: Story = {
  args: { series: revenueSeries(), lang: 'en' },
  parameters: { own: ['lang'] },
};
export const Dark: Story = { args: { series: revenueSeries() }, globals: { theme: 'dark' } };
export const HighContrast: Story = { args: { series: limitSeries() }, globals: { theme: 'light contrast' } };
export const TextAt200Percent: Story = { args: { series: revenueSeries() }, globals: { textSize: '32px' } };
/** Nothing but the drawing and its name. */
export const Bare: Story = {
  args: {
    series: revenueSeries(),
    hide: ['status', 'summary', 'readout', 'remarks', 'source', 'through', 'table', 'download'],
  },
};

/** A goal of which no figure is published. */
export const Withheld: Story = { args: { series: withheld } };
/** A bare tag waits for a script to set its input, for 20 seconds. */
export const Loading: Story = { args: { label: '三大先导产业营业收入' }, render: waiting(trend) };
/** The text inside the tag, before there are figures. */
export const LoadingWithFallback: Story = {
  args: {
    inside: html`
      <p>1—10月，三大先导产业营业收入5,002亿元。</p>
    `,
  },
  render: waiting(trend),
};
export const Failed: Story = {
  args: { src: '/nowhere/series/goals/none.json', label: '三大先导产业营业收入' },
};
/** A wish that cannot be read. */
export const FailedAttribute: Story = { args: { series: revenueSeries(), during: 'last year' } };
