import { jsonPath, quote, type Path } from '../base/input.js';
import { problem, type Problem } from '../base/problem.js';
import { say } from '../base/sentence.js';
import { endOf, moveDay, steps } from '../query/period.js';
import type { MetricFigures, MetricLine, MetricSeries } from './series-file.js';

const again = say`Publish the release again: zj publish.`;

/** That the periods of a series follow each other, that no line stands in it twice, and that each list has an entry for each period. */
export function* checkMetricSeries({ grain, periods, lines, dimension }: MetricSeries): Generator<Problem> {
  for (const [i, { start, end, partial }] of periods.entries()) {
    const before = periods[i - 1];
    const follows = !before || start === moveDay(before.start, steps[grain]);
    const within = partial === undefined || (start <= partial && partial < end);
    if (follows && within && end === endOf(start, grain)) continue;
    const message = say`The period from ${start} to ${end} does not follow the one before it.`;
    yield problem({ code: 'series', where: jsonPath('periods', i), message, remedy: again });
  }
  const seen = new Set<string>();
  for (const [i, line] of lines.entries()) {
    const name = `${line.kind} ${line.member ?? ''}`;
    const isWhole = line.kind === 'total' || dimension !== undefined;
    if (seen.has(name) || !isWhole || (line.kind === 'member') !== (line.member !== undefined)) {
      const message = say`The line ${quote(name)} stands here for a second time, or without its dimension or member.`;
      yield problem({ code: 'series', where: jsonPath('lines', i), message, remedy: again });
    }
    seen.add(name);
    for (const [place, list] of listsOf(line)) {
      if (list.length === periods.length) continue;
      const message = say`The list has ${list.length} entries, and there are ${periods.length} periods.`;
      yield problem({ code: 'series', where: jsonPath('lines', i, ...place), message, remedy: again });
    }
  }
}

/** The lists of a line, each with its place in it. */
function listsOf({
  own,
  toDate,
  states,
  toDateStates,
}: MetricLine): readonly (readonly [Path, readonly unknown[]])[] {
  const figures = (key: string, all: MetricFigures | undefined) =>
    Object.entries(all ?? {}).map(
      ([name, list]: [string, readonly unknown[]]) => [[key, name], list] as const,
    );
  return [
    ...figures('own', own),
    ...figures('toDate', toDate),
    ...(states ? [[['states'], states] as const] : []),
    ...(toDateStates ? [[['toDateStates'], toDateStates] as const] : []),
  ];
}
