import {
  formatShare,
  roundFigure,
  statusWord,
  type GoalVerification,
  type Parameter,
  type PublishedVerdict,
  type Sentence,
} from '@zj/metrics';
import { isKept, say } from '@zj/metrics/internal';
import type { Table } from '../command.js';
import { formatFigure, formatTarget } from '../publish/summary.js';

/** The figures of one goal, a line each: as published, as computed again, and whether they are equal. */
export function tabulateGoal({ published, recomputed, differences }: GoalVerification): Table {
  const tell = (verdict: PublishedVerdict | null, figure: Figure['tell']): Parameter =>
    verdict ? figure(verdict) : '–';
  const rows = figures.map(({ name, fields, tell: figure }) => {
    // A goal that one side does not have differs as a whole.
    const equal = !differences.some((one) => one === 'goal' || fields.includes(one as Field));
    return [
      equal ? say`equal` : say`NOT EQUAL`,
      name,
      tell(published, figure),
      tell(recomputed, figure),
    ] as const;
  });
  return { rows: [[say`result`, say`figure`, say`published`, say`computed`], ...rows], right: [2, 3] };
}

type Field = keyof PublishedVerdict;

interface Figure {
  readonly name: Sentence;
  /** The fields of a verdict that it is made of. */
  readonly fields: readonly Field[];
  readonly tell: (verdict: PublishedVerdict) => Parameter;
}

const figures: readonly Figure[] = [
  { name: say`value`, fields: ['actual', 'periods', 'breaches'], tell: ({ actual }) => formatFigure(actual) },
  { name: say`baseline`, fields: ['baseline'], tell: ({ baseline }) => formatFigure(baseline) },
  { name: say`target`, fields: ['target', 'bound', 'range', 'formula'], tell: (one) => formatTarget(one) },
  { name: say`attainment`, fields: ['attainment'], tell: ({ attainment }) => share(attainment) },
  {
    name: say`schedule`,
    fields: ['schedule', 'otherSchedules'],
    tell: ({ schedule }) => share(schedule?.expected ?? null),
  },
  {
    name: say`status`,
    fields: ['status', 'reason', 'thresholds'],
    tell: (one) => `${one.status} ${statusWord(one.status, one.qualifier, isKept(one)).zh}`,
  },
  { name: say`forecast`, fields: ['forecast', 'forecasts'], tell: ({ forecast }) => told(forecast) },
  {
    name: say`still needed`,
    fields: ['needed'],
    tell: ({ needed }) => (needed ? formatFigure(needed.total) : '–'),
  },
  {
    name: say`published methods`,
    fields: ['methods', 'published'],
    tell: ({ methods }) => String(methods.length),
  },
];

function share(figure: number | null): string {
  return figure === null ? '–' : formatShare(figure);
}

/** A forecast with its interval: `84.5 (79–91)`. */
function told(forecast: PublishedVerdict['forecast']): string {
  if (!forecast) return '–';
  const { point, interval } = forecast;
  const [low, high] = (interval ?? []).map((figure) => roundFigure(figure, 4));
  return low === undefined ? formatFigure(point) : `${formatFigure(point)} (${low}–${high})`;
}
