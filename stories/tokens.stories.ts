import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { row } from './gauge.js';
import { seenBy, showColours, showContrasts, showContrastsOf, showSizes, showVision } from './theme/show.js';
import { layOver, site } from './theme/site.js';
import { themes, type ThemeName } from './theme/themes.js';
import { visions } from './theme/vision.js';
import { every } from './verdicts.js';

/** The design tokens, and every figure that can be computed of them, computed here and now. */
const meta: Meta<Record<string, string>> = {
  title: 'Theme/Tokens',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj<Record<string, string>>;

const names = ['with all there is', 'at risk', 'off track, a count', 'achieved, a count', 'no data'];

export const Colours: Story = { render: showColours };
export const TypeAndTouch: Story = { render: showSizes };
export const Contrasts: Story = { render: showContrasts };

/** Seen with all three kinds of cone and without each, by the matrices of Machado, Oliveira and Fernandes (2009). */
export const ColourVision: Story = {
  render: () => html`
    ${(['light', 'dark', 'contrast', 'contrast dark'] as const satisfies readonly ThemeName[]).map(
      (name) => html`
        <div class="stage" data-zj-theme=${name}>
          ${showVision(themes[name], `The statuses in the theme ${name}`)}
        </div>
      `,
    )}
  `,
};

/** The same gauges four times, as readers see them. */
export const SeenByReaders: Story = {
  render: () => html`
    ${visions.map(
      (vision) => html`
        <h2>${vision}</h2>
        ${seenBy(vision, row(...names.map((name) => ({ verdict: every[name]!, compact: true }))))}
      `,
    )}
  `,
};

/** Change the ten colours under Controls: the gauges follow, and every contrast and difference is computed again. */
export const Workbench: Story = {
  args: Object.fromEntries(Object.entries(site).filter(([, value]) => value.startsWith('#'))),
  argTypes: Object.fromEntries(
    Object.entries(site)
      .filter(([, value]) => value.startsWith('#'))
      .map(([name]) => [name, { control: { type: 'color' as const } }]),
  ),
  parameters: { controls: { disable: false } },
  render: (args) => html`
    <div style=${styleMap(args)}>${row(...names.map((name) => ({ verdict: every[name]! })))}</div>
    <div class="figure-columns">
      ${showContrastsOf(layOver(args))} ${showVision(layOver(args), 'The statuses as readers see them')}
    </div>
  `,
};
