import { failureOf, type Failure, type FailureError } from '../element/failure.js';

/** An error of rows with its failure: one of the SDK says itself why there is no answer. */
export function failed(error: unknown): FailureError {
  const cause = error instanceof Error ? error : new Error(String(error));
  const { name, message } = cause;
  const failure: Failure =
    'failure' in cause || name !== 'MetricsError'
      ? failureOf(cause)
      : { code: 'QUERY', message: () => message };
  return Object.assign(new Error(failure.code, { cause }), { failure });
}
