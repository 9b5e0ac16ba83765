import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

/** The tests of judging alone, for the mutants of packages/metrics/src/goal. */
export default defineConfig({
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
  test: { include: ['test/metrics/goal/**/*.unit.ts'], env: { ZJ_MUTATION: '1' } },
});
