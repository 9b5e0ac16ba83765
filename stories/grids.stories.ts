import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { gauge, type GaugeArgs } from './gauge.js';
import { every } from './verdicts.js';

/** Gauges beside each other, in the layouts of a site. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/Grids',
  component: 'zj-goal-gauge',
  parameters: { controls: { include: ['appearance', 'compact', 'hide'] } },
};
export default meta;

type Story = StoryObj<GaugeArgs>;

const twelve = [
  'on track',
  'at risk',
  'off track, a count',
  'achieved, a count',
  'beyond the target',
  'missed',
  'no data',
  'falling, as it should',
  'with all there is',
  'five of twelve',
  'a forecast far short',
  'too early',
];

const gauges = (names: readonly string[], args: GaugeArgs): readonly TemplateResult[] =>
  names.map((name) => gauge({ verdict: every[name]!, ...args }));

/** The words of the key, which a compact gauge has no room for. */
const key = {
  zh: '竖线为时序进度：到数据截止日应完成的部分。',
  en: 'The line across a track is the schedule: the part that is due by the last day of the data.',
};

/** Six columns of 240 px, with one key for all of them. */
export const TwelveCompact: Story = {
  args: { compact: true },
  parameters: { own: ['width'] },
  render: (args, { globals }) => html`
    <div class="scroll" tabindex="0" role="region" aria-label="Twelve gauges">
      <p class="key">
        <svg width="3" height="14" aria-hidden="true"><rect width="3" height="14" fill="currentColor" /></svg>
        ${String(globals.lang).startsWith('zh') ? key.zh : key.en}
      </p>
      <div class="six">${gauges(twelve, args)}</div>
    </div>
  `,
};

/** Columns of equal shares. Cards of one row are as high as the highest. */
export const ColumnsOfOneShare: Story = {
  render: (args) => html`
    <div class="shares">${gauges(['with all there is', 'a long name', 'no data'], args)}</div>
  `,
};

/** A row in which gauges share the room. */
export const FlexRow: Story = {
  render: (args) => html`
    <div class="flex">${gauges(['with all there is', 'at risk', 'achieved, a count'], args)}</div>
  `,
};
