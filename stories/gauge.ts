import type { PublishedVerdict, WithheldGoal } from '@zj/metrics';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/** The input of a story's gauge: its attributes by name, its property, and the content of its tag. */
export interface GaugeArgs {
  readonly verdict?: PublishedVerdict | WithheldGoal;
  readonly src?: string;
  readonly goal?: string;
  readonly label?: string;
  readonly value?: number | '';
  readonly target?: number;
  readonly baseline?: number;
  readonly unit?: string;
  readonly start?: string;
  readonly end?: string;
  readonly 'as-of'?: string;
  readonly count?: boolean;
  readonly appearance?: 'arc' | 'ring' | 'linear' | 'number';
  readonly compact?: boolean;
  readonly elder?: boolean;
  readonly lang?: string;
  readonly inside?: TemplateResult;
}

/** The tag of a gauge. */
export function gauge(args: GaugeArgs): TemplateResult {
  return html`
    <zj-goal-gauge
      src=${ifDefined(args.src)}
      goal=${ifDefined(args.goal)}
      label=${ifDefined(args.label)}
      value=${ifDefined(args.value)}
      target=${ifDefined(args.target)}
      baseline=${ifDefined(args.baseline)}
      unit=${ifDefined(args.unit)}
      start=${ifDefined(args.start)}
      end=${ifDefined(args.end)}
      as-of=${ifDefined(args['as-of'])}
      ?count=${args.count}
      appearance=${ifDefined(args.appearance)}
      ?compact=${args.compact}
      ?elder=${args.elder}
      lang=${ifDefined(args.lang)}
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
export const looks = { controls: { include: ['appearance', 'compact', 'elder', 'lang', 'verdict'] } };
