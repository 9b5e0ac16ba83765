import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { gauge, looks, row, type GaugeArgs } from './gauge.js';
import { dust, growth, kinds, unemployment } from './kinds.js';

/** Goals that are kept, not reached, and targets that a formula computes. A bound is a ruler: it has no way to go. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/Kinds',
  component: 'zj-goal-gauge',
  parameters: looks,
  render: gauge,
};
export default meta;

type Story = StoryObj<GaugeArgs>;

export const Ceiling: Story = { args: { verdict: kinds['a ceiling']! } };
export const Floor: Story = { args: { verdict: kinds['a floor']! } };
export const Range: Story = { args: { verdict: kinds['a range']! } };
/** How many kept it, and the newest of them; a broken one is filled and crossed. */
export const LimitOfEachYear: Story = { args: { verdict: kinds['a limit of each year']! } };
/** A year without a figure, and a provisional one. */
export const LimitWithAGap: Story = { args: { verdict: kinds['a limit with a gap']! } };
/** Longer figures have fewer periods. */
export const LimitOfMonths: Story = { args: { verdict: kinds['a limit of months']! } };
export const Mean: Story = { args: { verdict: kinds['a mean']! } };
/** A sum uses up its ceiling, and has a schedule. */
export const CeilingOnATotal: Story = { args: { verdict: kinds['a ceiling on a total']! } };
/** Its details have the formula, and the target that it had before. */
export const Formula: Story = { args: { verdict: kinds['a formula']! } };
/** The ruler reaches the figure, however far it is. */
export const FarOutside: Story = {
  args: {
    verdict: growth({ observations: [{ date: '2026-10-31', value: 14 }], grain: 'day' }),
  },
};
export const WithoutAFigure: Story = {
  args: { verdict: unemployment({ observations: [], reportedThrough: null }) },
};
export const StandAlone: Story = {
  args: { label: '城镇调查失业率', value: 5.2, target: 5.5, bound: 'at-most', unit: '%' },
};
export const StandAloneRange: Story = {
  args: { label: '居民消费价格涨幅', value: 2.1, range: '1.5..2.5', unit: '%' },
};

/** Every kind beside the others. */
export const Together: Story = { render: () => row(...Object.values(kinds).map((verdict) => ({ verdict }))) };

/** A ruler and a row of periods in all four looks. */
export const Looks: Story = {
  render: () =>
    row(
      ...(['ring', 'linear', 'number'] as const).flatMap((appearance) => [
        { verdict: unemployment(), appearance },
        { verdict: dust(), appearance },
      ]),
    ),
};
export const Compact: Story = {
  render: () => row(...Object.values(kinds).map((verdict) => ({ verdict, compact: true }))),
};
export const Elder: Story = {
  render: () => row({ verdict: kinds['a range']!, elder: true }, { verdict: dust(), elder: true }),
};
