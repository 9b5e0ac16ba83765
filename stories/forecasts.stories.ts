import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { gauge, looks, type GaugeArgs } from './gauge.js';
import { every } from './verdicts.js';

/** Where the goal will end: a point, and where the method has one, the interval that holds four cases of five. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/Forecasts',
  component: 'zj-goal-gauge',
  parameters: looks,
  render: gauge,
};
export default meta;

type Story = StoryObj<GaugeArgs>;

/** Everything that a verdict can have: other schedules, methods that were weighed, published methods, readings of the document. */
export const NearTheTarget: Story = { args: { verdict: every['with all there is']! } };
export const BeyondTheTarget: Story = { args: { verdict: every['a forecast beyond the target']! } };
export const FarShort: Story = { args: { verdict: every['a forecast far short']! } };
/** A method that has no interval says a point alone. */
export const PointAlone: Story = { args: { verdict: every['a forecast without interval']! } };
export const OfADecrease: Story = { args: { verdict: every['falling, as it should']! } };
/** On a bar. */
export const OnABar: Story = { args: { verdict: every['with all there is']!, appearance: 'linear' } };
