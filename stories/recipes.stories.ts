import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { gauge, type GaugeArgs } from './gauge.js';
import { every } from './verdicts.js';

/** Rules of a site, and the gauge that they give. The rules that are shown are the rules that apply. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/Recipes',
  component: 'zj-goal-gauge',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj<GaugeArgs>;

interface Recipe {
  readonly css?: string;
  readonly args?: GaugeArgs;
}

/** Rules that hold inside of a class alone. */
function within(name: string, css: string): string {
  return css.replaceAll('zj-goal-gauge', `.${name} zj-goal-gauge`);
}

/** The gauge of a recipe in an arc and as a bar, above its rules. */
function recipe({ css, args }: Recipe): TemplateResult {
  const verdict = every['with all there is']!;
  const name = `recipe-${[...(css ?? '')].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)}`;
  return html`
    ${
      css &&
      html`
        <style>
          ${within(name, css)}
        </style>
      `
    }
    <div class="row ${name}">
      ${gauge({ verdict, ...args })} ${gauge({ verdict, appearance: 'linear', ...args })}
    </div>
    ${
      css &&
      html`
        <pre tabindex="0"><code>${css}</code></pre>
      `
    }
  `;
}

const story = (given: Recipe): Story => ({ render: () => recipe(given) });

export const ThinArc: Story = story({
  css: `zj-goal-gauge {
  --zj-thickness: 0.375em;
}`,
});

export const ButtEnds: Story = story({
  css: `zj-goal-gauge {
  --zj-cap: butt;
}`,
});

export const LargerValue: Story = story({
  css: `zj-goal-gauge {
  --zj-figure-size: 3em;
  --zj-dial-size: 13em;
}`,
});

/** The surface has the colour of the box, since marks on the drawing are outlined in it. */
export const BareCard: Story = story({
  css: `zj-goal-gauge {
  --zj-border: 0px;
  --zj-padding: 0px;
  --zj-radius: 0;
  --zj-surface: #f4f1ea;
  padding: 1rem;
  background: #f4f1ea;
}`,
});

export const TopBar: Story = story({
  css: `zj-goal-gauge::part(figure) {
  border-top: 4px solid #b3121d;
}`,
});

/** An attribute, not a rule: assistive technology still reads the forecast. */
export const NoForecast: Story = story({ args: { hide: ['forecast'] } });

export const SquareCorners: Story = story({
  css: `zj-goal-gauge {
  --zj-radius: 0;
  --zj-radius-small: 0;
  --zj-cap: butt;
}`,
});

export const OtherWeights: Story = story({
  css: `zj-goal-gauge {
  --zj-font-weight: 500;
  --zj-figure-weight: 400;
}`,
});

/** The link stands first. */
export const FootInAnotherOrder: Story = story({
  css: `zj-goal-gauge::part(foot) {
  display: flex;
  flex-flow: row-reverse wrap;
  justify-content: space-between;
}`,
});
