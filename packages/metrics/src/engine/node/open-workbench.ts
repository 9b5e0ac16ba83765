import { loadWith } from '../packages.js';
import type { Workbench } from './workbench.js';

/**
 * Opens an empty workbench. It works on all processors: sums of DECIMAL and INTEGER are exact whatever their number,
 * and rows keep the order of their file. Throws `ENGINE_PACKAGE` where the package `@duckdb/node-api` is not installed.
 */
export async function openWorkbench(): Promise<Workbench> {
  const { startWorkbench } = await loadWith('@duckdb/node-api', () => import('./workbench.js'));
  return startWorkbench();
}
