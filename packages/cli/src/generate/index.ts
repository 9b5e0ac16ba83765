import type { Invocation, Command } from '../command.js';
import { systemProblem } from '../system.js';
import type { DemoDataset } from './dataset.js';
import { incubation } from './incubation.js';
import { industryRevenue } from './industry-revenue.js';
import { patents } from './patents.js';
import { readRequest } from './request.js';
import type { Request } from './request.js';
import { namesOf, writeDatasets } from './write.js';

const datasets: readonly DemoDataset[] = [industryRevenue, patents, incubation];

/** `zj generate`: the park's three datasets as demo data of any size, the same on every machine. */
export const generate: Command = {
  name: 'generate',
  summary: 'make demo data of any size',
  help: `Usage: zj generate --out DIR [--rows N] [--seed S] [--force]

Writes three made-up datasets of a park, each as a CSV file with its contract (JSON) beside it:
industry-revenue, patents and incubation, from January 2023 to October 2026. The contracts say that it is
demo data. The same N and S give the same bytes on every machine.

Options
  --out DIR   the folder to write to; made where there is none
  --rows N    rows of industry revenue, from 1000 to 10000000 (default 10000); the others follow
  --seed S    a whole number from 0 to 4294967295 (default 42): another seed, another park
  --force     replace these files where DIR already holds them

Example
  zj generate --rows 50000 --seed 7 --out demo`,
  options: {
    out: { type: 'string' },
    rows: { type: 'string' },
    seed: { type: 'string' },
    force: { type: 'boolean' },
  },

  async run(call: Invocation): Promise<number> {
    const { request, problems } = readRequest(call, namesOf(datasets));
    if (!request) {
      call.terminal.problems(problems);
      return 2;
    }
    const interrupt = new AbortController();
    const stop = (): void => interrupt.abort();
    process.once('SIGINT', stop).once('SIGTERM', stop);
    try {
      return await deliver(request, call, interrupt.signal);
    } catch (error) {
      if (interrupt.signal.aborted) return 130;
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      const told = systemProblem(error, request.folder);
      call.terminal.problems([
        told?.code === 'disk-full' || told?.code === 'dangling-link'
          ? told
          : {
              code: 'cannot-write',
              where: request.folder,
              message: `the files could not be written: ${message}.`,
              remedy:
                'Check that the folder may be written to and that the disk has room, or name another with --out.',
            },
      ]);
      return 1;
    } finally {
      process.off('SIGINT', stop).off('SIGTERM', stop);
    }
  },
};

async function deliver(
  { order, folder }: Request,
  { terminal }: Invocation,
  signal: AbortSignal,
): Promise<number> {
  let tenths = 0;
  const written = await writeDatasets(datasets, order, folder, {
    signal,
    onRows(file, rows) {
      const now = Math.floor((10 * rows) / order.rows);
      if (now > tenths) terminal.progress(`${file}: ${formatCount(rows)} of ${formatCount(order.rows)} rows`);
      tenths = Math.max(now, tenths);
    },
  });
  terminal.print(`Demo data with seed ${order.seed}, in ${folder}:`);
  for (const { file, rows, bytes } of written) {
    terminal.print(
      `  ${file.padEnd(20)} ${formatCount(rows).padStart(10)} rows ${formatSize(bytes).padStart(9)}`,
    );
  }
  return 0;
}

/** 10000 → `10,000`. */
function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
