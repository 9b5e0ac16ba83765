import { checkCall } from '../base/argument.js';
import { MetricsError } from '../base/error.js';
import type { CallOptions, Progress } from './engine.js';
import { say, type Sentence } from '../base/sentence.js';

/** A call under way, as its work sees it. */
export interface Call {
  /** Aborted, with the error that the call ends with, when nobody waits for the work any more. */
  readonly signal: AbortSignal;
  /** Tells the caller how far the work has come, and gives it its whole deadline again. */
  readonly advance: (progress: Progress) => void;
}

/** The stage that a call waits for. */
type Awaited = Progress['step'] | 'file' | 'answer';

/** How a call begins. */
export interface CallStart extends CallOptions {
  /** What it waits for first; the answer to a statement where absent. */
  readonly awaits?: 'engine' | 'file';
  /** The address of that file. */
  readonly file?: string;
}

/** Milliseconds a call may take where it names no deadline. */
export const loadDeadline = 20_000;
export const runDeadline = 30_000;

/** Milliseconds that work may go on for after its call has ended: an engine that does not let go of it by then, does not at all. */
const patience = 5_000;

/** The reason of a signal whose call is over: one for all, since an error notes where it was made. */
const done = new MetricsError('ABORTED', say`The caller cancelled the call.`);

/** Timers fire at once where they are asked for more. */
const longest = 2 ** 31 - 1;

/**
 * The calls of one engine. Each ends with its work, its deadline, its caller's signal or the engine, whichever is first:
 * a promise of the work that never settles holds up nobody.
 */
export class Calls {
  readonly #open = new Set<AbortController>();
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * `stop` is called, with the error, where the work of a queued call goes on so long after the call has ended that the next
   * one begins without waiting for it.
   */
  constructor(
    private readonly stop: (error: MetricsError) => void,
    private readonly wait = patience,
  ) {}

  /** Begins at once. Throws as the work, `DEADLINE`, `ABORTED`, `CLOSED`, and `REFUSED` for invalid options. */
  async start<T>(work: (call: Call) => Promise<T>, options: CallStart): Promise<T> {
    checkCall(options);
    const { signal, deadline = runDeadline, onProgress, awaits = 'answer', file } = options;
    checkDeadline(deadline);
    const controller = new AbortController();
    let awaited: Awaited = awaits;
    let begun: Awaited = awaits;
    let isComing = false;
    const expire = (): void => controller.abort(overdue(deadline, awaited, file));
    const cancel = (): void => controller.abort(aborted(signal?.reason));
    let compiles = false;
    let timer = setTimeout(expire, Math.min(deadline, longest));
    const advance = (progress: Progress): void => {
      if (controller.signal.aborted) return;
      clearTimeout(timer);
      // The engine and the database come at the same time: where one is there, the other is waited for.
      if (progress.step === 'database') isComing = progress.loaded !== progress.total;
      else begun = progress.step;
      awaited = isComing && (begun === 'opening' || progress.step === 'database') ? 'database' : begun;
      // How long compiling takes, nobody can tell: the watcher of the worker ends it, whether or not other work goes on.
      if (progress.step === 'compiling') compiles = true;
      if (progress.step === 'opening') compiles = false;
      if (!compiles) timer = setTimeout(expire, Math.min(deadline, longest));
      onProgress?.(progress);
    };
    this.#open.add(controller);
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted) cancel();
    try {
      return await settle(() => work({ signal: controller.signal, advance }), controller.signal);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      this.#open.delete(controller);
      // The rest of the work is in vain.
      controller.abort(done);
    }
  }

  /**
   * Begins when the work queued before it is over, not when its caller has left it; its deadline counts from now. Work that is
   * cancelled before that never begins. Throws as `start`.
   */
  queue<T>(work: (call: Call) => Promise<T>, options: CallStart): Promise<T> {
    return this.start((call) => {
      const turn = this.#turn.then(() => this.#take(work, call));
      const answer = turn.then(({ answer }) => answer);
      this.#turn = turn.then(({ over }) => over).catch(() => undefined);
      return answer;
    }, options);
  }

  /** Begins the work of a call; `over` settles when the next may begin. */
  #take<T>(
    work: (call: Call) => Promise<T>,
    call: Call,
  ): { readonly answer: Promise<T>; readonly over: Promise<void> } {
    const { signal } = call;
    signal.throwIfAborted();
    const answer = settle(() => work(call));
    const over = new Promise<void>((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const give = (): void => {
        timer = setTimeout(() => {
          this.stop(signal.reason as MetricsError);
          resolve();
        }, this.wait);
      };
      signal.addEventListener('abort', give, { once: true });
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', give);
        resolve();
      };
      answer.then(end, end);
    });
    return { answer, over };
  }

  /** Ends every call with this error. */
  end(error: MetricsError): void {
    for (const controller of this.#open) controller.abort(error);
  }
}

/** Settles with the work, or with the signal's reason where that comes first. */
function settle<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal!.reason as MetricsError);
    if (signal?.aborted) return leave();
    signal?.addEventListener('abort', leave, { once: true });
    work().then(resolve, reject);
  });
}

function checkDeadline(deadline: unknown): void {
  if (typeof deadline === 'number' && deadline >= 0) return;
  throw new MetricsError(
    'REFUSED',
    typeof deadline === 'number'
      ? say`The option "deadline" is ${deadline}. Give milliseconds, 0 or more, such as 30000.`
      : say`The option "deadline" is not a number. Give milliseconds, 0 or more, such as 30000.`,
  );
}

/** Whether to look at the connection, the computer or the question: as far as the call had come. */
const late: Readonly<Record<Awaited, (seconds: number, file?: string) => Sentence>> = {
  answer: (seconds) =>
    say`No answer within ${seconds} s. Try again, ask for less, or allow more time with the option "deadline".`,
  file: (seconds, file) =>
    file !== undefined
      ? say`No answer within ${seconds} s: ${file} has not arrived. Check its address and the connection, or allow more time with the option "deadline".`
      : say`No answer within ${seconds} s: the file has not arrived. Check its address and the connection, or allow more time with the option "deadline".`,
  engine: (seconds) =>
    say`No answer within ${seconds} s: the engine has not arrived. Check the folder of its files and the connection, or allow more time with the option "deadline".`,
  database: (seconds) =>
    say`No answer within ${seconds} s: the database has not been read whole. Check the connection, or allow more time with the option "deadline".`,
  compiling: (seconds) =>
    say`No answer within ${seconds} s: the engine was still being compiled. Close other pages and programs, or allow more time with the option "deadline".`,
  opening: (seconds) =>
    say`No answer within ${seconds} s: the engine has started, but has not answered. Close other pages and programs, ask for less, or allow more time with the option "deadline".`,
  rows: (seconds) =>
    say`No answer within ${seconds} s: the rows of the file were still being read. Try again, or allow more time with the option "deadline".`,
};

function overdue(deadline: number, awaited: Awaited, file?: string): MetricsError {
  return new MetricsError('DEADLINE', late[awaited](deadline / 1000, file));
}

function aborted(cause: unknown): MetricsError {
  return new MetricsError('ABORTED', say`The caller cancelled the call.`, { cause });
}
