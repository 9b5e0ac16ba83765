import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { gauge, looks, row, type GaugeArgs } from './gauge.js';
import { every } from './verdicts.js';

/** Both languages, long names, and pages that are written from right to left. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/Words',
  component: 'zj-goal-gauge',
  parameters: { ...looks, own: ['lang'] },
  render: gauge,
};
export default meta;

type Story = StoryObj<GaugeArgs>;

export const Chinese: Story = { args: { verdict: every['with all there is']!, lang: 'zh-CN' } };
export const English: Story = { args: { verdict: every['with all there is']!, lang: 'en' } };
export const LongNameInChinese: Story = { args: { verdict: every['a long name']!, lang: 'zh-CN' } };
export const LongNameInEnglish: Story = { args: { verdict: every['a long name']!, lang: 'en' } };

/** Long names where there is little room. */
export const LongNamesInNarrowColumns: Story = {
  render: () => html`
    <div class="column">
      ${(['zh-CN', 'en'] as const).map(
        (lang) => html`
          <div style="inline-size: 12.5rem">${gauge({ verdict: every['a long name']!, lang })}</div>
        `,
      )}
    </div>
  `,
};

/** A gauge takes the language of the nearest ancestor that states one. */
export const SideBySide: Story = {
  render: () =>
    row({ verdict: every['on track']!, lang: 'zh-CN' }, { verdict: every['on track']!, lang: 'en' }),
};

/** On a page that is written from right to left a gauge keeps the direction of its own language. */
export const RightToLeft: Story = {
  render: () => html`
    <div dir="rtl">${gauge({ verdict: every['on track']!, lang: 'en' })}</div>
  `,
};
