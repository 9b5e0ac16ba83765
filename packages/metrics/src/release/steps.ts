import type { Engine } from '../engine/engine.js';

/** A step of a verification that is done: whether its figures are equal, the result says. */
export interface VerificationStep {
  /**
   * The subject: `verdicts`, the reading of verdicts.json; `goal`; `rows`, the digest of a dataset's rows; `facts`, the other facts of
   * the manifest; `series`, `ladder` and `tasks`, a file that is computed again.
   */
  readonly kind: 'verdicts' | 'goal' | 'rows' | 'facts' | 'series' | 'ladder' | 'tasks';
  /** The id of the goal or of the dataset; of the others the path of the file. */
  readonly name: string;
  /** The statements that it ran, in order. */
  readonly statements: readonly StepStatement[];
  readonly milliseconds: number;
  /** How many steps are done, with this one, of how many. */
  readonly done: number;
  readonly total: number;
}

/** A statement of a step. */
export interface StepStatement {
  readonly sql: string;
  /** Rows of its answer. */
  readonly rows: number;
  readonly milliseconds: number;
}

/** The part of an engine that computes and reads a release again. */
export type Reader = Pick<Engine, 'read' | 'resolve' | 'run'>;

/** An engine that writes down its statements, and the steps that they belong to. */
export interface StepRecorder {
  readonly engine: Reader;
  /** Does the work of a step, and tells of it when it is done. Throws as the work. */
  readonly take: <T>(kind: VerificationStep['kind'], name: string, work: () => Promise<T>) => Promise<T>;
}

/** Records the steps of a verification, one after another; `total` of them are expected. */
export function recordSteps(
  engine: Reader,
  total: number,
  onStep?: (step: VerificationStep) => void,
): StepRecorder {
  let statements: StepStatement[] = [];
  let done = 0;
  return {
    engine: {
      read: (url, options) => engine.read(url, options),
      resolve: (path, base) => engine.resolve(path, base),
      async run(sql, options) {
        const began = performance.now();
        const table = await engine.run(sql, options);
        statements.push({ sql, rows: table.rowCount, milliseconds: performance.now() - began });
        return table;
      },
    },
    async take(kind, name, work) {
      statements = [];
      const began = performance.now();
      const result = await work();
      const milliseconds = performance.now() - began;
      onStep?.({ kind, name, statements, milliseconds, done: ++done, total });
      return result;
    },
  };
}
