// The table of all tasks that readers save: a file of its own beside the element's, loaded on demand.
import type { MenuTable, MenuTools } from '../element/menu-subject.js';
import type { BoardShape, ReportShape } from './board-shape.js';
import { boardWords } from './book.js';

/** All tasks with their measures, whichever state a reader has chosen. */
export const tableOf: MenuTools<BoardShape>['tableOf'] = ({ areas }, locale) => {
  const words = boardWords(locale);
  const row = (
    area: string,
    name: string,
    { state, cells, evidence, changes }: ReportShape,
  ): MenuTable['rows'][number] => [
    area,
    name,
    words.states[state],
    ...[
      cells.due,
      cells.reported,
      cells.reporter,
      cells.note,
      evidence?.address ?? '',
      changes.join(words.semicolon),
    ].map((text) => text || null),
  ];
  const { task, state, due, reported, reporter, note, changes } = words.columns;
  return {
    columns: [words.areaHead, task, state, due, reported, reporter, note, words.evidenceHead, changes],
    rows: areas.flatMap(({ heading, tasks }) =>
      tasks.flatMap((one) => [
        row(heading, one.title, one),
        ...one.measures.map((measure, at) =>
          row(heading, `${one.title} ${at + 1}. ${measure.title}`, measure),
        ),
      ]),
    ),
  };
};
