import {
  formatShare,
  roundFigure,
  statusWord,
  type Manifest,
  type PublishedDataset,
  type PublishedVerdict,
} from '@zj/metrics';
import { formatUnit, isKept, say } from '@zj/metrics/internal';
import type { Table } from '../command.js';
import { formatCount, formatSize } from '../terminal.js';

/** The outcome of each dataset, a line each. */
export function summariseDatasets(datasets: readonly PublishedDataset[]): Table {
  return {
    rows: datasets.map(({ contract, rows, published, cube }) => [
      contract.id,
      say`${formatCount(rows.kept)} of ${formatCount(rows.read)} rows kept`,
      cube
        ? say`${formatCount(published)} cells published (${formatCount(cube.merged)} of ${formatCount(cube.cells)} merged to be safe)`
        : say`${formatCount(published)} rows published`,
    ]),
  };
}

/** The judged goals, a line each below a header. */
export function summariseGoals(verdicts: readonly PublishedVerdict[]): Table {
  const rows = verdicts.map((verdict) => {
    const { goal, actual, unit, attainment, status, qualifier } = verdict;
    return [
      goal,
      formatFigure(actual),
      formatTarget(verdict),
      formatUnit(unit),
      attainment === null ? '–' : formatShare(attainment),
      `${status} ${statusWord(status, qualifier, isKept(verdict)).zh}`,
    ];
  });
  const header = [say`goal`, say`value`, say`target`, say`unit`, say`attainment`, say`status`];
  return { rows: [header, ...rows], right: [1, 2, 4] };
}

/** The files of a release with their sizes. */
export function summariseFiles({ files }: Manifest, manifestBytes: number): Table {
  const { goals = [], metrics = [] } = files.series ?? {};
  const series = [...goals, ...metrics];
  const boards = [files.ladder, files.tasks].filter((file) => file !== undefined);
  const all = [
    files.database,
    files.verdicts,
    ...series,
    ...boards,
    { path: 'manifest.json', bytes: manifestBytes },
  ];
  return { rows: all.map(({ path, bytes }) => [path, formatSize(bytes)]), right: [1] };
}

/** The target, a bound as `≤ 5.5`, a range as `4.5–5.5`. */
export function formatTarget({ target, bound, range }: PublishedVerdict): string {
  if (range) return `${formatFigure(range.from)}–${formatFigure(range.to)}`;
  return bound ? `${bound === 'at-most' ? '≤' : '≥'} ${formatFigure(target)}` : formatFigure(target);
}

/** At most four decimals; the release has them all. */
export function formatFigure(figure: number | null): string {
  return figure === null ? '–' : String(roundFigure(figure, 4));
}
