import { createHash } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createMetrics,
  digestManifest,
  parseLadder,
  parseTasks,
  readLadder,
  type Manifest,
  type Plan,
  type PublishedLadder,
  type PublishedTask,
  type PublishedTasks,
  type SeriesCheck,
  type Verdicts,
} from '@zj/metrics';
import { nodeEngine, openWorkbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFolder, park, run, writeSource, type Outcome } from './source.js';

// ladder.json and tasks.json of a release, from the park's files to a reader who computes them again.

let folder = '';
let remove: () => Promise<void>;
let release = '';
let outcome: Outcome;
let manifest: Manifest;
let ladder: PublishedLadder;
let tasks: PublishedTasks;
beforeAll(async () => {
  ({ folder, remove } = await openFolder());
  release = join(folder, 'park');
  outcome = await run('publish', park, '--out', release);
  manifest = await readJson(join(release, 'manifest.json'));
  ladder = parseLadder(await readJson(join(release, 'ladder.json'))).ladder!;
  tasks = parseTasks(await readJson(join(release, 'tasks.json'))).tasks!;
});
afterAll(() => remove());

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T;
}

const taskOf = ({ areas }: PublishedTasks, id: string): PublishedTask =>
  areas.flatMap((area) => area.tasks).find((task) => task.id === id)!;

/** The park's plan without some of its parts. */
async function planWithout(...keys: readonly (keyof Plan)[]): Promise<string> {
  const plan = await readJson<Plan>(join(park, 'plan.json'));
  return JSON.stringify(
    Object.fromEntries(Object.entries(plan).filter(([key]) => !keys.includes(key as keyof Plan))),
  );
}

describe('a release', () => {
  test('has its ladder and its tasks as files, named in the manifest with their digests, and told', async () => {
    expect(outcome.problems).toEqual([]);
    for (const name of ['ladder', 'tasks'] as const) {
      const { path, bytes, sha256 } = manifest.files[name]!;
      const content = await readFile(join(release, path));
      expect(path).toBe(`${name}.json`);
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
      expect(outcome.printed).toContain(path);
    }
  });

  test('has files that belong to it, in both languages, with their source and that they are made up', async () => {
    const { manifest: digest } = await readJson<Verdicts>(join(release, 'verdicts.json'));
    for (const file of [ladder, tasks]) {
      expect(file.manifest).toBe(digest);
      expect(file.plan.number).toBe('浦府〔2025〕42号');
      expect([file.demo, file.source.zh, file.source.en]).toEqual([
        true,
        '示例数据（park/generate）',
        'Demo data (park/generate)',
      ]);
      expect([file.asOf, file.reportedThrough]).toEqual(['2026-10-31', '2026-10-31']);
    }
    expect(ladder.rows).toEqual(manifest.datasets.find(({ table }) => table === 'incubation')!.rows);
    expect(ladder.tiers.map(({ name }) => name.zh)).toEqual([
      '创新型企业总部',
      '‘隐形冠军’和‘独角兽’企业',
      '高新技术企业',
      '创新创业企业',
    ]);
    expect(ladder.tiers[2]!.events).toEqual([
      {
        value: 'high-tech-recognised',
        label: { zh: '认定为高新技术企业', en: 'Recognised as a high-tech enterprise' },
      },
    ]);
    expect([tasks.safeguards.length, tasks.organisations.length]).toEqual([3, 10]);
  });

  test('without a register and without reports has neither file', async () => {
    const plan = JSON.parse(await planWithout('taskReports')) as Plan;
    const tiers = plan.ladder!.tiers.map(({ id, name, support }) => ({ id, name, support }));
    const source = await writeSource(join(folder, 'neither'), {
      'plan.json': JSON.stringify({ ...plan, ladder: { quote: plan.ladder!.quote, tiers } }),
      'tasks.csv': null,
      'tasks.json': null,
    });
    const out = `${source}-out`;
    expect((await run('publish', source, '--out', out)).told).toEqual([]);
    const { files } = await readJson<Manifest>(join(out, 'manifest.json'));
    expect([files.ladder, files.tasks]).toEqual([undefined, undefined]);
    expect((await verify(out)).filter(({ equal }) => !equal)).toEqual([]);
  });

  test('of an earlier day knows no move and no report after it', async () => {
    const out = join(folder, 'earlier');
    expect((await run('publish', park, '--out', out, '--as-of', '2026-05-15')).problems).toEqual([]);
    const earlier = parseLadder(await readJson(join(out, 'ladder.json'))).ladder!;
    expect(earlier.reportedThrough).toBe('2026-05-15');
    expect(earlier.moves).toEqual(ladder.moves.filter(({ date }) => date <= '2026-05-15'));
    const stopped = taskOf(parseTasks(await readJson(join(out, 'tasks.json'))).tasks!, 'A4.3').report!;
    expect([stopped.state, stopped.reported]).toEqual(['under-way', '2026-03-31']);
  });
});

describe('the ladder of the park', () => {
  test('is that of plain SQL over the CSV file: enterprises on each tier on the last day', async () => {
    const workbench = await openWorkbench();
    const counted =
      await workbench.rows(`WITH events AS (FROM read_csv('${join(park, 'data/incubation.csv')}')),
      gone AS (SELECT subject FROM events WHERE event = 'left'),
      top AS (SELECT subject FROM events WHERE event = 'headquarters-set-up'),
      champions AS (SELECT subject FROM events WHERE event IN ('hidden-champion-recognised', 'unicorn-recognised')),
      tech AS (SELECT subject FROM events GROUP BY subject
        HAVING max(date) FILTER (WHERE event = 'high-tech-recognised')
          >= coalesce(max(date) FILTER (WHERE event = 'high-tech-expired'), DATE '2000-01-01')),
      young AS (SELECT subject FROM events WHERE event = 'entered'),
      tiers AS (SELECT subject, CASE WHEN subject IN (FROM top) THEN 0 WHEN subject IN (FROM champions) THEN 1
        WHEN subject IN (FROM tech) THEN 2 WHEN subject IN (FROM young) THEN 3 END AS tier
        FROM (SELECT DISTINCT subject FROM events) WHERE subject NOT IN (FROM gone))
      SELECT tier, CAST(count(*) AS DOUBLE) AS number FROM tiers WHERE tier IS NOT NULL GROUP BY tier ORDER BY tier`);
    await workbench.close();
    const { tiers } = readLadder(ladder, { start: '2023-01-01', end: '2026-10-31' });
    expect(tiers.map(({ count }) => count)).toEqual(counted.map(({ number }) => number));
    expect(tiers.every(({ count }) => count > 0)).toBe(true);
  });

  test('can be told: enterprises enter, move up and leave, and what was there and came and went is what there is', () => {
    const { tiers, moves } = readLadder(ladder, { start: '2025-01-01', end: '2026-10-31' });
    for (const { before, entered, came, went, left, count } of tiers)
      expect(before + entered + came - went - left).toBe(count);
    expect(moves.map(({ from, to, up }) => [from, to, up])).toContainEqual(['start-up', 'high-tech', true]);
    expect(moves).toContainEqual({ from: 'champion-unicorn', to: 'headquarters', up: true, count: 1 });
    expect(tiers.at(-1)!.left).toBeGreaterThan(0);
  });
});

describe('the tasks of the park', () => {
  test('are those of the plan, and one without a report says so', async () => {
    const plan = await readJson<Plan>(join(park, 'plan.json'));
    expect(
      tasks.areas.map((area) =>
        area.tasks.map(({ id, title, measures }) => ({
          id,
          title,
          measures: measures.map(({ text }) => text),
        })),
      ),
    ).toEqual(plan.areas.map((area) => area.tasks));
    const silent = taskOf(tasks, 'A3.2');
    expect([silent.report, ...silent.measures.map(({ report }) => report)]).toEqual(Array(6).fill(null));
    // A task under way with a measure that nobody reports on.
    const { report, measures } = taskOf(tasks, 'A2.3');
    expect([report!.state, measures.at(-1)!.report]).toEqual(['under-way', null]);
  });

  test('keep the days of each change of state, in order, up to the state that is reported', () => {
    const { state, changes, note, reporter, reported } = taskOf(tasks, 'A4.3').report!;
    expect([state, reported]).toEqual(['stopped', '2026-06-30']);
    expect(changes.map((one) => one.state)).toEqual(
      ['not-started', 'under-way', 'stopped'].slice(-changes.length),
    );
    expect(changes.at(-1)).toEqual({ state: 'stopped', since: '2026-06-15', reported: '2026-06-30' });
    expect([note!.zh, note!.en]).toEqual([
      '因配套规划调整而停止',
      'Stopped because the plan for the site was changed',
    ]);
    expect([reporter.zh, reporter.en]).toEqual(['外高桥集团', 'Waigaoqiao Group']);
  });

  test('show evidence for what is done', () => {
    expect(taskOf(tasks, 'A1.1').report!.evidence).toBe('https://www.example.com/park/A1.1/0');
  });
});

/** The checks of the files beside verdicts.json, as a reader makes them. */
async function verify(at: string): Promise<readonly SeriesCheck[]> {
  const metrics = createMetrics({ engine: nodeEngine() });
  try {
    await metrics.open(join(at, 'manifest.json'));
    return (await metrics.verify()).series!;
  } finally {
    await metrics.close();
  }
}

/** A copy of the release in which a file says something else, and the manifest names its digest all the same. */
async function forge(
  name: string,
  change: (files: { readonly ladder: PublishedLadder; readonly tasks: PublishedTasks }) => object,
): Promise<string> {
  const at = join(folder, name);
  await cp(release, at, { recursive: true });
  const files = { ...manifest.files };
  for (const [key, value] of Object.entries(change({ ladder, tasks }))) {
    const content = `${JSON.stringify(value)}\n`;
    await writeFile(join(at, `${key}.json`), content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    Object.assign(files, { [key]: { path: `${key}.json`, bytes: Buffer.byteLength(content), sha256 } });
  }
  await writeFile(join(at, 'manifest.json'), JSON.stringify({ ...manifest, files }));
  return at;
}

const wrong = (checks: readonly SeriesCheck[]) =>
  checks.filter(({ equal }) => !equal).map(({ path, fault, differences }) => [path, fault, differences]);

describe('a reader who computes them again', () => {
  test('finds both equal, and the manifest still seals them', async () => {
    const checks = await verify(release);
    expect(wrong(checks)).toEqual([]);
    expect(checks.slice(-2).map(({ path, name }) => [path, name])).toEqual([
      ['ladder.json', 'ladder'],
      ['tasks.json', 'tasks'],
    ]);
    expect(await digestManifest(manifest)).toBe(ladder.manifest);
  });

  test('names one move that is told with another count, though the digest is right', async () => {
    const moves = ladder.moves.with(3, { ...ladder.moves[3]!, count: ladder.moves[3]!.count + 1 });
    const at = await forge('count', () => ({ ladder: { ...ladder, moves } }));
    expect(wrong(await verify(at))).toEqual([['ladder.json', undefined, ['moves']]]);
  });

  test('names a state that is told better than it is reported', async () => {
    const text = JSON.stringify(tasks).replaceAll('"stopped"', '"done"');
    const at = await forge('state', () => ({ tasks: JSON.parse(text) as PublishedTasks }));
    expect(wrong(await verify(at))).toEqual([['tasks.json', undefined, ['areas']]]);
  });

  test('names a file with other bytes, one that is not there, one that the manifest hides, and one too many', async () => {
    const bytes = await forge('bytes', () => ({}));
    await writeFile(join(bytes, 'ladder.json'), `${JSON.stringify(ladder, null, 1)}\n`);
    expect(wrong(await verify(bytes))).toEqual([['ladder.json', undefined, []]]);

    const gone = await forge('gone', () => ({}));
    await rm(join(gone, 'tasks.json'));
    expect(wrong(await verify(gone))).toEqual([['tasks.json', 'unreadable', []]]);

    const hidden = await forge('hidden', () => ({}));
    const { tasks: named, ...files } = manifest.files;
    await writeFile(join(hidden, 'manifest.json'), JSON.stringify({ ...manifest, files }));
    expect(wrong(await verify(hidden))).toEqual([[named!.path, 'missing', []]]);

    const extra = await forge('extra', () => ({}));
    const { taskReports, ...plan } = manifest.plan;
    await writeFile(join(extra, 'manifest.json'), JSON.stringify({ ...manifest, plan }));
    expect(taskReports).toBe('tasks');
    expect(wrong(await verify(extra)).map(([path, fault]) => [path, fault])).toContainEqual([
      'tasks.json',
      'extra',
    ]);
  });
});
