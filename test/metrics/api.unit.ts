import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeApi } from '../../.ci/api.mjs';

const folder = join(import.meta.dirname, '../../packages/metrics/api');
const generated = writeApi() as Promise<{ files: Record<string, string>; warnings: string[] }>;

test('everything the SDK exports is documented, and every type it speaks of is exported', async () => {
  expect((await generated).warnings).toEqual([]);
});

test('the committed API reference is that of the docstrings: else run `npm run api`', async () => {
  const { files } = await generated;
  const committed = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );
  expect(committed.sort()).toEqual(Object.keys(files).sort());
  for (const [file, text] of Object.entries(files))
    expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
});
