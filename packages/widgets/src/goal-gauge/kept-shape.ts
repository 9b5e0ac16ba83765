import { differenceUnit, type PublishedVerdict } from '@zj/metrics';
import { textWidth } from '../drawing/text-width.js';
import type { Tree } from '../drawing/tree.js';
import { tellQuantities } from '../locale/number.js';
import type { KeptShape, Look, Meter } from './shape.js';
import { isNewer, isKept, isUsedUp, limitsOf } from './kept.js';
import { limitShape } from './limit-shape.js';
import { pen as usual } from './pen.js';
import { drawRuler } from './ruler.js';
import { rulerScale } from './ruler-scale.js';
import { gaugeFace } from './book.js';

/**
 * The shape of a bound, a range, an average or a limit: its figure, its limits in words, a ruler, and how far inside the limit
 * the figure is. Of a kind that is newer than this script, the figure alone. `undefined` for a goal with a way.
 */
export function keptShape(verdict: PublishedVerdict, look: Look): KeptShape | undefined {
  if (!isKept(verdict.kind) && !isNewer(verdict.kind)) return undefined;
  const { actual, unit, schedule, count } = verdict;
  if (verdict.kind === 'each-period') return limitShape(verdict, look);
  const { locale, appearance = 'arc', pen = usual } = look;
  const face = gaugeFace(locale);
  const limits = limitsOf(verdict);
  const scale = limits && rulerScale({ ...limits, actual, isSum: isUsedUp(verdict), isCount: count });
  const { tell, unitOf } = tellQuantities(
    unit,
    [actual, ...(limits ? [limits.low, limits.high, scale!.from, scale!.to] : [verdict.target])],
    locale,
  );
  const quantity = (figure: number | null): string =>
    figure === null ? '' : tell(figure) + unitOf(tell(figure));
  const main = actual === null ? '—' : tell(actual);
  const rest = actual === null ? '' : unitOf(main);
  const kept = limits
    ? face.limit(quantity(limits.low), quantity(limits.high), verdict.kind === 'average' ? 'average' : '')
    : '';
  // Once the ceiling is exceeded or the period over, the schedule tells nothing.
  const running = !/achieved|missed/.test(verdict.status);
  const due = limits && schedule && running ? schedule.expected * limits.high! : null;
  const isDrawn = scale !== null && appearance !== 'number';
  const drawing: Tree = isDrawn
    ? drawRuler({ ...limits!, scale, actual, due, word: face.due, tell, pen })
    : ['svg', {}];
  return {
    scale: isDrawn ? 'ruler' : 'words',
    drawing,
    // A long unit stands with the limit alone.
    figure: [main, textWidth(rest) <= 3.5 && textWidth(main) + textWidth(rest) / 2 < 4.6 ? rest : ''],
    quantity: [kept, ''],
    inside: [false, false],
    ends: ['', ''],
    beyond: { below: [], above: [] },
    marks: { schedule: isDrawn && due !== null, forecast: false },
    meter: meterOf(actual, scale, [main + rest, kept].filter((text) => /[^—]/.test(text)).join(face.comma)),
    pace: tellMargin(verdict, look),
  };
}

function meterOf(
  actual: number | null,
  scale: { readonly from: number; readonly to: number } | null,
  text: string,
): Meter {
  const now = actual ?? scale?.from ?? 0;
  return {
    now,
    min: Math.min(scale?.from ?? 0, now),
    max: Math.max(scale?.to ?? 0, now),
    text: text || '—',
  };
}

/** The parts of a verdict that say how it stands to its limit. */
type Told = Pick<
  PublishedVerdict,
  'kind' | 'bound' | 'range' | 'target' | 'actual' | 'margin' | 'unit' | 'averaged' | 'schedule'
>;

/** How far inside its limit a figure is; of a ceiling on a sum, how much of it is used. */
export function tellMargin(verdict: Told, { locale }: Pick<Look, 'locale'>): string {
  const limits = limitsOf(verdict);
  const { actual, margin, unit, averaged, schedule } = verdict;
  const face = gaugeFace(locale);
  if (!limits || actual === null || margin == null) return '';
  if (schedule && margin >= 0)
    return face.used(face.share(schedule.expected + schedule.gap), face.share(schedule.expected));
  const { low, high } = limits;
  const { tell, unitOf } = tellQuantities(differenceUnit(unit), [margin, actual, low, high], locale);
  const by = tell(Math.abs(margin));
  const isAbove = high === null ? margin > 0 : low === null ? margin < 0 : actual > high;
  const side = low === null ? 'ceiling' : high === null ? 'floor' : 'range';
  const isInside = margin === 0 || (side === 'range' && margin > 0);
  return (
    face.margin(isInside ? '' : by + unitOf(by), side, isAbove) +
    (averaged ? face.comma + face.averaged(averaged.periods, averaged.of) : '')
  );
}
