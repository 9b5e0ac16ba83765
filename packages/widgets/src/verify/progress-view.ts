import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../locale/locale.js';
import { formatNumber } from '../locale/number.js';
import { verifyWords } from './book.js';
import type { Stage } from './run.js';

type Running = Extract<Stage, { readonly kind: 'running' }>;

/** How far a verification has come, in words. */
export function tellProgress({ progress, step }: Running, locale: Locale): string {
  const words = verifyWords(locale);
  const count = (value: number): string => formatNumber(value, 0, locale);
  if (step)
    return `${words.steps(count(step.done), count(step.total))} · ${words.kinds[step.kind]} ${step.name}`;
  if (!progress) return words.starting;
  const { step: stage, loaded, total } = progress;
  return words.progress(
    stage,
    tellBytes(loaded, locale),
    total === undefined ? '' : tellBytes(total, locale),
  );
}

/** A bar, and the words beside it. */
export function progressView(stage: Running, locale: Locale): TemplateResult {
  const { progress, step } = stage;
  const [value, max] = step ? [step.done, step.total] : [progress?.loaded, progress?.total];
  const words = tellProgress(stage, locale);
  return html`
    <div part="progress" class="way">
      <div>
        ${
          value === undefined || max === undefined
            ? html`
                <progress aria-label=${words}></progress>
              `
            : html`
                <progress aria-label=${words} .value=${value} .max=${Math.max(max, 1)}></progress>
              `
        }
      </div>
      <p>${words || nothing}</p>
    </div>
  `;
}

/** Bytes as kB or MB. */
export function tellBytes(bytes: number, locale: Locale): string {
  return bytes < 1e6
    ? `${formatNumber(Math.ceil(bytes / 1e3), 0, locale)} kB`
    : `${formatNumber(bytes / 1e6, 1, locale)} MB`;
}
