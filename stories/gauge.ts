import type { PublishedVerdict, WithheldGoal } from '@zj/metrics';
import { html, nothing, type TemplateResult } from 'lit';

/** The input of a story's gauge: its attributes by name, its property, and the content of its tag. */
export interface GaugeArgs {
  readonly verdict?: PublishedVerdict | WithheldGoal;
  readonly src?: string;
  readonly goal?: string;
  readonly integrity?: string;
  readonly refresh?: number | string;
  readonly label?: string;
  /** Empty: nothing is reported. */
  readonly value?: number | string;
  readonly target?: number | string;
  readonly bound?: 'at-least' | 'at-most';
  readonly range?: string;
  readonly baseline?: number | string;
  readonly unit?: string;
  readonly start?: string;
  readonly end?: string;
  readonly 'as-of'?: string;
  readonly count?: boolean;
  readonly appearance?: 'arc' | 'ring' | 'linear' | 'number' | '';
  readonly compact?: boolean;
  readonly hide?: readonly string[];
  readonly elder?: boolean;
  readonly lang?: string;
  readonly inside?: TemplateResult;
}

/** An attribute that is left out where its control is empty. */
const optional = (given: number | string | undefined): number | string | typeof nothing =>
  given === '' ? nothing : (given ?? nothing);

/** The tag of a gauge. */
export function gauge(args: GaugeArgs): TemplateResult {
  return html`
    <zj-goal-gauge
      src=${optional(args.src)}
      goal=${optional(args.goal)}
      integrity=${optional(args.integrity)}
      refresh=${optional(args.refresh)}
      label=${optional(args.label)}
      value=${args.value ?? nothing}
      target=${optional(args.target)}
      bound=${optional(args.bound)}
      range=${optional(args.range)}
      baseline=${optional(args.baseline)}
      unit=${optional(args.unit)}
      start=${optional(args.start)}
      end=${optional(args.end)}
      as-of=${optional(args['as-of'])}
      ?count=${args.count}
      appearance=${optional(args.appearance)}
      ?compact=${args.compact}
      hide=${optional(args.hide?.join(' '))}
      ?elder=${args.elder}
      lang=${optional(args.lang)}
      .verdict=${args.verdict}
    >
      ${args.inside}
    </zj-goal-gauge>
  `;
}

/** Gauges beside each other, as many as there is room for. */
export function row(...gauges: readonly GaugeArgs[]): TemplateResult {
  return html`
    <div class="row">${gauges.map(gauge)}</div>
  `;
}

/** The controls of a gauge that shows a verdict. */
export const looks = { controls: { include: ['appearance', 'compact', 'hide', 'elder', 'lang', 'verdict'] } };
