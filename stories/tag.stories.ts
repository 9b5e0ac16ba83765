import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { release } from './addresses.js';
import { gauge, row, type GaugeArgs } from './gauge.js';
import { every, revenue } from './verdicts.js';

/** Three ways to give a gauge its figures: in the tag, by the address of a release, and as a verdict from a script. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/Tag',
  component: 'zj-goal-gauge',
  render: gauge,
};
export default meta;

type Story = StoryObj<GaugeArgs>;

/** All that it shows stands in the tag. */
export const StandAlone: Story = {
  args: {
    label: 'PCT专利申请量',
    value: 71,
    target: 100,
    unit: '件',
    start: '2026-01-01',
    end: '2026-12-31',
    'as-of': '2026-10-31',
  },
};

/** A small count is judged by its probability and drawn in segments. */
export const StandAloneCount: Story = {
  args: {
    label: '新增高质量孵化器',
    value: 2,
    target: 5,
    unit: '家',
    count: true,
    start: '2025-01-01',
    end: '2026-12-31',
    'as-of': '2026-10-31',
  },
};

/** With a baseline above the target, the figure is to fall. */
export const StandAloneDecrease: Story = {
  args: {
    label: '单位产值能耗',
    value: 62,
    baseline: 80,
    target: 40,
    unit: '千克标准煤',
    start: '2026-01-01',
    end: '2026-12-31',
    'as-of': '2026-10-31',
  },
};

/** Without `as-of` nothing is said of a schedule. */
export const StandAloneUndated: Story = {
  args: { label: '专精特新企业', value: 37, target: 50, unit: '家' },
};

/** One goal of a release, from the file that `zj publish` wrote. */
export const FromRelease: Story = { args: { src: release, goal: 'at risk' } };

/** Four gauges on one file make one request. */
export const FourFromRelease: Story = {
  render: () =>
    row(
      ...['on track', 'at risk', 'off track, a count', 'achieved, a count'].map((goal) => ({
        src: release,
        goal,
      })),
    ),
};

/** A verdict that a script has judged or fetched; it wins over the attributes. */
export const FromVerdict: Story = { args: { verdict: every['on track']! } };

/** The goal's name as a link, and a remark below. */
export const WithCaptionAndNote: Story = {
  args: {
    verdict: revenue(),
    inside: html`
      <a slot="caption" href="#plan">三大先导产业营业收入</a>
      <p slot="note">口径：园区内规模以上企业。</p>
    `,
  },
};
