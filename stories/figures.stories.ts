import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { gauge, looks, row, type GaugeArgs } from './gauge.js';
import { every } from './verdicts.js';

/** Figures out of the ordinary. Texts tell them as they are; only the drawing is clamped, and says so. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/Figures',
  component: 'zj-goal-gauge',
  parameters: looks,
  render: gauge,
};
export default meta;

type Story = StoryObj<GaugeArgs>;

export const Overshoot: Story = { args: { verdict: every['beyond the target']! } };
export const FarBeyond: Story = { args: { verdict: every['far beyond']! } };
export const NegativeProgress: Story = { args: { verdict: every['below nothing']! } };
export const FarBelow: Story = { args: { verdict: every['far below']! } };
/** The figure is to fall, and does. */
export const Decreasing: Story = { args: { verdict: every['falling, as it should']! } };
/** The figure is to fall, and rises. */
export const DecreasingTheWrongWay: Story = { args: { verdict: every['rising, where it should fall']! } };
/** Close to a trillion, in 亿 or billions by one rule. */
export const ExtremeFigures: Story = { args: { verdict: every['extreme figures']! } };
export const OneOfTwo: Story = { args: { verdict: every['off track, a count']! } };
export const NoneOfTwo: Story = { args: { verdict: every['none of two']! } };
export const FiveOfTwelve: Story = { args: { verdict: every['five of twelve']! } };
export const FiveOfTwo: Story = { args: { verdict: every['five of two']! } };

/** The scale ends at the target in each of them: an arrow beyond an end tells of a figure or a forecast outside of it. */
export const OneScale: Story = {
  render: () =>
    row(
      ...(['arc', 'ring', 'linear'] as const).flatMap((appearance) =>
        ['with all there is', 'beyond the target', 'a forecast beyond the target', 'below nothing'].map(
          (name) => {
            return { verdict: every[name]!, appearance };
          },
        ),
      ),
    ),
};
