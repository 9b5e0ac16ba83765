import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { gauge, looks, row, type GaugeArgs } from './gauge.js';
import { every } from './verdicts.js';

/** Four looks of one verdict, and the smaller form of each for tables and side columns. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/Appearances',
  component: 'zj-goal-gauge',
  parameters: looks,
  render: gauge,
  args: { verdict: every['with all there is']! },
};
export default meta;

type Story = StoryObj<GaugeArgs>;

const appearances = ['arc', 'ring', 'linear', 'number'] as const;

export const Arc: Story = { args: { appearance: 'arc' } };
export const Ring: Story = { args: { appearance: 'ring' } };
export const Linear: Story = { args: { appearance: 'linear' } };
export const Number: Story = { args: { appearance: 'number' } };
export const ArcCompact: Story = { args: { appearance: 'arc', compact: true } };
export const RingCompact: Story = { args: { appearance: 'ring', compact: true } };
export const LinearCompact: Story = { args: { appearance: 'linear', compact: true } };
export const NumberCompact: Story = { args: { appearance: 'number', compact: true } };

/** A small count is drawn in segments in every appearance. */
export const Segments: Story = {
  render: () => row(...appearances.map((appearance) => ({ verdict: every['five of twelve']!, appearance }))),
};

/** Beyond the target the scale goes on, and the target is a mark on it. */
export const Overshoot: Story = {
  render: () =>
    row(...appearances.map((appearance) => ({ verdict: every['beyond the target']!, appearance }))),
};

/** The four goals of a plan, compact and linear. */
export const AsAList: Story = {
  render: () => html`
    <div class="column">
      ${['on track', 'at risk', 'off track, a count', 'achieved, a count'].map(
        (name) => html`
          <div style="inline-size: 40rem">
            ${gauge({ verdict: every[name]!, appearance: 'linear', compact: true })}
          </div>
        `,
      )}
    </div>
  `,
};
