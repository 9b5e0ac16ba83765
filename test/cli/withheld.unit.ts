import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createMetrics,
  parseVerdicts,
  type Contract,
  type MetricsFile,
  type Plan,
  type Verdicts,
  type Manifest,
} from '@zj/metrics';
import { withholdingReasons } from '@zj/metrics/internal';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  contractWith,
  lines,
  openFolder,
  park,
  revenueHeader,
  revenueRows,
  run,
  writeSource,
} from './source.js';

let folder = '';
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

test('a goal whose cells are merged with others is named with the reason and no figure, and the rest is published', async () => {
  const source = await writeSource(join(folder, 'crossing'), {
    'industry-revenue.csv': lines(
      revenueHeader,
      ...revenueRows.filter((line) => !line.includes('2026-10-01,E90')),
      '2026-10-01,E900001,集成电路,芯片设计,综合保税区,high-tech,50.00',
      ...[1, 2, 3, 4].map((n) => `2026-10-01,E94000${n},其他,现代物流,综合保税区,high-tech,10.00`),
    ),
  });
  const out = join(folder, 'crossing-out');
  const { code, told, notes, printed } = await run('publish', source, '--out', out);
  expect([code, told]).toEqual([0, []]);
  expect(notes).toContainEqual(
    expect.stringMatching(
      /^plan\.json:\d+:\d+ \$\.goals\[0\]: The goal leading-industries-revenue is published without a figure/,
    ),
  );
  expect(printed).toContain('Without a figure: leading-industries-revenue\n');

  const verdicts = await readJson<Verdicts>(join(out, 'verdicts.json'));
  expect(parseVerdicts(verdicts).problems).toEqual([]);
  expect(verdicts.verdicts.map(({ goal }) => goal)).toEqual([
    'pct-applications',
    'unicorn-hidden-champion',
    'high-quality-incubator',
  ]);
  expect(verdicts.withheld).toEqual([
    {
      goal: 'leading-industries-revenue',
      name: { zh: expect.any(String) as string, en: expect.any(String) as string },
      reason: withholdingReasons.merged,
    },
  ]);
  for (const { reason } of verdicts.withheld) expect(JSON.stringify(reason)).not.toMatch(/\d/);

  const metrics = createMetrics({ engine: nodeEngine() });
  await metrics.open(join(out, 'manifest.json'));
  const { equal, withheld, goals, manifest, facts } = await metrics.verify({ shown: verdicts });
  await metrics.close();
  expect(withheld).toMatchObject([{ goal: 'leading-industries-revenue', equal: true, causes: ['merged'] }]);
  expect(facts.filter((one) => !one.equal)).toEqual([]);
  expect([equal, manifest.equal, goals.length]).toEqual([true, true, 3]);
});

test('a goal whose figure has too many digits is named with that reason, and the rest is published', async () => {
  const plan = await readJson<Plan>(join(park, 'plan.json'));
  const file = await readJson<Required<MetricsFile>>(join(park, 'metrics.json'));
  const pct = plan.goals[1]!.metric;
  const contract = JSON.parse(await contractWith('patents', {})) as Contract;
  const staff = { name: 'staff', label: { zh: '人数', en: 'staff' }, type: 'DECIMAL(38,17)' } as const;
  const source = await writeSource(join(folder, 'digits'), {
    'metrics.json': JSON.stringify({
      ...file,
      metrics: file.metrics.map((one) =>
        one.id === pct ? { ...one, measure: { sum: 'staff' }, scale: 18 } : one,
      ),
    }),
    'patents.json': JSON.stringify({ ...contract, columns: [...contract.columns, staff] }),
    'patents.csv': lines(
      'application_number,filed,applicant,route,kind,ipc,industry,status,staff',
      'P1,2026-01-05,a,PCT,invention,,其他,filed,1000',
    ),
  });
  const out = join(folder, 'digits-out');
  const { code, notes } = await run('publish', source, '--out', out);
  expect(code).toBe(0);
  const { verdicts, withheld } = await readJson<Verdicts>(join(out, 'verdicts.json'));
  expect(withheld.map(({ goal }) => goal)).toEqual(['pct-applications']);
  // Its goal has no series either, and the one that metrics.json asks for is told of.
  const { files, warnings } = await readJson<Manifest>(join(out, 'manifest.json'));
  expect(files.series!.goals.map(({ goal }) => goal)).toEqual(verdicts.map(({ goal }) => goal));
  expect(files.series!.metrics.map(({ metric }) => metric)).toEqual(
    file.publish.map(({ metric }) => metric).filter((id) => id !== pct),
  );
  expect(warnings.filter(({ where }) => where.includes('$.publish[2]')).map(({ code: own }) => own)).toEqual([
    'overflow',
  ]);
  expect(notes.join('\n')).toMatch(/\$\.publish\[2\]: .*until then the series has no file\./);
  expect(withheld[0]!.reason).toEqual(withholdingReasons['not-computable']);
  expect(verdicts).toHaveLength(3);
});

test('where every goal has its figure none is withheld', async () => {
  const out = join(folder, 'park');
  expect((await run('publish', park, '--out', out)).code).toBe(0);
  expect((await readJson<Verdicts>(join(out, 'verdicts.json'))).withheld).toEqual([]);
});
