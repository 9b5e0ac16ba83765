import { printSentence, type Parameter } from '../../base/sentence.js';

/** Why a file cannot be read, in words that can be told in any language. */
export class ReadingFault extends Error {
  constructor(readonly reason: Parameter) {
    super(typeof reason === 'object' ? printSentence(reason) : String(reason));
  }
}

/** Why a file cannot be read, by an error of a reader, or by one of a library in its own words. */
export function reasonOf(error: unknown): Parameter {
  if (error instanceof ReadingFault) return error.reason;
  return error instanceof Error ? error.message : String(error);
}
