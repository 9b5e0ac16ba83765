import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { row, type GaugeArgs } from './gauge.js';
import { every } from './verdicts.js';

/** The line that a theme draws with: its thickness, its ends, and the diameter of the dial. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/Pens',
  component: 'zj-goal-gauge',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj<GaugeArgs>;

const drawn = [
  { verdict: every['with all there is']!, appearance: 'arc' },
  { verdict: every['a forecast beyond the target']!, appearance: 'ring' },
  { verdict: every['with all there is']!, appearance: 'linear' },
  { verdict: every['five of twelve']!, appearance: 'arc' },
] as const satisfies readonly GaugeArgs[];

const pen = (properties: Readonly<Record<string, string>>): TemplateResult => html`
  <div style=${styleMap(properties)}>${row(...drawn)}</div>
`;

export const Thin: Story = { render: () => pen({ '--zj-thickness': '0.375em' }) };
export const Thick: Story = { render: () => pen({ '--zj-thickness': '1.5em' }) };
export const Butt: Story = { render: () => pen({ '--zj-cap': 'butt' }) };
export const ThinAndButt: Story = { render: () => pen({ '--zj-thickness': '0.375em', '--zj-cap': 'butt' }) };
export const SmallDial: Story = { render: () => pen({ '--zj-dial-size': '9em' }) };
export const LargeDial: Story = { render: () => pen({ '--zj-dial-size': '14em' }) };
