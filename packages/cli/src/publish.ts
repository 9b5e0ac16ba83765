import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listed, problem, say } from '@zj/metrics/internal';
import { wordsIn, type Manifest, type Problem } from '@zj/metrics';
import { nodeEngine, type Workbench } from '@zj/metrics/node';
import type { Invocation, Command, Terminal } from './command.js';
import { atWorkbench, publishTables } from './publish/build.js';
import { computeGoals, type Computed } from './publish/computing.js';
import { attachRelease, detachRelease } from './publish/database.js';
import { openDraft, type Draft } from './publish/draft.js';
import { readOrder, type Order } from './publish/order.js';
import { prepare, type Prepared } from './publish/prepare.js';
import { listRejections } from './publish/rejections.js';
import { keepRejects, type Kept } from './publish/rejects.js';
import { databaseName, writeFiles } from './publish/release.js';
import { summariseDatasets, summariseFiles, summariseGoals } from './publish/summary.js';
import { checkTarget } from './publish/target.js';
import { locateWarnings, publishedWarnings, tellWarnings, tellWithheld } from './publish/telling.js';
import { termHelp, termOptions } from './publish/terms.js';
import { judgeGoals } from './publish/verdicts.js';
import { computeSeries } from './publish/series.js';
import { findWarnings } from './publish/warnings.js';
import { systemProblem } from './system.js';

/** `zj publish`: a release of static files from a plan, its metrics and its data. */
export const publish: Command = {
  name: 'publish',
  summary: say`check a plan and its data, and write a release of static files`,
  help: {
    usage: 'zj publish SOURCE --out DIR [--as-of DAY] [--today DAY] [--max-rejects N] [--strict]',
    parts: [
      {
        sentences: [
          say`SOURCE contains plan.json, metrics.json and data/ with a contract (JSON) beside each data file.`,
          say`Everything is checked first, and all problems are listed at once.`,
          say`Writes manifest.json, verdicts.json, their database and the series for charts to DIR: one for each goal with a figure, and those that metrics.json lists under "publish". A plan with a register or with reports on its tasks also has ladder.json and tasks.json.`,
          say`For confidential datasets only the public cube is published. Cells with too few contributors are merged. A goal whose figure merging affects, or that cannot be computed, is listed with the reason and without a figure.`,
        ],
      },
      {
        heading: say`Options`,
        names: [
          [
            '--out DIR',
            say`the folder of the release; an earlier release there is replaced; a folder with other content is refused and not changed`,
          ],
          ...termHelp,
        ],
      },
      {
        sentences: [
          say`Rejected rows that were allowed are saved whole in SOURCE/.zj/rejects, readable only by you, because they may be confidential. If SOURCE cannot be written to, or .zj is a link, they are saved in a temporary folder, and its path is printed.`,
          say`Warnings are printed and written to the manifest.`,
        ],
      },
      { heading: say`Example`, typed: 'zj publish examples/park --out build/park' },
    ],
  },
  options: { out: { type: 'string' }, ...termOptions },

  async run(call: Invocation): Promise<number> {
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
      const found = cannotWrite(error, order.target);
      if (!found) throw error;
      call.terminal.problems([found]);
      return 1;
    }
  },
};

/** The system's error for the folder of the release; undefined without one. */
function cannotWrite(error: unknown, where: string): Problem | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return undefined;
  const told = systemProblem(error, where);
  if (told?.code === 'disk-full') return told;
  return problem({
    code: 'cannot-write',
    where,
    message: say`The release could not be written: ${message}.`,
    remedy: say`Check that the folder may be written to and that the disk has space, or name another with --out.`,
  });
}

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
    const made = await write(workbench, prepared, { draft, strict: order.strict, scratch, terminal });
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
    const rejects = await keepRejects(order.source, prepared.rejected, terminal.tell);
    draft.commit();
    terminal.problems(prepared.rejected.flatMap(({ rejections }) => listRejections(rejections)));
    const seconds = (performance.now() - began) / 1000;
    report(made.manifest, made.judged, { size, rejects, target: order.target, seconds }, terminal);
    return 0;
  } finally {
    draft.discard();
  }
}

type Made =
  | { readonly manifest: Manifest; readonly judged: Computed }
  | { readonly manifest?: undefined; readonly problems: readonly Problem[] };

async function write(
  workbench: Workbench,
  prepared: Prepared,
  {
    draft,
    strict,
    scratch,
    terminal,
  }: {
    readonly draft: Draft;
    readonly strict: boolean;
    readonly scratch: string;
    readonly terminal: Terminal;
  },
): Promise<Made> {
  const { plan, metrics, source } = prepared;
  const database = join(draft.release, databaseName(prepared));
  await attachRelease(workbench, database);
  const { tables: datasets, problems } = await publishTables(workbench, prepared, { scratch, terminal });
  if (problems.length > 0) return { problems };
  const warnings = await findWarnings(workbench, prepared);
  const strictly = tellWarnings(warnings, strict, terminal);
  if (strictly.length > 0) return { problems: strictly };
  terminal.progress(say`judging …`);
  const release = { plan, metrics, datasets };
  const options = { asOf: prepared.asOf, file: join(source.folder, 'plan.json') };
  const byRows = await computeGoals(workbench, release, options);
  await detachRelease(workbench);

  // The published figures follow from the file as any reader opens it.
  const engine = nodeEngine();
  try {
    await engine.open({ url: database });
    const judged = await judgeGoals(engine, byRows, release, options);
    tellWithheld(judged, source, terminal);
    const withheld = judged.withheld.map(({ goal }) => goal);
    terminal.progress(say`computing series …`);
    const series = await computeSeries(engine, prepared, { datasets, verdicts: judged.verdicts });
    const unable = locateWarnings(series.warnings, source);
    const seriesProblems = tellWarnings(unable, strict, terminal);
    if (seriesProblems.length > 0) return { problems: seriesProblems };
    const published = publishedWarnings([...warnings, ...unable], source.folder);
    const made = { datasets, verdicts: judged.verdicts, withheld, warnings: published, series };
    const manifest = await writeFiles(draft.release, prepared, { ...made, engine: await engine.version() });
    return { manifest, judged };
  } finally {
    await engine.close();
  }
}

function report(
  manifest: Manifest,
  { verdicts, withheld }: Computed,
  {
    size,
    rejects,
    target,
    seconds,
  }: {
    readonly size: number;
    readonly rejects: Kept | undefined;
    readonly target: string;
    readonly seconds: number;
  },
  terminal: Terminal,
): void {
  const title = wordsIn(manifest.plan.document.title, 'zh').words;
  terminal.print(
    manifest.demo
      ? say`${title}, as of ${manifest.asOf} (示例数据, demo data)`
      : say`${title}, as of ${manifest.asOf}`,
  );
  terminal.table(summariseGoals(verdicts));
  if (withheld.length > 0)
    terminal.print(say`Without a figure: ${listed(withheld.map(({ goal }) => goal.goal))}`);
  terminal.table(summariseDatasets(manifest.datasets));
  terminal.table(summariseFiles(manifest, size));
  const rejected = manifest.datasets.reduce((sum, { rows }) => sum + rows.rejected, 0);
  if (rejects) {
    const { folder, link } = rejects;
    terminal.print(
      link === undefined
        ? say`${rejected} rejected rows are in ${folder}`
        : say`${rejected} rejected rows are in ${folder} (not in ${link}, which is a link)`,
    );
  }
  terminal.print(say`Published in ${target}, ${seconds.toFixed(1)} s`);
}
