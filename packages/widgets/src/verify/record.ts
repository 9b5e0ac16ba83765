import type { PublishedVerdict } from '@zj/metrics';
import type { Finished } from './run.js';

/** The things that a record of a verification says of where it was made. */
export interface RecordPlace {
  /** The address of the manifest. */
  readonly manifest: string;
  /** The goal that was asked for; empty for the whole release. */
  readonly goal: string;
  readonly shown: readonly PublishedVerdict[];
  /** The version of this library. */
  readonly version: string;
}

/** A verification as JSON, whole, for a reader who sends it to the publisher. */
export function recordOf(
  { verification, steps, milliseconds, at }: Finished,
  { manifest, goal, shown, version }: RecordPlace,
): string {
  const { equal } = verification;
  const record = {
    ...{ version: 1, made: `@zj/widgets ${version}`, at: at.toISOString(), manifest },
    ...(goal && { goal }),
    ...{ equal, milliseconds, steps, shown, verification },
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}
