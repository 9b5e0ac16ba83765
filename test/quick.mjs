// For who changes code: types, and the unit tests but the slow ones, in less than a minute: `npm run test:quick`. Without a build and
// without a browser. Words after it choose files by their paths, slow ones too: `npm run test:quick -- goal/ cli/check`.
import { spawn } from 'node:child_process';

/** Test files that take seconds each: many random cases, large files, other processes. `npm test` runs them. */
const slow = [
  'test/bundle/**',
  'test/cli/**',
  'test/examples/**',
  'test/metrics/{api,guide,schemas}.unit.ts',
  'test/metrics/dataset/{checks,cube}.unit.ts',
  'test/metrics/dataset/read/{shapes,workbook,workbook-large}.unit.ts',
  'test/metrics/engine/node.unit.ts',
  'test/metrics/goal/{forecast/forecast,methods/property}.unit.ts',
  'test/metrics/query/{adding,comparison,comparisons,completeness,equality,golden,hostile,selection}.unit.ts',
  'test/metrics/release/{forged,verification,withheld}.unit.ts',
  'test/metrics/session/{addition,argument,asking,completeness,cuboid,file,metrics,query}.unit.ts',
  'test/metrics/translation/told.unit.ts',
  'test/widgets/{built,mutations}.unit.ts',
];

const words = process.argv.slice(2);
const left = words.length > 0 ? [] : slow.flatMap((files) => ['--exclude', files]);
const began = performance.now();
const [types, tests] = await Promise.all([
  run('node_modules/typescript/bin/tsc', '-b').then((failed) =>
    failed === 0 ? run('node_modules/typescript/bin/tsc', '-p', 'test') : failed,
  ),
  // One process for many files: what all of them import is read once.
  run(
    'node_modules/vitest/vitest.mjs',
    ...['run', '--project', 'unit', '--no-isolate', '--reporter', 'dot', ...left, ...words],
  ),
]);
console.log(
  `types ${types === 0 ? 'hold' : 'do not hold'}, tests ${tests === 0 ? 'pass' : 'fail'}: ${Math.round((performance.now() - began) / 1000)} s. npm test runs everything.`,
);
process.exit(types === 0 && tests === 0 ? 0 : 1);

function run(...args) {
  return new Promise((resolve) => {
    spawn(process.execPath, args, { stdio: 'inherit' }).on('close', (code) => resolve(code ?? 1));
  });
}
