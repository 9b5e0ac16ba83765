import { incubation } from './incubation.mjs';
import { industryRevenue } from './industry-revenue.mjs';
import { patents } from './patents.mjs';
import { readRequest } from './request.mjs';
import { scienceFinance } from './science-finance.mjs';
import { servicePackages } from './service-packages.mjs';
import { spaceSupply } from './space-supply.mjs';
import { tasks } from './tasks.mjs';
import { namesOf, writeDatasets } from './write.mjs';

/** @import { Request } from './request.mjs' */

/**
 * Where the answer goes: the result to `log`, progress and problems to `error`.
 *
 * @typedef {object} Output
 * @property {(line: string) => void} log
 * @property {(line: string) => void} error
 */

const datasets = [industryRevenue, patents, incubation, spaceSupply, servicePackages, scienceFinance, tasks];

const help = `Usage: node examples/park/generate/index.mjs --out DIR [--rows N] [--seed S] [--force]

Writes seven made-up datasets of a park, each as a CSV file with its contract (JSON) beside it: industry-revenue,
patents, incubation, space-supply, service-packages, science-finance and tasks, from January 2023 to October 2026.
The contracts say that it is demo data. The same N and S give the same bytes on every machine.

Options
  --out DIR   the folder to write to; made where there is none
  --rows N    rows of industry revenue, from 1000 to 10000000 (default 10000); the others follow
  --seed S    a whole number from 0 to 4294967295 (default 42): another seed, another park
  --force     replace these files where DIR already holds them

Example
  node examples/park/generate/index.mjs --rows 50000 --seed 7 --out demo`;

/**
 * Writes the park's datasets as demo data of any size, the same on every machine. Gives the exit code: 0 done,
 * 1 the files could not be written, 2 a call that makes no sense, 130 stopped by a signal.
 *
 * @param {readonly string[]} words
 * @param {Output} output
 * @returns {Promise<number>}
 */
export async function generate(words, output) {
  const { request, problems } = readRequest(words, namesOf(datasets));
  if (request === 'help') {
    output.log(help);
    return 0;
  }
  if (!request) {
    for (const problem of problems) output.error(problem);
    output.error(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}. See --help.`);
    return 2;
  }
  const interrupt = new AbortController();
  const stop = () => interrupt.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await deliver(request, output, interrupt.signal);
    return 0;
  } catch (error) {
    if (interrupt.signal.aborted) return 130;
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === undefined) throw error;
    const remedy =
      'Check that the folder may be written to and that the disk has room, or name another with --out.';
    output.error(`${request.folder}: The files could not be written: ${message}. ${remedy}`);
    return 1;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/**
 * @param {Request} request
 * @param {Output} output
 * @param {AbortSignal} signal
 */
async function deliver({ order, folder }, output, signal) {
  let tenths = 0;
  const written = await writeDatasets(datasets, order, folder, {
    signal,
    onRows(file, rows) {
      const now = Math.floor((10 * rows) / order.rows);
      if (now > tenths) output.error(`${file}: ${formatCount(rows)} of ${formatCount(order.rows)} rows`);
      tenths = Math.max(now, tenths);
    },
  });
  output.log(`Demo data with seed ${order.seed}, in ${folder}:`);
  for (const { file, rows, bytes } of written) {
    const size = `${formatCount(Math.ceil(bytes / 1000))} kB`;
    output.log(`  ${file.padEnd(20)} ${formatCount(rows).padStart(10)} rows ${size.padStart(10)}`);
  }
}

/**
 * 10000 → `10,000`.
 *
 * @param {number} count
 */
function formatCount(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
