import type { PublishedVerdict } from '@zj/metrics';
import { elements } from '../element/release.js';
import { findSource } from '../element/source.js';

/** The verdicts that the gauges of a source show, each once: the figures on the page are the verified ones. */
export function shownInside(element: Element, goal: string): readonly PublishedVerdict[] {
  const source = findSource(element);
  const shown = [...elements.keys()].flatMap((one): readonly PublishedVerdict[] => {
    const { shown: verdict } = one as { readonly shown?: unknown };
    return isVerdict(verdict) && findSource(one as unknown as Element) === source ? [verdict] : [];
  });
  const wanted = shown.filter((one) => goal === '' || one.goal === goal);
  return [...new Map(wanted.map((verdict) => [JSON.stringify(verdict), verdict])).values()];
}

/** Charts show series, gauges verdicts. */
function isVerdict(shown: unknown): shown is PublishedVerdict {
  return typeof shown === 'object' && shown !== null && 'goal' in shown && 'status' in shown;
}
