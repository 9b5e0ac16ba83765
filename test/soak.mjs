// Runs every test file that takes its number of cases from soak.ts, with all of its cases: `npm run soak`, or with options of
// Vitest, `npm run soak -- --project unit`. SOAK_SEED=20001 tries other cases than those from seed 1 on.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(unit|e2e)\.ts$/.test(name))
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((file) => /from '(\.\.?\/)+soak\.js'/.test(readFileSync(file, 'utf8')))
  .sort();
const args = ['node_modules/vitest/vitest.mjs', 'run', ...files, ...process.argv.slice(2)];
const env = { ...process.env, SOAK: '1' };
const { status } = spawnSync(process.execPath, args, { env, stdio: 'inherit' });
process.exit(status ?? 1);
