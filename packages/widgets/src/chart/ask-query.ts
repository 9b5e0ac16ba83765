import type { Query, QueryResult } from '@zj/metrics';
import { failureOf, type Failure } from '../element/failure.js';
import type { SourceGift } from '../element/source.js';

/** The answer to a question; an older one stays while a new one is awaited, and when that fails. */
export interface Answer {
  readonly result?: QueryResult | undefined;
  readonly failure?: Failure | undefined;
  readonly busy: boolean;
}

/** Who asks the source around a chart. */
export interface Asker {
  /** The answer so far. Another question, other data or another selection ask anew. */
  readonly ask: (gift: SourceGift, query: Query, except?: readonly string[]) => Answer;
  /** Asks the same again. */
  readonly retry: () => void;
  /** Lets go of a question that is not answered yet. */
  readonly end: () => void;
}

/** Makes one; `update` is called when an answer arrives. */
export function createAsker(update: () => void): Asker {
  let asked: readonly unknown[] = [];
  let answer: Answer = { busy: false };
  let running: AbortController | undefined;
  const end = (): void => {
    running?.abort();
    running = undefined;
    asked = [];
  };
  return {
    ask(gift, query, except) {
      const question = [gift, gift.era, gift.selection, JSON.stringify([query, except])];
      if (question.every((part, at) => part === asked[at])) return answer;
      end();
      asked = question;
      const mine = (running = new AbortController());
      const older = answer.result;
      answer = { result: older, busy: true };
      const settle = (next: Answer): void => {
        // One that was overtaken says nothing.
        if (running !== mine) return;
        // To give a finished question up takes time, too.
        running = undefined;
        answer = next;
        update();
      };
      gift.query(query, { signal: mine.signal, except }).then(
        (result) => settle({ result, busy: false }),
        (error) => settle({ result: older, failure: failureOf(error), busy: false }),
      );
      return answer;
    },
    retry() {
      asked = [];
      update();
    },
    end,
  };
}
