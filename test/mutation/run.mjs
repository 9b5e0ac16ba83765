// Changes the code of judging, change by change, and says which changes no test noticed: `npm run mutation`, or of one folder or
// file, `npm run mutation forecast/ sum.ts`. Each is held against the tests beside it; all take about an hour on a quiet machine.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';

const goal = 'packages/metrics/src/goal/';
const wanted = process.argv.length > 2 ? process.argv.slice(2) : ['./', 'methods/', 'forecast/'];
const files = wanted.flatMap((path) => (path.endsWith('.ts') ? [path] : filesOf(path.replace('./', ''))));
const report = 'build/mutation.json';
const least = 0.85;
const total = { killed: 0, all: 0 };

// One file at a time: a mutated file runs slowly, and searches for weights call the others a million times.
for (const file of files) {
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : './';
  const args = ['stryker', 'run', 'test/mutation/stryker.config.json', '--mutate', goal + file];
  const env = { ...process.env, ZJ_MUTATION: folder };
  rmSync(report, { force: true });
  const { status } = spawnSync('npx', args, { env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  const [{ mutants }] = Object.values(JSON.parse(readFileSync(report, 'utf8')).files);
  const killed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  total.killed += killed;
  total.all += mutants.length;
  console.log(`${file}: ${killed} of ${mutants.length}; so far ${score(total)}`);
}
process.exit(total.killed < least * total.all ? 1 : 0);

function filesOf(folder) {
  const names = readdirSync(goal + folder).filter((name) => name.endsWith('.ts'));
  return names.map((name) => folder + name).filter(hasCode);
}

/** A file of types alone has nothing to change. */
function hasCode(file) {
  return /^export (const|function|class)/m.test(readFileSync(goal + file, 'utf8'));
}

function score({ killed, all }) {
  return `${killed} of ${all}, ${((100 * killed) / all).toFixed(2)} %`;
}
