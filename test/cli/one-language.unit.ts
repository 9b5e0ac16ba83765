import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createMetrics,
  parseManifest,
  parseVerdicts,
  wordsIn,
  type Manifest,
  type PublishedVerdict,
  type Text,
  type Verdicts,
} from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { gaugeHtml, gaugeShape, gaugeTables } from '@zj/widgets';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooser, languages, thin } from '../metrics/plan/languages.js';
import { openFolder, park, run, writeSource } from './source.js';

const example = join(import.meta.dirname, '../../examples/one-language');
let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

/** A release in a folder, read as any reader reads it, and computed again. */
async function openRelease(
  release: string,
): Promise<{ readonly manifest: Manifest; readonly verdicts: Verdicts; readonly equal: boolean }> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(release, name), 'utf8')) as unknown;
  const [manifest, verdicts] = [
    parseManifest(await read('manifest.json')),
    parseVerdicts(await read('verdicts.json')),
  ];
  expect([manifest.problems, verdicts.problems]).toEqual([[], []]);
  const metrics = createMetrics({ engine: nodeEngine() });
  await metrics.open(join(release, 'manifest.json'));
  const { equal } = await metrics.verify();
  await metrics.close();
  return { manifest: manifest.manifest!, verdicts: verdicts.verdicts!, equal };
}

/** Every text of a verdict that a person wrote. */
function writtenTexts({
  name,
  unit,
  qualifier,
  clause,
  source,
  interpretations,
}: PublishedVerdict): readonly Text[] {
  return [name, unit, qualifier, clause.quote, source].concat(
    interpretations.flatMap(({ question, reading }) => [question, reading]),
  );
}

describe('examples/one-language', () => {
  let outcome: Awaited<ReturnType<typeof run>>;
  let found: Awaited<ReturnType<typeof openRelease>>;
  beforeAll(async () => {
    outcome = await run('publish', example, '--out', join(folder, 'one-language'));
    found = await openRelease(join(folder, 'one-language'));
  });

  test('is checked and published, and computed again', async () => {
    expect([outcome.problems, outcome.code]).toEqual([[], 0]);
    const checked = await run('check', example);
    expect([checked.problems, checked.code]).toEqual([[], 0]);
    expect(found.equal).toBe(true);
    expect(outcome.printed).toContain('示例街道绿化美化行动方案(2026年), as of 2026-10-31');
  });

  test('has no English that nobody wrote, and sentences in both languages', () => {
    expect(found.verdicts.plan.title).toEqual({ zh: '示例街道绿化美化行动方案(2026年)' });
    for (const verdict of found.verdicts.verdicts) {
      for (const text of writtenTexts(verdict)) expect(Object.keys(text)).not.toContain('en');
      expect(verdict.reason.en).toMatch(/^As of October 2026, /);
      expect(verdict.reason.zh).toMatch(/^截至2026年10月/);
    }
  });

  test('heads the columns of a result in either language', async () => {
    const metrics = createMetrics({ engine: nodeEngine() });
    await metrics.open(join(folder, 'one-language/manifest.json'));
    const query = { metric: 'trees-planted', by: ['month'], compare: 'previous-period' } as const;
    const result = await metrics.query(query);
    const [zh, en] = [result.toCsv(), result.toCsv({ locale: 'en' })].map((csv) => csv.split('\r\n')[0]!);
    await metrics.close();
    expect(zh).toMatch(/^月份,新植行道树（棵）,新植行道树（上期）（棵）/);
    expect(en).toMatch(/^Month,新植行道树 \(棵\),新植行道树 \(the period before\) \(棵\)/);
  });
});

describe('the park’s plan in other languages', { timeout: 60_000 }, () => {
  test.each([
    ['Chinese alone', () => ['zh'] as const, () => ['zh'] as const],
    ['English alone', () => ['en'] as const, () => ['en'] as const],
    // Units are compared in a language that both have.
    ['a mixture', chooser(7), () => languages],
  ])('%s is published and computed again, and every gauge has words', async (name, choose, ofMetrics) => {
    const changes: Record<string, string> = {};
    const contracts = (await readdir(join(park, 'data'))).filter((file) => file.endsWith('.json'));
    for (const file of ['plan.json', 'metrics.json', ...contracts.map((one) => `data/${one}`)]) {
      const json = JSON.parse(await readFile(join(park, file), 'utf8')) as unknown;
      changes[file.replace('data/', '')] = JSON.stringify(
        thin(json, file === 'metrics.json' ? ofMetrics : choose),
      );
    }
    const source = await writeSource(join(folder, name), changes);
    const release = join(folder, `${name} released`);
    expect((await run('publish', source, '--out', release)).problems).toEqual([]);
    const { verdicts, equal } = await openRelease(release);
    expect(equal).toBe(true);
    for (const verdict of verdicts.verdicts) {
      for (const text of writtenTexts(verdict))
        for (const language of languages) expect(wordsIn(text, language).words).toMatch(/\S/);
      for (const locale of ['zh-CN', 'en']) {
        const { name: label, figure, quantity, source, reason } = gaugeShape(verdict, { locale });
        for (const words of [label, [...figure, ...quantity].join(''), ...source, reason])
          expect(words).toMatch(/\S/);
        const rows = gaugeTables(verdict, { locale }).flatMap((table) => table.rows);
        for (const row of rows) for (const words of row) expect(words).toMatch(/\S/);
        expect(gaugeHtml(verdict, { locale })).not.toMatch(/undefined|<t[dh][^>]*><\/t/);
      }
    }
  });
});
