/** Seconds that may pass. */
export interface Patience {
  /** Without a sign. */
  readonly silence: number;
  /** In all, since the first sign. */
  readonly whole?: number;
}

/**
 * Waits for signs of a worker. It counts seconds in which the page itself ran: a page that stood still hears nothing, which is no
 * silence of the worker.
 */
export class Vigil {
  #timer: ReturnType<typeof setInterval> | undefined;
  #passed = 0;

  /** Begins, or, where it has begun already, goes on from a sign. */
  begin({ silence, whole = Infinity }: Patience, fail: (why: 'silence' | 'whole') => void): void {
    clearInterval(this.#timer);
    let quiet = 0;
    this.#timer = setInterval(() => {
      [quiet, this.#passed] = [quiet + 1, this.#passed + 1];
      const why = quiet >= silence ? 'silence' : this.#passed >= whole ? 'whole' : undefined;
      if (!why) return;
      this.end();
      fail(why);
    }, 1000);
  }

  end(): void {
    clearInterval(this.#timer);
    this.#passed = 0;
  }
}
