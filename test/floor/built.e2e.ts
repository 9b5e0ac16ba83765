import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allowed } from './allowed.js';
import { tell, type Finding } from './floor.js';
import { checkScript } from './script.js';
import { checkSheet } from './sheet.js';

const root = join(import.meta.dirname, '../..');
/** Where files lie that a browser loads. */
const folders = [
  'packages/widgets/dist',
  'packages/metrics/dist/browser',
  'packages/metrics/dist/browser/engine',
  'examples/park/site',
  'examples/public-record/site',
  'examples/national-outline/site',
  'examples/query',
  'examples/one-language/site',
  '.ci/bundle',
];

function check(file: string): readonly Finding[] {
  const text = readFileSync(join(root, file), 'utf8');
  return file.endsWith('.js') ? checkScript(file, text) : checkSheet(file, text);
}

const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => `${folder}/${name}`),
);
const findings = files.flatMap(check);
const mayStay = ({ file, what }: Finding): boolean =>
  allowed.some((one) => one.file.test(file) && one.what.test(what));

test('no built file and no page of the examples uses anything newer than the floor without a fallback', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(findings.filter((finding) => !mayStay(finding)).map(tell)).toEqual([]);
});

test('everything that is allowed is still used', () => {
  const used = ({ file, what }: (typeof allowed)[number]): boolean =>
    findings.some((finding) => file.test(finding.file) && what.test(finding.what));
  expect(allowed.filter((one) => !used(one))).toEqual([]);
});
