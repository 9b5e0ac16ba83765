import type { Progress, VerificationStep } from '@zj/metrics';
import { failureOf, type Failure } from '../element/failure.js';
import type { SourceGift, Verified, VerifyAsk } from '../element/source.js';

/** How far a verification has come. */
export type Stage =
  | { readonly kind: 'idle'; readonly cancelled?: boolean }
  | {
      readonly kind: 'running';
      /** The start of the engine, while it lasts. */
      readonly progress?: Progress | undefined;
      /** The last step that is done. */
      readonly step?: VerificationStep | undefined;
    }
  | ({ readonly kind: 'done' } & Finished)
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A verification that was carried to its end. */
export interface Finished extends Verified {
  readonly steps: readonly VerificationStep[];
  readonly milliseconds: number;
  /** When it ended. */
  readonly at: Date;
}

/** Verifies a release when a reader asks for it. */
export interface Runner {
  readonly stage: Stage;
  /** Begins anew; one that runs is dropped. */
  readonly start: (gift: SourceGift, shown: VerifyAsk['shown']) => Promise<void>;
  readonly cancel: () => void;
  /** Forgets a result of other data than those that the source has now; one that was on its way has failed. */
  readonly look: (gift: SourceGift | undefined) => void;
}

/** Makes one; `update` is called whenever it has come further. `changed` is the failure where other data come while it runs. */
export function createRunner(update: () => void, changed: Failure): Runner {
  let stage: Stage = { kind: 'idle' };
  let running: AbortController | undefined;
  let of: readonly unknown[] = [];

  const go = (next: Stage): void => {
    stage = next;
    update();
  };
  const stop = (): void => {
    running?.abort();
    running = undefined;
  };

  return {
    get stage() {
      return stage;
    },
    async start(gift, shown) {
      stop();
      const mine = (running = new AbortController());
      const { signal } = mine;
      const isMine = (): boolean => running === mine;
      of = [gift, gift.era];
      const began = performance.now();
      const steps: VerificationStep[] = [];
      go({ kind: 'running' });
      try {
        const verified = await gift.verify!({
          signal,
          shown,
          onProgress: (progress) => isMine() && go({ kind: 'running', progress }),
          onStep: (step) => {
            steps.push(step);
            if (isMine()) go({ kind: 'running', step });
          },
        });
        if (!isMine()) return;
        running = undefined;
        const milliseconds = performance.now() - began;
        go({ kind: 'done', ...verified, steps, milliseconds, at: new Date() });
      } catch (error) {
        if (!isMine()) return;
        running = undefined;
        go({ kind: 'failed', failure: failureOf(error) });
      }
    },
    cancel() {
      if (!running) return;
      stop();
      go({ kind: 'idle', cancelled: true });
    },
    look(gift) {
      const isSame = gift === of[0] && gift?.era === of[1];
      if (isSame || of.length === 0) return;
      stage = running ? { kind: 'failed', failure: changed } : { kind: 'idle' };
      stop();
      of = [];
    },
  };
}
