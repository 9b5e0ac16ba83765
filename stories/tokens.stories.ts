import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { row } from './gauge.js';
import { completeTheme, type Scheme } from './theme/complete.js';
import { printCss, printTokens } from './theme/export.js';
import {
  seenBy,
  showColours,
  showContrasts,
  showContrastsOf,
  showHooks,
  showVision,
  tellFailures,
} from './theme/show.js';
import { site } from './theme/site.js';
import { colours, themes, type ThemeName } from './theme/themes.js';
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
export const OtherTokens: Story = { render: showHooks };
export const Contrasts: Story = { render: showContrasts };

/** Seen with all three kinds of cone and without each, by the matrices of Machado, Oliveira and Fernandes (2009). */
export const ColourVision: Story = {
  parameters: { own: ['theme'] },
  render: () => html`
    ${(
      [
        ...['light', 'dark', 'contrast', 'contrast dark'],
        ...['blue', 'blue dark', 'red', 'red dark'],
      ] as const satisfies readonly ThemeName[]
    ).map(
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

/** Copies a text, and says so. */
function copy(name: string, text: string): TemplateResult {
  const onClick = async ({ currentTarget }: Event): Promise<void> => {
    const said = (currentTarget as Element).nextElementSibling!;
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = 'Copied.';
    } catch {
      said.textContent = 'The browser did not allow it.';
    }
  };
  return html`
    <button @click=${onClick}>Copy as ${name}</button>
    <output></output>
  `;
}

/** A colour as hexadecimal text, however a picker writes it; nothing, where it is left out. */
function toHex(colour: string | undefined): string | undefined {
  if (!colour) return undefined;
  const context = document.createElement('canvas').getContext('2d')!;
  context.fillStyle = colour;
  return context.fillStyle.slice(0, 7);
}

/** What the gauges stand on. */
const ground = {
  light: { padding: '1rem', background: '#f3f5f7' },
  dark: { padding: '1rem', background: '#0e141a' },
} as const satisfies Readonly<Record<Scheme, object>>;

const chosen = [...colours, 'action', 'focus'];

/**
 * Change the colours under Controls, or clear one to leave it out: the gauges follow, the rest is derived, and every contrast and
 * difference is computed again.
 */
export const Workbench: Story = {
  args: {
    base: 'light',
    ...Object.fromEntries(Object.entries(site).filter(([, value]) => value.startsWith('#'))),
  },
  argTypes: {
    base: {
      control: { type: 'inline-radio' },
      options: ['light', 'dark'] satisfies readonly Scheme[],
      description:
        'The scheme of the page. Its default palette applies where a theme names neither surface nor ink.',
    },
    ...Object.fromEntries(
      chosen.map((name) => [
        `--zj-${name}`,
        { control: { type: 'color' as const }, description: themes.light[name]!.description },
      ]),
    ),
  },
  parameters: { controls: { disable: false }, own: ['theme'] },
  render: ({ base, ...args }) => {
    const scheme: Scheme = base === 'dark' ? 'dark' : 'light';
    const values = Object.fromEntries(
      chosen.flatMap((name) => {
        const hex = toHex(args[`--zj-${name}`]);
        return hex ? [[`--zj-${name}`, hex]] : [];
      }),
    );
    const theme = completeTheme(values, scheme);
    return html`
      <p role="status"><strong>${tellFailures(theme)}</strong></p>
      <p>${copy('CSS', printCss(values))} ${copy('design tokens', printTokens(values))}</p>
      <div data-zj-theme=${scheme} style=${styleMap({ ...ground[scheme], ...values })}>
        ${row(...names.map((name) => ({ verdict: every[name]! })))}
      </div>
      <div class="figure-columns">
        ${showContrastsOf(theme)} ${showVision(theme, 'The statuses as readers see them')}
      </div>
    `;
  },
};
