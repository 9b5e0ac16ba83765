import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { WalkReporter } from './test/browsers/reporter.mjs';
import { LongestFirst } from './test/longest-first.mjs';
import { launchOptions, patience } from './test/chromium.mjs';

/** How long a test may take, in milliseconds: what hangs ends there, and nothing else does, however busy the machine is. */
const limit = 600_000;

/** Unit tests run in Node, browser tests in a real Chromium, end-to-end tests drive one against the served page. */
export default defineConfig({
  test: {
    // More than cores: browsers are waited for a lot.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: LongestFirst },
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
          // Most import the same modules, and none leaves anything behind in them.
          isolate: false,
          benchmark: { include: ['test/**/*.bench.ts'] },
          testTimeout: limit,
          hookTimeout: limit,
        },
      },
      {
        resolve: { conditions: ['source', ...defaultClientConditions] },
        optimizeDeps: { include: ['lit', 'apache-arrow', '@duckdb/duckdb-wasm', 'valibot'] },
        test: {
          name: 'browser',
          include: ['test/**/*.browser.ts'],
          benchmark: { include: [] },
          testTimeout: limit,
          expect: { poll: { timeout: patience } },
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
          globalSetup: 'test/widgets/prebuilt.ts',
          benchmark: { include: [] },
          testTimeout: limit,
          hookTimeout: limit,
          expect: { poll: { timeout: patience } },
        },
      },
      // One walk in every browser that is here: `node test/browsers/find.mjs` tells.
      {
        ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
        test: {
          name: 'browsers',
          include: ['test/**/*.browsers.ts'],
          benchmark: { include: [] },
          testTimeout: limit,
          hookTimeout: limit,
          fileParallelism: false,
          // After all others: the engine in WebKitGTK needs all of a small machine.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
