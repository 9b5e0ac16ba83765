// Runs in the browser: every story on one page, each in a section of its own.
import { setProjectAnnotations } from '@storybook/web-components-vite';
import { composeStories } from 'storybook/preview-api';
import type { ZjBreakdownChart, ZjGoalGauge, ZjTrendChart } from '@zj/widgets';
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

/** The data that a story's chart shows, and its state. */
export interface ChartTold {
  readonly tag: string;
  readonly lang: 'zh' | 'en';
  /** The head of its CSV; empty where it shows no figures. */
  readonly columns: readonly string[];
  readonly summary: string;
  readonly loading: boolean;
  readonly withheld: boolean;
  readonly fallback: boolean;
  readonly error: string | null;
}

type Chart = ZjTrendChart | ZjBreakdownChart;

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
    const shown = [...section.querySelectorAll<ZjGoalGauge | Chart>(`zj-goal-gauge, ${charts}`)];
    await Promise.all([...shown.map((one) => settle(one)), ...[...section.querySelectorAll(rows)].map(calm)]);
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

  /** The states of a story's charts, in the order of the document. */
  charts(id: string): Promise<ChartTold[]> {
    const all = [...document.getElementById(id)!.querySelectorAll<Chart>(charts)].map(
      async (chart): Promise<ChartTold> => ({
        tag: chart.localName,
        lang: chart.closest('[lang]')!.getAttribute('lang')!.startsWith('zh') ? 'zh' : 'en',
        columns: chart.shown ? (await chart.toCsv()).slice(1).split('\r\n')[0]!.split(',') : [],
        summary: chart.shadowRoot!.querySelector('[part=summary]')?.textContent ?? '',
        loading: chart.hasAttribute('loading'),
        withheld: chart.hasAttribute('withheld'),
        fallback: [...chart.children].some((child) => !child.slot),
        error: errors.get(chart) ?? null,
      }),
    );
    return Promise.all(all);
  },
};

const charts = 'zj-trend-chart, zj-breakdown-chart';
const rows = 'zj-data-table, zj-filter, zj-tier-ladder, zj-task-board, zj-goal-board, zj-verify';

/** Rows and counts are answers, which come some frames later; one that waits for ever is calm, too. */
async function calm({ shadowRoot }: Element): Promise<void> {
  for (let frame = 0, still = 0; still < 6 && frame < 60; frame++) {
    await new Promise(requestAnimationFrame);
    still = shadowRoot!.querySelector('.pending, [aria-busy=true]') ? 0 : still + 1;
  }
}

/** A chart is painted when its room is known, which a frame after its first update tells. */
async function settle(element: ZjGoalGauge | Chart): Promise<void> {
  await element.updateComplete;
  const isRead = (): boolean =>
    !element.hasAttribute('loading') ||
    !(element.getAttribute('src') ?? element.closest('zj-source[manifest]'));
  while (!isRead()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await element.updateComplete;
  }
  if (!element.matches(charts)) return;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await element.updateComplete;
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
