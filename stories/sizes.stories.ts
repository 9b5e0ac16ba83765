import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { gauge, looks, type GaugeArgs } from './gauge.js';
import { every } from './verdicts.js';

/** From 120 px to the width of the page: the width of the gauge counts, not that of the window. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/Sizes',
  component: 'zj-goal-gauge',
  parameters: { ...looks, own: ['width'] },
  args: { verdict: every['with all there is']! },
};
export default meta;

type Story = StoryObj<GaugeArgs>;

const wide =
  (width: number) =>
  (args: GaugeArgs): TemplateResult => html`
    <div style=${`inline-size: ${width}px; max-inline-size: 100%`}>${gauge(args)}</div>
  `;

export const At120: Story = { render: wide(120) };
export const At200: Story = { render: wide(200) };
export const At288: Story = { render: wide(288) };
export const At480: Story = { render: wide(480) };
export const At800: Story = { render: wide(800) };
export const FullWidth: Story = { render: gauge, parameters: { own: [] } };

/** Twice the reader's own size. */
export const TextAt200Percent: Story = { render: wide(328), globals: { textSize: '32px' } };

/** In English, where words are long. */
export const English120: Story = { render: wide(120), args: { lang: 'en' } };
