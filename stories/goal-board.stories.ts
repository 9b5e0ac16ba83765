import type { Verdicts } from '@zj/metrics';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { boardOf, crowdedBoard, everyBoard, parkBoard, parkPlan } from './goal-boards.js';

interface BoardArgs {
  readonly verdicts?: Verdicts;
  readonly plan?: object;
  readonly src?: string;
  readonly label?: string;
  readonly hide?: string;
  readonly elder?: boolean;
  readonly lang?: string;
  readonly inside?: TemplateResult;
}

function board(args: BoardArgs): TemplateResult {
  return html`
    <zj-goal-board
      src=${args.src ?? nothing}
      label=${args.label ?? nothing}
      hide=${args.hide ?? nothing}
      lang=${args.lang ?? nothing}
      ?elder=${args.elder}
      .verdicts=${args.verdicts}
      .plan=${args.plan}
    >
      ${args.inside ?? nothing}
    </zj-goal-board>
  `;
}

const inFull = (args: BoardArgs): TemplateResult => html`
  <div class="full">${board(args)}</div>
`;

/** All goals of a plan on one board. */
const meta: Meta<BoardArgs> = {
  title: 'Goal board/States',
  component: 'zj-goal-board',
  parameters: { controls: { include: ['label', 'hide', 'elder', 'lang', 'verdicts', 'plan'] } },
  render: board,
};
export default meta;

type Story = StoryObj<BoardArgs>;

/** Goals stand by the themes of their plan. */
export const Themes: Story = {
  args: { verdicts: parkBoard, plan: parkPlan },
  parameters: { own: ['width'] },
  render: inFull,
};
/** Where there is no room for a table each goal is a card. */
export const Cards: Story = { args: { verdicts: parkBoard, plan: parkPlan } };
/** Every kind of goal in every standing: those without a verdict are counted apart. */
export const EveryKind: Story = {
  args: { verdicts: everyBoard },
  parameters: { own: ['width'] },
  render: inFull,
};
/** Two hundred goals. */
export const Crowd: Story = {
  args: { verdicts: crowdedBoard(200) },
  parameters: { own: ['width'] },
  render: inFull,
};
/** A release without a goal. */
export const Empty: Story = { args: { verdicts: boardOf([]) } };
/** A page leaves parts out. */
export const Hidden: Story = { args: { verdicts: parkBoard, hide: 'summary counts search order remarks' } };

export const Phone: Story = {
  args: { verdicts: parkBoard },
  parameters: { own: ['width'] },
  render: (args) => html`
    <div class="phone">${board(args)}</div>
  `,
};
export const Elder: Story = { args: { verdicts: parkBoard, elder: true }, parameters: { own: ['elder'] } };
export const English: Story = {
  args: { verdicts: everyBoard, lang: 'en' },
  parameters: { own: ['lang', 'width'] },
  render: inFull,
};
export const Dark: Story = { args: { verdicts: everyBoard }, globals: { theme: 'dark' } };

/** A bare tag waits for a script to set its input, for 20 seconds. */
export const Loading: Story = {};
export const Failed: Story = { args: { src: '/nowhere/verdicts.json' } };
/** The content of the tag stays where the file cannot be read. */
export const Fallback: Story = {
  args: {
    src: '/nowhere/verdicts.json',
    inside: html`
      <p>PCT专利申请量：71件，目标100件。</p>
    `,
  },
};
