import type { PublishedVerdict } from '@zj/metrics';
import { gaugeShape } from './gauge-shape.js';
import type { GaugeShape, Look } from './shape.js';
import { isVerdict, isWithheld } from './valid.js';
import { blankShape, withheldShape } from './withheld.js';
import type { Failure } from '../element/failure.js';
import { judgeAlone, textOf, type Finding } from './stand-alone.js';
import { gaugeFace } from './book.js';

/** The figures that were found, with their shape. The verdict is valid. */
export interface Drawn extends Finding {
  readonly verdict?: PublishedVerdict | undefined;
  /** None while nothing is known. */
  readonly shape?: GaugeShape | undefined;
}

/**
 * The shape of the figures that were found. Data without a shape are a failure. A withheld goal shows no figure, whatever else
 * its data say.
 */
export function drawFinding({ withheld, verdict, ...found }: Finding, look: Look): Drawn {
  if (withheld)
    return isWithheld(withheld) ? { ...found, shape: withheldShape(withheld, look) } : invalid(found);
  if (!verdict) return found;
  if (!isVerdict(verdict)) return invalid(found);
  const shape = gaugeShape(verdict, look);
  const pace = found.remark?.(gaugeFace(look.locale)) ?? shape.pace;
  return { ...found, verdict, shape: { ...shape, pace } };
}

function invalid({ source }: Finding): Drawn {
  return { source, failure: { code: 'RELEASE', message: (face) => face.malformed('verdict') } };
}

/** The shape while nothing is known, except perhaps a name. For a gauge with a fault of its own, a shape that needs no data. */
export function waiting(label: unknown, look: Look, failure?: Failure): GaugeShape {
  if (failure?.code === 'FAULT') return blankShape(textOf(label), look);
  const shape = gaugeShape(judgeAlone({ label }).verdict!, look);
  return { ...shape, meter: { ...shape.meter, text: gaugeFace(look.locale).loading } };
}
