import type { Tree } from '../drawing/tree.js';
import type { Failure } from '../element/failure.js';
import type { Locale } from '../locale/locale.js';
import type { ChartRows } from './chart-rows.js';
import type { chartCsv, ChartTable } from './csv.js';
import type { narrowSeries, questionsOf } from './narrow-series.js';
import type { chartPng } from './png.js';

/** The table of a chart's figures, the files that readers save, and figures under a selection: in a file that is loaded when somebody asks for them. */
export interface ChartTools<Shape> {
  readonly chartCsv: typeof chartCsv;
  readonly chartPng: typeof chartPng;
  readonly narrowSeries: typeof narrowSeries;
  readonly questionsOf: typeof questionsOf;
  /** The figures on display. */
  readonly tableOf: (shape: Shape, locale: Locale) => Omit<ChartTable, 'notes'>;
  /** The table that opens below; none where the chart is a table. */
  readonly rowsOf?: (shape: Shape, locale: Locale) => ChartRows;
  /** What stands below that table, such as events. */
  readonly besideTrees?: (shape: Shape, locale: Locale) => readonly Tree[];
  /** The picture of a shape. */
  readonly svgOf: (shape: Shape, width: number, locale: Locale) => string;
}

/** Who reads a file of one chart when it is asked for. */
export interface PartAsker<Part> {
  /** The content, if it is there; has it read. */
  readonly ask: () => Part | undefined;
  /** Waits for it. */
  readonly make: () => Promise<Part>;
  /** Lets the next to ask try again. */
  readonly retry: () => void;
  readonly failure: Failure | undefined;
  /** Changes when it has come, or cannot be read. */
  readonly state: unknown;
}

/** Who reads the tools of one chart. */
export type ToolsAsker<Shape> = PartAsker<ChartTools<Shape>>;

/** Makes one; `update` is called when the file has come, or cannot be read. */
export function createTools<Part>(
  load: () => Promise<Part>,
  update: () => void,
  file = 'tools.js',
): PartAsker<Part> {
  let tools: Part | undefined;
  let failure: Failure | undefined;
  let isAsked = false;
  const make = async (): Promise<Part> => (tools ??= await load());
  return {
    ask() {
      if (tools || isAsked) return tools;
      isAsked = true;
      make().then(update, () => {
        failure = unread(file);
        update();
      });
      return undefined;
    },
    make,
    retry() {
      // One that is under way goes on.
      if (failure) isAsked = false;
      failure = undefined;
    },
    get failure() {
      return failure;
    },
    get state() {
      return failure ?? tools;
    },
  };
}

function unread(file: string): Failure {
  return { code: 'PART', message: (face) => face.unreachable(file, face.noConnection) };
}
