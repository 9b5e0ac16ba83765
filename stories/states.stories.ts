import type { ZjGoalGauge } from '@zj/widgets';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { nowhere, release, serve, truncated } from './addresses.js';
import { gauge, row, type GaugeArgs } from './gauge.js';
import { every, file, incomplete, withheld } from './verdicts.js';

/** The states of a gauge without figures, with a failure, and with figures that may be out of date. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/States',
  component: 'zj-goal-gauge',
  render: gauge,
};
export default meta;

type Story = StoryObj<GaugeArgs>;

const fallback = html`
  <p>到2026年，PCT专利申请量争取达到100件。</p>
`;

/** A bare tag waits for a script to set its input. Its room is kept. */
export const Loading: Story = { args: {} };

/** The content of the tag is shown until there are figures. */
export const LoadingWithFallback: Story = { args: { inside: fallback } };

/** A figure is expected and none is reported yet. */
export const Empty: Story = { args: { label: 'PCT专利申请量', value: '', target: 100, unit: '件' } };

/** A release says that nothing is reported. */
export const NoData: Story = { args: { verdict: every['no data']! } };

/** The message names the attribute, the fault and the right form. */
export const FailedAttribute: Story = {
  args: {
    label: 'PCT专利申请量',
    value: 71,
    target: 100,
    start: '2026-01-01',
    end: '2026-12-31',
    'as-of': '31.10.2026',
  },
};

/** The file cannot be reached; the reader may try again. */
export const FailedRelease: Story = { args: { src: nowhere, goal: 'pct-applications' } };

/** The file is malformed. */
export const MalformedRelease: Story = { args: { src: truncated, goal: 'pct-applications' } };

/** The message lists the goals that there are. */
export const UnknownGoal: Story = { args: { src: release, goal: 'pct-aplications' } };

/** The content of the tag stays, marked, with the reason. */
export const FailedWithFallback: Story = {
  args: { src: nowhere, goal: 'pct-applications', inside: fallback },
};

/** The period is over while the data are not. */
export const StalePeriod: Story = { args: { verdict: every.stale! } };

/** Figures that a later reading could not renew stay, marked. */
export const StaleRelease: Story = {
  render: () => gauge({ src: serve(file([every['at risk']!])), goal: 'pct-applications' }),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<ZjGoalGauge>('zj-goal-gauge')!;
    const until = (type: string): Promise<unknown> =>
      new Promise((resolve) => element.addEventListener(type, resolve, { once: true }));
    if (!element.hasAttribute('status')) await until('zj-verdict-changed');
    URL.revokeObjectURL(element.src!);
    const failed = until('zj-failed');
    element.refresh();
    await failed;
  },
};

/** A release says of a goal that it publishes no figure of it, and why: no failure, and nothing to draw. */
export const Withheld: Story = { args: { verdict: withheld } };

/** The same in every size, in both languages, and in large type. */
export const WithheldEverywhere: Story = {
  render: () =>
    row(
      { verdict: withheld, appearance: 'ring' },
      { verdict: withheld, appearance: 'linear', lang: 'en' },
      { verdict: withheld, appearance: 'number', compact: true },
      { verdict: withheld, elder: true },
    ),
};

/** The gaps of the data stand in the detail. */
export const Incomplete: Story = {
  args: { verdict: incomplete },
  play: ({ canvasElement }) => {
    canvasElement.querySelector('zj-goal-gauge')!.shadowRoot!.querySelector<HTMLElement>('summary')!.click();
  },
};

/** Figures that may still be revised. */
export const Provisional: Story = { args: { verdict: every.provisional! } };
