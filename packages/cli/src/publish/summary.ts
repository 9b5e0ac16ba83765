import {
  formatShare,
  roundFigure,
  statusWord,
  type Manifest,
  type PublishedDataset,
  type PublishedVerdict,
} from '@zj/metrics';
import { formatUnit } from '@zj/metrics/internal';
import { formatCount, formatSize, widthOf } from '../terminal.js';

/** What became of each dataset, a line each. */
export function summariseDatasets(datasets: readonly PublishedDataset[]): readonly string[] {
  return layOut(
    datasets.map(({ contract, rows, published, cube }) => [
      contract.id,
      `${formatCount(rows.kept)} of ${formatCount(rows.read)} rows kept`,
      cube
        ? `${formatCount(published)} cells published (${formatCount(cube.merged)} of ${formatCount(cube.cells)} merged to be safe)`
        : `${formatCount(published)} rows published`,
    ]),
  );
}

/** The judged goals, a line each below a header. */
export function summariseGoals(verdicts: readonly PublishedVerdict[]): readonly string[] {
  const rows = verdicts.map(({ goal, actual, target, unit, attainment, status, qualifier }) => [
    goal,
    formatFigure(actual),
    formatFigure(target),
    formatUnit(unit),
    attainment === null ? '–' : formatShare(attainment),
    `${status} ${statusWord(status, qualifier).zh}`,
  ]);
  return layOut([['goal', 'value', 'target', 'unit', 'attainment', 'status'], ...rows], [1, 2, 4]);
}

/** The files of a release with their sizes. */
export function summariseFiles({ files }: Manifest, manifestBytes: number): readonly string[] {
  const all = [files.database, files.verdicts, { path: 'manifest.json', bytes: manifestBytes }];
  return layOut(
    all.map(({ path, bytes }) => [path, formatSize(bytes)]),
    [1],
  );
}

/** At most four decimals; the release has them all. */
function formatFigure(figure: number | null): string {
  return figure === null ? '–' : String(roundFigure(figure, 4));
}

/** Rows in columns; those at `right` are set to the right. */
export function layOut(rows: readonly (readonly string[])[], right: readonly number[] = []): readonly string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]!)))) ?? [];
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const blank = ' '.repeat(widths[column]! - widthOf(cell));
      return right.includes(column) ? blank + cell : cell + blank;
    });
    return `  ${cells.join('  ').trimEnd()}`;
  });
}
