import type { PublishedLadder } from '@zj/metrics';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { emptyLadder, longLadder, parkLadder, tallLadder } from './ladders.js';

interface LadderArgs {
  readonly ladder?: PublishedLadder;
  readonly src?: string;
  readonly period?: string;
  readonly label?: string;
  readonly hide?: string;
  readonly elder?: boolean;
  readonly lang?: string;
  readonly inside?: TemplateResult;
}

function ladder(args: LadderArgs): TemplateResult {
  return html`
    <zj-tier-ladder
      src=${args.src ?? nothing}
      period=${args.period ?? nothing}
      label=${args.label ?? nothing}
      hide=${args.hide ?? nothing}
      lang=${args.lang ?? nothing}
      ?elder=${args.elder}
      .ladder=${args.ladder}
    >
      ${args.inside ?? nothing}
    </zj-tier-ladder>
  `;
}

/** Enterprises on the tiers of a plan, and the moves between tiers. */
const meta: Meta<LadderArgs> = {
  title: 'Ladder/States',
  component: 'zj-tier-ladder',
  parameters: { controls: { include: ['period', 'label', 'hide', 'elder', 'lang', 'ladder'] } },
  render: ladder,
};
export default meta;

type Story = StoryObj<LadderArgs>;

/** The year up to the last day of the register; stairs where there is room. */
export const ThisYear: Story = {
  args: { ladder: parkLadder() },
  parameters: { own: ['width'] },
  render: (args) => html`
    <div class="full">${ladder(args)}</div>
  `,
};
/** A list, the highest tier on top, where stairs have no room. */
export const List: Story = { args: { ladder: parkLadder() } };
/** A year that is over. */
export const LastYear: Story = { args: { ladder: parkLadder(), period: '2025' } };
/** A quarter: its start is not that of a year. */
export const Quarter: Story = { args: { ladder: parkLadder(), period: '2026-Q3' } };
/** Twelve tiers stand below each other. */
export const TwelveTiers: Story = { args: { ladder: tallLadder(12) } };
/** One tier has no moves. */
export const OneTier: Story = { args: { ladder: tallLadder(1) } };
/** Names of forty letters; none, one and a million enterprises. */
export const LongNames: Story = { args: { ladder: longLadder() } };
/** Nobody stands on any tier yet. */
export const Empty: Story = { args: { ladder: emptyLadder() } };
/** Rows of the register that are wrong do not count, which the element says. */
export const RejectedRows: Story = {
  args: { ladder: parkLadder({ rows: { read: 712, kept: 700, rejected: 12 }, demo: false }) },
};
/** A page leaves parts out. */
export const Hidden: Story = { args: { ladder: parkLadder(), hide: 'period remarks table' } };

export const Phone: Story = {
  args: { ladder: parkLadder() },
  parameters: { own: ['width'] },
  render: (args) => html`
    <div class="phone">${ladder(args)}</div>
  `,
};
export const Elder: Story = { args: { ladder: parkLadder(), elder: true }, parameters: { own: ['elder'] } };
export const English: Story = { args: { ladder: parkLadder(), lang: 'en' }, parameters: { own: ['lang'] } };
export const Dark: Story = { args: { ladder: parkLadder() }, globals: { theme: 'dark' } };

/** A bare tag waits for a script to set its input, for 20 seconds. */
export const Loading: Story = {};
export const Failed: Story = { args: { src: '/nowhere/ladder.json' } };
/** The register has nothing of the period. */
export const UnknownPeriod: Story = { args: { ladder: parkLadder(), period: '2031' } };
/** The content of the tag stays where the file cannot be read. */
export const Fallback: Story = {
  args: {
    src: '/nowhere/ladder.json',
    inside: html`
      <p>高新技术企业115家，创新创业企业448家。</p>
    `,
  },
};
