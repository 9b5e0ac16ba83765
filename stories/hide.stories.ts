import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { gauge, looks, row, type GaugeArgs } from './gauge.js';
import { every } from './verdicts.js';

/** Lines that a page leaves out of the card. They stay in the text for assistive technology. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/Hide',
  component: 'zj-goal-gauge',
  parameters: looks,
  render: gauge,
  args: { verdict: every['with all there is']! },
};
export default meta;

type Story = StoryObj<GaugeArgs>;

export const Forecast: Story = { args: { hide: ['forecast'] } };
export const Source: Story = { args: { hide: ['source'] } };
export const Through: Story = { args: { hide: ['through'] } };
export const ThroughAndSource: Story = { args: { hide: ['through', 'source'] } };

/** All three, in every appearance. */
export const All: Story = {
  render: ({ verdict }) =>
    row(
      ...(['arc', 'ring', 'linear', 'number'] as const).map((appearance) => ({
        ...{ verdict: verdict!, appearance },
        hide: ['forecast', 'source', 'through'],
      })),
    ),
};
