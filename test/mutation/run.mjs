// Changes the code of judging, change by change, and says which changes no test noticed: `npm run mutation`, or of one folder,
// `npm run mutation methods/`. Each folder is held against the tests beside it; each takes up to half an hour on a quiet machine.
import { spawnSync } from 'node:child_process';

const goal = 'packages/metrics/src/goal';
const [, , ...folders] = process.argv;
let status = 0;
for (const folder of folders.length > 0 ? folders : ['./', 'methods/', 'forecast/']) {
  const args = ['stryker', 'run', 'test/mutation/stryker.config.json'];
  const mutate = ['--mutate', `${goal}/${folder.replace('./', '')}*.ts`];
  // To count what each test covers takes its numeric searches longer than to run them.
  if (folder === 'forecast/') args.push('--coverageAnalysis', 'off');
  const env = { ...process.env, ZJ_MUTATION: folder };
  status ||= spawnSync('npx', [...args, ...mutate], { env, stdio: 'inherit' }).status ?? 1;
}
process.exit(status);
