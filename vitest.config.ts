import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { WalkReporter } from './test/browsers/reporter.mjs';
import { launchOptions } from './test/chromium.mjs';

/** Unit tests run in Node, browser tests in a real Chromium, end-to-end tests drive one against the served page. */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    reporters: [
      'default',
      new WalkReporter(),
      // CI reads the machine's report beside the reader's.
      ...(process.env.VITEST_JSON ? [['json', { outputFile: process.env.VITEST_JSON }] as const] : []),
    ],
    projects: [
      {
        ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
        test: {
          name: 'unit',
          include: ['test/**/*.unit.ts'],
          benchmark: { include: ['test/**/*.bench.ts'] },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { conditions: ['source', ...defaultClientConditions] },
        optimizeDeps: { include: ['lit', 'apache-arrow', '@duckdb/duckdb-wasm', 'valibot'] },
        test: {
          name: 'browser',
          include: ['test/**/*.browser.ts'],
          benchmark: { include: [] },
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
        test: {
          name: 'e2e',
          include: ['test/**/*.e2e.ts'],
          benchmark: { include: [] },
          testTimeout: 90_000,
          hookTimeout: 90_000,
          fileParallelism: false,
        },
      },
      // One walk in every browser that is here: `node test/browsers/find.mjs` tells.
      {
        ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
        test: {
          name: 'browsers',
          include: ['test/**/*.browsers.ts'],
          benchmark: { include: [] },
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
