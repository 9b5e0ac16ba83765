// Written from the manifest by "npm run manifest": the tags of @zj/widgets in Vue's templates.
// Types alone: import '@zj/widgets/vue' in one file of a project.
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { ZjGoalGauge } from '@zj/widgets';

/** What Vue knows of every element, and of this one. */
type Tag<Element, Props, Events> = new () => Element & {
  $props: Props & Omit<HTMLAttributes, keyof Props> & PublicProps;
  $emit: EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;
};

/** The progress of one goal: attainment, target, schedule and status, with the reason, the clause, the source and the query. It reads a release (`src` and `goal`), or shows the figures of its tag (`value`, `target`, …). It shows the content of its tag until figures arrive. If none arrive, the content stays, marked stale. */
export interface ZjGoalGaugeProps {
  /** The address of the release's verdicts.json. */
  src?: ZjGoalGauge['src'] | null | undefined;
  /** The id of the goal in that file, such as `pct-applications`. */
  goal?: ZjGoalGauge['goal'] | null | undefined;
  /** The SHA-256 of the file at `src`, as `sha256-…` in Base64. Any other file is rejected. The file is read once. */
  integrity?: ZjGoalGauge['integrity'] | null | undefined;
  /** Minutes until the figures are old (default 10). The gauge reads old figures again when the page becomes visible or online. With a number, it also reads them while the page is visible. `never` disables this. */
  refresh?: number | `${number}` | 'never' | null | undefined;
  /** The drawing: a dial that opens downward (`arc`, the default), a full circle (`ring`), a bar (`linear`), or only the figure (`number`). Small counts are drawn as segments. */
  appearance?: ZjGoalGauge['appearance'] | null | undefined;
  /** A smaller drawing, without forecast, pace, source and end labels. They stay in the text for assistive technology. */
  compact?: ZjGoalGauge['compact'] | null | undefined;
  /** Left out of the card, and kept in the text for assistive technology: `forecast`, `source`, `through`, or several of them with spaces. */
  hide?: ZjGoalGauge['hide'] | null | undefined;
  /** Larger type, higher contrast, larger targets (长辈版). */
  elder?: ZjGoalGauge['elder'] | null | undefined;
  /** Stand-alone: the actual figure, at most 10¹⁵. Empty: not reported. */
  value?: ZjGoalGauge['value'] | null | undefined;
  /** Stand-alone: the target figure. */
  target?: ZjGoalGauge['target'] | null | undefined;
  /** Stand-alone: the target is to be kept, not reached: the figure stays at `target` or above it, or at `target` or below it. */
  bound?: ZjGoalGauge['bound'] | null | undefined;
  /** Stand-alone: the figure stays between two figures, both included, such as `4.5..5.5`. In place of `target`. */
  range?: ZjGoalGauge['range'] | null | undefined;
  /** Stand-alone: the level at the start. A target below the baseline is a decrease. */
  baseline?: ZjGoalGauge['baseline'] | null | undefined;
  /** Stand-alone: the unit, such as 亿元, 件, billion yuan, applications. */
  unit?: ZjGoalGauge['unit'] | null | undefined;
  /** Stand-alone: the name of the goal. With `src`: the name until the release is read. */
  label?: ZjGoalGauge['label'] | null | undefined;
  /** Stand-alone: the first day of the period, such as 2026-01-01. */
  start?: ZjGoalGauge['start'] | null | undefined;
  /** Stand-alone: the last day of the period. */
  end?: ZjGoalGauge['end'] | null | undefined;
  /** Stand-alone: the last day that the figure covers; use it with `start` and `end`. Without it, the gauge says that it has no schedule. `asof` is the same attribute. */
  asOf?: ZjGoalGauge['asOf'] | null | undefined;
  /** Stand-alone: the figure is a count of things. A small target is judged by probability. */
  count?: ZjGoalGauge['count'] | null | undefined;
  /** The attribute `refresh`, as a property: minutes, or `never`. */
  refreshAfter?: ZjGoalGauge['refreshAfter'] | null | undefined;
  /** The verdict or the withheld goal to show. It has priority over all attributes. */
  verdict?: ZjGoalGauge['verdict'] | null | undefined;
}

export interface ZjGoalGaugeEvents {
  /** The gauge shows new figures. */
  'zj-verdict-changed': GlobalEventHandlersEventMap['zj-verdict-changed'];
  /** `ATTRIBUTE`: an attribute is invalid. `RELEASE`: the release cannot be read. `UNKNOWN_NAME`: the release has no such goal. `FAULT`: the gauge has a bug. `PART`: `zj.js` cannot load the file of the element. */
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
