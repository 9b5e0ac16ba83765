import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { ZjVerify } from '@zj/widgets';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { serveRelease } from './addresses.js';
import { gauge } from './gauge.js';
import { revenueSeries } from './goal-series.js';
import { applications } from './verdicts.js';
import { verifyMetrics, type MadeUp } from './verify-data.js';

/** The settings of a verification of a story. */
interface VerifyArgs {
  readonly goal?: string;
  readonly label?: string;
  readonly elder?: boolean;
  readonly lang?: string;
  /** Whether its button was pressed. */
  readonly pressed?: boolean;
  readonly madeUp?: MadeUp;
  readonly beside?: TemplateResult;
}

/** Presses the button, once, as soon as there is one. */
function press(element?: Element): void {
  if (!element) return;
  void customElements.whenDefined('zj-verify').then(() => (element as ZjVerify).start());
}

function verify(args: VerifyArgs): TemplateResult {
  return html`
    <zj-source .metrics=${verifyMetrics(args.madeUp)}>
      ${args.beside ?? nothing}
      <zj-verify
        goal=${args.goal ?? nothing}
        label=${args.label ?? nothing}
        lang=${args.lang ?? nothing}
        ?elder=${args.elder}
        ${args.pressed === false ? nothing : ref(press)}
      ></zj-verify>
    </zj-source>
  `;
}

const goal = 'pct-applications';
/** A published figure that is one more than the data give. */
const change = { actual: 72, attainment: 0.72 };

/** 核验: a reader's browser computes the published figures again, and says whether they are equal. */
const meta: Meta<VerifyArgs> = {
  title: 'Verify/States',
  component: 'zj-verify',
  parameters: { controls: { include: ['goal', 'label', 'elder', 'lang'] } },
  render: verify,
};
export default meta;

type Story = StoryObj<VerifyArgs>;

/** Nobody has pressed the button: nothing is loaded. */
export const Offered: Story = { args: { pressed: false } };
/** Every part of the release is equal. */
export const Equal: Story = {};
/** One goal: its figure on the page, as published and as computed. */
export const EqualGoal: Story = {
  args: {
    goal,
    beside: html`
      <div class="row">${gauge({ verdict: applications() })}</div>
    `,
  },
};
/** A published figure does not follow from the data: it is told with both figures. */
export const Different: Story = { args: { madeUp: { change } } };
/** The same for its goal alone. */
export const DifferentGoal: Story = { args: { goal, madeUp: { change } } };
/** Four steps of seven are done; it can be cancelled. */
export const Running: Story = { args: { madeUp: { until: 4 } } };
/** The engine has not answered yet. */
export const Starting: Story = { args: { madeUp: { until: 0 } } };
/** It could not be verified: the reason, and a button that tries again. */
export const Failed: Story = { args: { madeUp: { error: new Error('The engine has stopped.') } } };
/** A source without an engine says so. */
export const WithoutEngine: Story = {
  render: () => html`
    <zj-source manifest=${serveRelease([revenueSeries()], [])}><zj-verify></zj-verify></zj-source>
  `,
};
export const Phone: Story = {
  args: { goal, madeUp: { change } },
  parameters: { own: ['width'] },
  render: (args) => html`
    <div class="phone">${verify(args)}</div>
  `,
};
export const Elder: Story = { args: { goal, elder: true }, parameters: { own: ['elder'] } };
export const English: Story = {
  args: { goal, lang: 'en', madeUp: { change } },
  parameters: { own: ['lang'] },
};
export const Dark: Story = { args: { madeUp: { change } }, globals: { theme: 'dark' } };
