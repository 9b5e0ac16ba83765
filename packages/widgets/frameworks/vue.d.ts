// Written from the manifest by "npm run manifest": the tags of @zj/widgets in Vue's templates.
// Types alone: import '@zj/widgets/vue' in one file of a project.
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { ZjGoalGauge } from '@zj/widgets';

/** What Vue knows of every element, and of this one. */
type Tag<Element, Props, Events> = new () => Element & {
  $props: Props & Omit<HTMLAttributes, keyof Props> & PublicProps;
  $emit: EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;
};

/** How one goal stands: attainment, target, schedule and status, with the reason, the clause, the source and the query behind them. It reads a release (`src` and `goal`), or stands alone (`value`, `target`, …). Until its first figures it shows the content of its tag. Without any it goes on showing that, marked stale. */
export interface ZjGoalGaugeProps {
  /** Address of a release's verdicts.json. */
  src?: ZjGoalGauge['src'] | null | undefined;
  /** Which goal of it. */
  goal?: ZjGoalGauge['goal'] | null | undefined;
  /** The SHA-256 of the file at `src`, as `sha256-…` in Base64: any other file is refused. It cites one release, and is read once. */
  integrity?: ZjGoalGauge['integrity'] | null | undefined;
  /** After how many minutes the gauge looks again for newer figures: once the page is seen again or the network is back, and with a number also while it stays in sight. Without it, 10. */
  refresh?: number | `${number}` | 'never' | null | undefined;
  /** How it is drawn: a dial that opens downward (`arc`, the default), a full circle, a bar, or as its figure alone. Small counts are drawn as segments. */
  appearance?: ZjGoalGauge['appearance'] | null | undefined;
  /** A smaller drawing and fewer lines, for tables and side columns. */
  compact?: ZjGoalGauge['compact'] | null | undefined;
  /** Larger type, higher contrast, larger targets (长辈版). */
  elder?: ZjGoalGauge['elder'] | null | undefined;
  /** Stand-alone: the actual figure, at most 10¹⁵. Empty: nothing reported. */
  value?: ZjGoalGauge['value'] | null | undefined;
  /** Stand-alone: the figure to reach. */
  target?: ZjGoalGauge['target'] | null | undefined;
  /** Stand-alone: where a level stood at the start; below it, a target is a decrease. */
  baseline?: ZjGoalGauge['baseline'] | null | undefined;
  /** Stand-alone: 亿元, 件, billion yuan, applications. */
  unit?: ZjGoalGauge['unit'] | null | undefined;
  /** Stand-alone: the name of the goal. With `src`, the name until the release is read. */
  label?: ZjGoalGauge['label'] | null | undefined;
  /** Stand-alone: first day of the period, 2026-01-01. */
  start?: ZjGoalGauge['start'] | null | undefined;
  /** Stand-alone: last day of the period. */
  end?: ZjGoalGauge['end'] | null | undefined;
  /** Stand-alone: the day up to which the figure counts, with `start` and `end`; without it there is no schedule, which is said. `asof`, as some frameworks write it, is the same. */
  asOf?: ZjGoalGauge['asOf'] | null | undefined;
  /** Stand-alone: the figure counts things; a small target is judged by probability. */
  count?: ZjGoalGauge['count'] | null | undefined;
  /** The attribute `refresh`, as a property: minutes, or `never`. */
  refreshAfter?: ZjGoalGauge['refreshAfter'] | null | undefined;
  /** A verdict to show, or a goal that is withheld; wins over all attributes. */
  verdict?: ZjGoalGauge['verdict'] | null | undefined;
}

export interface ZjGoalGaugeEvents {
  /** Other figures are shown. */
  'zj-verdict-changed': GlobalEventHandlersEventMap['zj-verdict-changed'];
  /** An attribute cannot be read (`ATTRIBUTE`), or the release cannot (`RELEASE`), it has no such goal (`UNKNOWN_NAME`), the gauge has a fault of its own (`FAULT`), or `zj.js` cannot load its file (`PART`). */
  'zj-failed': GlobalEventHandlersEventMap['zj-failed'];
}

declare module 'vue' {
  interface HTMLAttributes {
    /** The slot of an element that this stands in. */
    slot?: string | undefined;
  }
  interface GlobalComponents {
    'zj-goal-gauge': Tag<ZjGoalGauge, ZjGoalGaugeProps, ZjGoalGaugeEvents>;
  }
}
