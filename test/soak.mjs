// Runs every test file that takes its number of cases from soak.ts, with all of its cases: `npm run soak`; of those whose names hold
// a word, and with options of Vitest, `npm run soak -- comparisons --project unit`. SOAK_SEED=20001 tries other cases than those
// from seed 1 on.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const given = process.argv.slice(2);
const options = given.findIndex((one) => one.startsWith('-'));
const words = options < 0 ? given : given.slice(0, options);
const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(unit|e2e)\.ts$/.test(name))
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .filter((file) => /from '(\.\.?\/)+soak\.js'/.test(readFileSync(file, 'utf8')))
  .sort();
// Without a file Vitest would run all tests.
if (files.length === 0)
  throw new Error(`No test of random cases is called ${words.join(' or ')}. Name a part of its file.`);
const args = ['node_modules/vitest/vitest.mjs', 'run', ...files, ...given.slice(words.length)];
const env = { ...process.env, SOAK: '1' };
const { status } = spawnSync(process.execPath, args, { env, stdio: 'inherit' });
process.exit(status ?? 1);
