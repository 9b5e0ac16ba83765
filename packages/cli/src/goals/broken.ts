import type { Problem, ProblemCode } from '@zj/metrics';

/** What is wrong with a release that was named. */
export function broken(code: ProblemCode, where: string, message: string, remedy: string): Problem {
  return { code, where, message, remedy };
}
