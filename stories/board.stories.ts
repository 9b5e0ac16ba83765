import type { PublishedTasks } from '@zj/metrics';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { longTasks, parkTasks, singleTask, unreportedTasks } from './boards.js';

interface BoardArgs {
  readonly tasks?: PublishedTasks;
  readonly src?: string;
  readonly label?: string;
  readonly hide?: string;
  readonly elder?: boolean;
  readonly lang?: string;
  readonly inside?: TemplateResult;
}

function board(args: BoardArgs): TemplateResult {
  return html`
    <zj-task-board
      src=${args.src ?? nothing}
      label=${args.label ?? nothing}
      hide=${args.hide ?? nothing}
      lang=${args.lang ?? nothing}
      ?elder=${args.elder}
      .tasks=${args.tasks}
    >
      ${args.inside ?? nothing}
    </zj-task-board>
  `;
}

/** The tasks of a plan and their measures, with the states that those responsible report. */
const meta: Meta<BoardArgs> = {
  title: 'Board/States',
  component: 'zj-task-board',
  parameters: { controls: { include: ['label', 'hide', 'elder', 'lang', 'tasks'] } },
  render: board,
};
export default meta;

type Story = StoryObj<BoardArgs>;

/** Every state, and tasks on which nobody has reported. */
export const AllStates: Story = { args: { tasks: parkTasks() } };
/** One task without measures. */
export const OneTask: Story = { args: { tasks: singleTask() } };
/** Long titles, and eleven measures each. */
export const LongTitles: Story = { args: { tasks: longTasks() } };
/** Nobody has reported yet: no task is late for that. */
export const Unreported: Story = { args: { tasks: unreportedTasks() } };
/** A plan without areas. */
export const Empty: Story = { args: { tasks: parkTasks({ areas: [], safeguards: [] }) } };
/** Rows of the reports that are wrong do not count, which the element says. */
export const RejectedRows: Story = {
  args: { tasks: parkTasks({ rows: { read: 120, kept: 117, rejected: 3 }, demo: false }) },
};
/** A page leaves parts out. */
export const Hidden: Story = { args: { tasks: parkTasks(), hide: 'counts safeguards remarks' } };

export const Phone: Story = {
  args: { tasks: parkTasks() },
  parameters: { own: ['width'] },
  render: (args) => html`
    <div class="phone">${board(args)}</div>
  `,
};
export const Elder: Story = { args: { tasks: parkTasks(), elder: true }, parameters: { own: ['elder'] } };
export const English: Story = { args: { tasks: parkTasks(), lang: 'en' }, parameters: { own: ['lang'] } };
export const Dark: Story = { args: { tasks: parkTasks() }, globals: { theme: 'dark' } };

/** A bare tag waits for a script to set its input, for 20 seconds. */
export const Loading: Story = {};
export const Failed: Story = { args: { src: '/nowhere/tasks.json' } };
/** The content of the tag stays where the file cannot be read. */
export const Fallback: Story = {
  args: {
    src: '/nowhere/tasks.json',
    inside: html`
      <p>10项任务，已完成3项。</p>
    `,
  },
};
