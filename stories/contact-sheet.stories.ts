import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { gauge, type GaugeArgs } from './gauge.js';
import { every } from './verdicts.js';

/** All looks on one page, for an eye that compares. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/Contact sheet',
  component: 'zj-goal-gauge',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true }, own: ['theme', 'elder', 'lang', 'width'] },
};
export default meta;

type Story = StoryObj<GaugeArgs>;

const appearances = ['arc', 'ring', 'linear', 'number'] as const;
const verdict = every['with all there is']!;

/** The four appearances in one theme and language: compact, normal, and 800 px wide. */
const sheet = (theme: string, lang: string): TemplateResult => html`
  <section class="stage" lang=${lang} data-zj-theme=${theme} aria-label="${theme}, ${lang}">
    <h2 lang="en">${theme}, ${lang}</h2>
    <div class="sheet compact">
      ${appearances.map((appearance) => gauge({ verdict, appearance, compact: true }))}
    </div>
    <div class="sheet">${appearances.map((appearance) => gauge({ verdict, appearance }))}</div>
    <div class="sheet wide">${appearances.map((appearance) => gauge({ verdict, appearance }))}</div>
  </section>
`;

/** Four appearances, three sizes, four themes, two languages. */
export const ContactSheet: Story = {
  render: () => html`
    ${['light', 'dark', 'light elder', 'light contrast'].flatMap((theme) =>
      ['zh-CN', 'en'].map((lang) => sheet(theme, lang)),
    )}
  `,
};
