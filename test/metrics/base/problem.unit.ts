import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, MetricsError, type Problem } from '@zj/metrics';
import { problem as makeProblem, say } from '@zj/metrics/internal';
import { describe, expect, test } from 'vitest';
import { readCodes, writeProblems } from '../../../.ci/problems.mjs';

const packages = join(import.meta.dirname, '../../../packages');
const problem = makeProblem({
  code: 'syntax',
  where: 'a.json:1:1',
  message: say`This is no JSON.`,
  remedy: say`Mend it.`,
});

/** The sources of the SDK and of zj, but for the list of codes itself. */
function readSources(): string {
  return ['metrics/src', 'cli/src']
    .flatMap((folder) =>
      readdirSync(join(packages, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('problem-code.ts'))
        .map((file) => readFileSync(join(packages, folder, file), 'utf8')),
    )
    .join('\n');
}

test('the page of codes is that of their declarations: else run `npm run problems`', async () => {
  expect(readFileSync(join(packages, 'metrics/PROBLEMS.md'), 'utf8')).toBe(await writeProblems());
});

test('every code is that of a problem which is told somewhere', () => {
  const sources = readSources();
  const declared = readCodes('problem-code.ts') as readonly { readonly code: string }[];
  const codes = declared.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  // Names that nothing declares have a code made of what they name: a column is an `unknown-column`.
  const isTold = (code: string): boolean =>
    sources.includes(`'${code}'`) || sources.includes(`checkKnown('${code.replace('unknown-', '')}'`);
  expect(codes.filter((code) => !isTold(code))).toEqual([]);
});

test('a problem whose code is not listed does not compile', () => {
  // @ts-expect-error No such code is declared.
  const unlisted: Problem = { ...problem, code: 'no-such-code' };
  expect(formatProblem(unlisted)).toBe('a.json:1:1: This is no JSON. Mend it.');
});

describe('an error', () => {
  test('has the problems of the input that it is about, as its cause, too', () => {
    const error = new MetricsError('REFUSED', 'No.', { problems: [problem] });
    expect(error.problems).toEqual([problem]);
    expect(error.cause).toBe(error.problems);
  });

  test('of another cause has no problems', () => {
    const cause = new Error('lost');
    const error = new MetricsError('DATABASE', 'No.', { cause });
    expect(error.problems).toEqual([]);
    expect(error.cause).toBe(cause);
    expect('cause' in new MetricsError('CLOSED', 'No.')).toBe(false);
  });
});
