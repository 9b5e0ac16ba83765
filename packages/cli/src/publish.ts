import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Manifest, type Problem, type PublishedVerdict } from '@zj/metrics';
import { nodeEngine, type Workbench } from '@zj/metrics/node';
import type { Call, Command, Terminal } from './command.js';
import { atWorkbench, publishTables } from './publish/build.js';
import { computeGoals } from './publish/computing.js';
import { attachRelease, detachRelease } from './publish/database.js';
import { readOrder, type Order } from './publish/order.js';
import { prepare, type Prepared } from './publish/prepare.js';
import { listRejections } from './publish/rejections.js';
import { databaseName, writeFiles, writeRejects } from './publish/release.js';
import { summariseDatasets, summariseFiles, summariseGoals } from './publish/summary.js';
import { checkTarget, openDraft, type Draft, type Target } from './publish/target.js';
import { judgeGoals } from './publish/verdicts.js';

/** `zj publish`: a release of static files from a plan, its metrics and its data. */
export const publish: Command = {
  name: 'publish',
  summary: 'check a plan and its data, and write a release of static files',
  help: `Usage: zj publish SOURCE --out DIR [--as-of DAY] [--max-rejects N]

SOURCE holds plan.json, metrics.json and data/ with a contract (JSON) beside each CSV file. Everything is checked
first, and all problems are told at once. DIR gets manifest.json, verdicts.json and the database that they follow
from. Of confidential datasets only the public cube is published: cells with too few contributors are merged.

Options
  --out DIR        the folder of the release; an earlier release there is replaced; a folder with anything else
                   in it is refused and left alone
  --as-of DAY      the day on which the goals are judged, such as 2026-10-31
                   (default: the last day that any of the datasets covers)
  --max-rejects N  publish although up to N rows in all break their contract (default 0); these rows are left out,
                   and kept in DIR-rejects, readable by you alone, since they may be confidential. Of rows with
                   the same key the first is kept.

Example
  zj publish examples/park --out build/park`,
  options: { out: { type: 'string' }, 'as-of': { type: 'string' }, 'max-rejects': { type: 'string' } },

  async run(call: Call): Promise<number> {
    const { order, problems } = readOrder(call);
    if (!order) {
      call.terminal.problems(problems);
      return 2;
    }
    try {
      const found = checkTarget(order.target);
      if (found.length === 0) {
        return await atWorkbench((workbench, scratch) => deliver(workbench, scratch, order, call.terminal));
      }
      call.terminal.problems(found);
      return 1;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
      const remedy =
        'See that the folder may be written to and that the disk has room, or name another with --out.';
      const text = `The release could not be written: ${message}.`;
      call.terminal.problems([{ code: 'cannot-write', where: order.target.release, message: text, remedy }]);
      return 1;
    }
  },
};

async function deliver(
  workbench: Workbench,
  scratch: string,
  order: Order,
  terminal: Terminal,
): Promise<number> {
  const began = performance.now();
  const { prepared, problems } = await prepare(workbench, order.source, { ...order, scratch }, terminal);
  if (!prepared) {
    terminal.problems(problems);
    return 1;
  }
  const draft = openDraft(order.target);
  try {
    const made = await write(workbench, prepared, { draft, source: order.source, scratch, terminal });
    if (!made.manifest) {
      terminal.problems(made.problems);
      return 1;
    }
    const { size } = await stat(join(draft.release, 'manifest.json'));
    // Has anything else come into the folder meanwhile?
    const found = checkTarget(order.target);
    if (found.length > 0) {
      terminal.problems(found);
      return 1;
    }
    draft.commit();
    terminal.problems(prepared.rejected.flatMap(({ rejections }) => listRejections(rejections)));
    report(
      made.manifest,
      made.verdicts,
      { size, target: order.target, seconds: (performance.now() - began) / 1000 },
      terminal,
    );
    return 0;
  } finally {
    draft.discard();
  }
}

interface Made {
  readonly manifest?: Manifest;
  readonly verdicts: readonly PublishedVerdict[];
  readonly problems: readonly Problem[];
}

async function write(
  workbench: Workbench,
  prepared: Prepared,
  {
    draft,
    source,
    scratch,
    terminal,
  }: {
    readonly draft: Draft;
    readonly source: string;
    readonly scratch: string;
    readonly terminal: Terminal;
  },
): Promise<Made> {
  const { plan, metrics, asOf } = prepared;
  const database = join(draft.release, databaseName(prepared));
  await attachRelease(workbench, database);
  const { tables: datasets, problems } = await publishTables(workbench, prepared, { scratch, terminal });
  if (problems.length > 0) return { verdicts: [], problems };
  terminal.progress('judging …');
  const release = { plan, metrics, datasets };
  const file = join(source, 'plan.json');
  const byRows = await computeGoals(workbench, release, { asOf, file });
  if (byRows.problems.length > 0) return byRows;
  await detachRelease(workbench);

  // What is published follows from the file as any reader opens it.
  const engine = nodeEngine();
  try {
    await engine.open({ url: database });
    const judged = await judgeGoals(engine, byRows.verdicts, release, { asOf, file });
    if (judged.problems.length > 0) return judged;
    const made = { datasets, verdicts: judged.verdicts, engine: await engine.version() };
    const manifest = await writeFiles(draft.release, prepared, made);
    for (const { id, rejections } of prepared.rejected) await writeRejects(draft.rejects, id, rejections);
    return { manifest, verdicts: judged.verdicts, problems: [] };
  } finally {
    await engine.close();
  }
}

function report(
  manifest: Manifest,
  verdicts: readonly PublishedVerdict[],
  { size, target, seconds }: { readonly size: number; readonly target: Target; readonly seconds: number },
  terminal: Terminal,
): void {
  terminal.print(
    `${manifest.plan.document.title.zh}, as of ${manifest.asOf}${manifest.demo ? ' (示例数据, demo data)' : ''}`,
  );
  for (const line of summariseGoals(verdicts)) terminal.print(line);
  for (const line of summariseDatasets(manifest.datasets)) terminal.print(line);
  for (const line of summariseFiles(manifest, size)) terminal.print(line);
  const rejected = manifest.datasets.reduce((sum, { rows }) => sum + rows.rejected, 0);
  if (rejected > 0) terminal.print(`${rejected} rejected rows are in ${target.rejects}`);
  terminal.print(`Published in ${target.release}, ${seconds.toFixed(1)} s`);
}
