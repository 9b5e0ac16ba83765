import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

/** A folder of judging; the mutants in it are held against the tests beside it. */
const folder = process.env.ZJ_MUTATION ?? '';

/** The tests of one folder of packages/metrics/src/goal alone, in one process; with ZJ_MUTATION the long ones draw less. */
export default defineConfig({
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
  test: {
    // The kinds of goals are no folder of the sources: their tables are about the files of goal/ itself.
    include: [
      `test/metrics/goal/${folder}*.unit.ts`,
      ...(folder === './' ? ['test/metrics/goal/kinds/*.unit.ts'] : []),
    ],
    exclude: [
      'test/metrics/goal/{methods,forecast}/property.unit.ts',
      'test/metrics/goal/forecast/coverage.unit.ts',
    ],
    testTimeout: 60_000,
    isolate: false,
    env: { ZJ_MUTATION: folder || './' },
  },
});
