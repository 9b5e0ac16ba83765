// Runs in the browser: every story on one page, each in a section of its own.
import { setProjectAnnotations } from '@storybook/web-components-vite';
import { composeStories } from 'storybook/preview-api';
import type { ZjGoalGauge } from '@zj/widgets';
import type { PublishedVerdict } from '@zj/metrics';
import preview from '../../.storybook/preview.js';
import { compare, reduce } from './compare.js';

/** A module of stories, as it is imported. */
export interface StoryModule {
  readonly default: { readonly title?: string };
}

/** A story that can be shown. */
export interface Listed {
  readonly id: string;
  readonly title: string;
  readonly name: string;
}

/** The state of a story's gauge, by its attributes and events. */
export interface Told {
  readonly lang: 'zh' | 'en';
  readonly status: string | null;
  readonly loading: boolean;
  readonly fallback: boolean;
  readonly verdict: PublishedVerdict | null;
  readonly error: string | null;
}

interface Composed {
  readonly id: string;
  readonly run: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

const stories = new Map<string, Composed>();
const listed: Listed[] = [];
const verdicts = new WeakMap<EventTarget, PublishedVerdict>();
const errors = new WeakMap<EventTarget, string>();

/** The functions that a test calls in the page. */
export const page = {
  listed,
  compare,
  reduce,

  /** Shows a story below all others, in a section of that name, until each of its gauges is settled. */
  async show(id: string, name = id, width?: number): Promise<void> {
    const section = document.createElement('section');
    section.id = name;
    if (width) section.style.width = `${width}px`;
    document.querySelector('main')!.append(section);
    await stories.get(id)!.run({ canvasElement: section });
    const gauges = [...section.querySelectorAll<ZjGoalGauge>('zj-goal-gauge')];
    await Promise.all(gauges.map((gauge) => settle(gauge)));
  },

  /** Shows every story; returns the failure of each, if any. All at once, since Storybook waits a while after each. */
  showAll(): Promise<[id: string, failure: string][]> {
    return Promise.all(
      listed.map(({ id }) =>
        page.show(id).then(
          (): [string, string] => [id, ''],
          (error: unknown): [string, string] => [id, String(error)],
        ),
      ),
    );
  },

  /** The states of a story's gauges, in the order of the document. */
  told(id: string): Told[] {
    const gauges = document.getElementById(id)!.querySelectorAll<ZjGoalGauge>('zj-goal-gauge');
    return [...gauges].map((gauge) => ({
      lang: gauge.closest('[lang]')!.getAttribute('lang')!.startsWith('zh') ? 'zh' : 'en',
      status: gauge.getAttribute('status'),
      loading: gauge.hasAttribute('loading'),
      fallback: [...gauge.children].some((child) => !child.slot),
      verdict: verdicts.get(gauge) ?? null,
      error: errors.get(gauge) ?? null,
    }));
  },
};

async function settle(gauge: ZjGoalGauge): Promise<void> {
  await gauge.updateComplete;
  while (gauge.src && !gauge.hasAttribute('status') && !gauge.hasAttribute('failed')) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await gauge.updateComplete;
  }
}

/** Takes the stories of modules, as Storybook composes them with its preview. */
export function take(modules: readonly StoryModule[]): void {
  const project = setProjectAnnotations(preview);
  for (const module of modules) {
    const composed = composeStories(module as never, project) as Readonly<Record<string, Composed>>;
    for (const [name, story] of Object.entries(composed)) {
      stories.set(story.id, story);
      listed.push({ id: story.id, title: module.default.title!, name });
    }
  }
}

document.addEventListener('zj-verdict-changed', (event) => {
  const { detail } = event as CustomEvent<{ readonly verdict: PublishedVerdict }>;
  verdicts.set(event.target!, detail.verdict);
});
document.addEventListener('zj-failed', (event) => {
  const { detail } = event as CustomEvent<{ readonly message: string }>;
  errors.set(event.target!, detail.message);
});

declare global {
  var storyPage: typeof page;
}
globalThis.storyPage = page;
