import type { PublishedVerdict } from '@zj/metrics';
import { tellQuantities } from '../locale/number.js';
import type { KeptShape, Look } from './shape.js';
import { limitsOf } from './kept.js';
import { grainOf, namePeriod } from './period-grain.js';
import { drawPeriods } from './periods.js';
import { gaugeFace } from './book.js';

/** So many broken periods are named on the card; the detail has them all. */
const named = 2;

/** The shape of a limit that holds in each period: how many kept it, the newest of them, and those that broke it. */
export function limitShape(verdict: PublishedVerdict, { locale, appearance = 'arc' }: Look): KeptShape {
  const { unit, periods = [], breaches = [], bound } = verdict;
  const face = gaugeFace(locale);
  const limits = limitsOf(verdict);
  const known = periods.filter(({ value }) => value !== null);
  const { tell, unitOf } = tellQuantities(
    unit,
    [...periods.map(({ value }) => value), limits?.low ?? null, limits?.high ?? null],
    locale,
  );
  const quantity = (figure: number | null): string =>
    figure === null ? '' : tell(figure) + unitOf(tell(figure));
  const grain = grainOf(verdict);
  const name = namePeriod(verdict, face);
  const kept = known.length - breaches.length;
  const limit = limits ? face.limit(quantity(limits.low), quantity(limits.high), grain) : '';
  const headline =
    known.length > 0 ? ([`${kept}`, face.keptOf(known.length, grain)] as const) : (['—', ''] as const);
  const isDrawn = periods.length > 0 && appearance !== 'number';
  const newest = breaches.slice(-named).map(({ date, value, provisional }) => {
    const figure = tell(value) + (provisional ? face.provisional : '');
    return [name(date, false), figure] as const;
  });
  const side = bound === 'at-most' ? 'above' : bound === 'at-least' ? 'below' : 'outside';
  return {
    scale: isDrawn ? 'periods' : 'words',
    drawing: isDrawn
      ? drawPeriods(periods, {
          tell,
          name: ({ date }) => name(date, true),
          provisional: face.provisionalBriefly,
        })
      : ['svg', {}],
    figure: headline,
    quantity: [limit, ''],
    inside: [false, false],
    ends: ['', ''],
    beyond: { below: [], above: [] },
    marks: { schedule: false, forecast: false },
    meter: {
      now: kept,
      min: 0,
      max: Math.max(known.length, 1),
      text: [known.length > 0 ? headline.join('') : '', limit].filter(Boolean).join(face.comma) || '—',
    },
    pace: newest.length > 0 ? face.breaches(newest, breaches.length - newest.length, side) : '',
  };
}
