import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFolder, run } from './source.js';

let folder = '';
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

// Of the plans without bounds, ranges, formulas and states. A digest changes here only with a rule of METHODS.
test.each([
  ['park', '2bf7736d54ad8a20cf148f2744d011fd7414454d48faae0e331fdf61f3a83d02'],
  ['public-record', 'dbc84a15a06006939f5f113e9c1cb72e27f415c82293581f7d95db40869fd27b'],
  ['one-language', '86c6c7682bbd27628741e126df813c23cfd22d58d547d01c17daae80c9cef1fe'],
])('the verdicts of %s stay the same, to the byte', async (example, digest) => {
  const [source, out] = [join(import.meta.dirname, '../../examples', example), join(folder, example)];
  const { code } = await run('publish', source, '--out', out);
  expect(code).toBe(0);
  const { verdicts } = JSON.parse(readFileSync(join(out, 'verdicts.json'), 'utf8')) as { verdicts: unknown };
  expect(createHash('sha256').update(JSON.stringify(verdicts)).digest('hex')).toBe(digest);
});
