import '@zj/widgets/react';
import type { PublishedVerdict, WithheldGoal, ZjGoalGauge } from '@zj/widgets';
import { useEffect, useRef, type JSX } from 'react';

type Attributes = Omit<JSX.IntrinsicElements['zj-goal-gauge'], 'children' | 'ref' | 'verdict'>;

interface GaugeProps extends Attributes {
  readonly verdict?: PublishedVerdict | WithheldGoal | null;
  /** What stands inside the tag, as HTML that `gaugeHtml` wrote on the server. The browser gives none: it stays. */
  readonly fallback?: string | undefined;
  readonly onVerdictChanged?: (verdict: PublishedVerdict) => void;
}

/**
 * A gauge for pages that a server renders. When React takes over such a page, it sets no property of a custom element and listens
 * to none of its events, so both are done here.
 */
export function Gauge({ verdict, fallback = '', onVerdictChanged, ...attributes }: GaugeProps) {
  const ref = useRef<ZjGoalGauge>(null);

  // Kept where the element is not defined yet.
  useEffect(() => {
    ref.current!.verdict = verdict;
  }, [verdict]);

  useEffect(() => {
    const gauge = ref.current!;
    const tell = () => gauge.shown && onVerdictChanged?.(gauge.shown);
    // What was shown before anyone listened.
    tell();
    gauge.addEventListener('zj-verdict-changed', tell);
    return () => gauge.removeEventListener('zj-verdict-changed', tell);
  }, [onVerdictChanged]);

  return (
    <zj-goal-gauge
      {...attributes}
      ref={ref}
      // The gauge sets attributes of its own, and the text inside is the server's.
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: fallback }}
    />
  );
}
