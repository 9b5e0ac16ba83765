import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

/** The tests of judging alone, for the mutants of packages/metrics/src/goal; with ZJ_MUTATION the long ones draw less. */
export default defineConfig({
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
  test: {
    include: ['test/metrics/goal/**/*.unit.ts'],
    exclude: [
      'test/metrics/goal/{methods,forecast}/property.unit.ts',
      'test/metrics/goal/forecast/coverage.unit.ts',
    ],
    testTimeout: 60_000,
    env: { ZJ_MUTATION: '1' },
  },
});
