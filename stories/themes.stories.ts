import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { gauge, row, type GaugeArgs } from './gauge.js';
import { site } from './theme/site.js';
import { every } from './verdicts.js';

const names = [
  'with all there is',
  'a forecast far short',
  'off track, a count',
  'achieved, a count',
  'no data',
];
const several = (): TemplateResult => row(...names.map((name) => ({ verdict: every[name]! })));

/** The ready themes, elder mode, and a theme of a site's own. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/Themes',
  component: 'zj-goal-gauge',
  render: () => several(),
};
export default meta;

type Story = StoryObj<GaugeArgs>;

export const Light: Story = { globals: { theme: 'light' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'light contrast' } };
export const HighContrastDark: Story = { globals: { theme: 'dark contrast' } };

/** The brands of government sites: statuses keep their meaning, and differ from the brand. */
export const Blue: Story = { globals: { theme: 'blue' } };
export const BlueDark: Story = { globals: { theme: 'blue dark' } };
export const Red: Story = { globals: { theme: 'red' } };
export const RedDark: Story = { globals: { theme: 'red dark' } };

/** 长辈版: for all gauges of a page by the theme. */
export const Elder: Story = { globals: { elder: 'on' } };
export const ElderDark: Story = { globals: { elder: 'on', theme: 'dark' } };

/** For one gauge by its attribute. */
export const ElderByAttribute: Story = {
  parameters: { own: ['elder'] },
  render: () => gauge({ verdict: every['on track']!, elder: true }),
};

/** The red and the warm greys of a site, square corners and a serif: every contrast is still that of the rules. */
export const OfASite: Story = {
  render: () => html`
    <div style=${styleMap(site)}>${several()}</div>
  `,
};

/** One colour of a site, the surface: the elements derive the rest. */
export const OneColour: Story = {
  render: () => html`
    <div style=${styleMap({ '--zj-surface': '#163a5f' })}>${several()}</div>
  `,
};

/** The theme of a site, where a reader or a page asks for high contrast: the site's colours give way. */
export const OfASiteInHighContrast: Story = {
  globals: { theme: 'light contrast' },
  render: () => html`
    <div style=${styleMap(site)}>${several()}</div>
  `,
};
