import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { gauge, looks, row, type GaugeArgs } from './gauge.js';
import { every } from './verdicts.js';

/** The seven words of a verdict. Each is told by its colour, its icon and its word. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/Statuses',
  component: 'zj-goal-gauge',
  parameters: looks,
  render: gauge,
};
export default meta;

type Story = StoryObj<GaugeArgs>;

export const Achieved: Story = { args: { verdict: every['achieved, a count']! } };
export const OnTrack: Story = { args: { verdict: every['on track']! } };
export const AtRisk: Story = { args: { verdict: every['at risk']! } };
export const OffTrack: Story = { args: { verdict: every['off track, a count']! } };
/** After the end date; an aspiration is not missed but not met. */
export const Missed: Story = { args: { verdict: every.missed! } };
export const NoData: Story = { args: { verdict: every['no data']! } };
/** Less than a tenth of the period has passed. */
export const TooEarly: Story = { args: { verdict: every['too early']! } };
/** The document sets no figure. */
export const NoTarget: Story = { args: { verdict: every['no target']! } };
/** A level without a baseline can be met or not met, and nothing between. */
export const NoBaseline: Story = { args: { verdict: every['no baseline']! } };

/** All of them beside each other. */
export const Together: Story = {
  render: () =>
    row(
      ...[
        'achieved, a count',
        'on track',
        'at risk',
        'off track, a count',
        'missed',
        'no data',
        'too early',
      ].map((name) => ({ verdict: every[name]! })),
    ),
};
