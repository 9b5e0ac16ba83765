import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingEntry } from '../.ci/changelog.mjs';
import { folders, isLater, withSection, withVersion } from '../.ci/release.mjs';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('all packages have one version, and need each other in that version', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, object> };
  expect(folders.length).toBeGreaterThan(2);
  for (const folder of folders) {
    const manifest = JSON.parse(read(`${folder}/package.json`)) as Readonly<Record<string, unknown>>;
    expect(withVersion(manifest, version), folder).toEqual(manifest);
    expect(lock.packages[folder], folder).toMatchObject({ version });
  }
});

test('the changelog begins with the section of what is not released yet', () => {
  expect(/^## .*/m.exec(read('CHANGELOG.md'))?.[0]).toBe('## Unreleased');
});

test('a release has later numbers than the one before', () => {
  expect(isLater('0.2.0', '0.1.9')).toBe(true);
  expect(isLater('0.10.0', '0.9.1')).toBe(true);
  for (const before of ['0.2.0', '0.2.1', '1.0.0']) expect(isLater('0.2.0', before)).toBe(false);
});

test('a release gives its section a number and a day, and leaves an empty one above it', () => {
  const changelog = '# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.1.0 (2026-12-01)\n\n- Old.\n';
  expect(withSection(changelog, '0.2.0', '2027-01-04')).toBe(
    '# Changelog\n\n## Unreleased\n\n## 0.2.0 (2027-01-04)\n\n- New.\n\n## 0.1.0 (2026-12-01)\n\n- Old.\n',
  );
});

test('a release of which nothing is written is refused', () => {
  const changelog = '# Changelog\n\n## Unreleased\n\n## 0.1.0 (2026-12-01)\n\n- Old.\n';
  expect(() => void withSection(changelog, '0.2.0', '2027-01-04')).toThrow('nothing under "## Unreleased"');
});

test('a branch that changes a package says so in the changelog, or that nobody notices', () => {
  const files = ['packages/metrics/src/goal/judge.ts', 'packages/cli/src/zj.ts', 'README.md'];
  const nothing = { files, added: [], messages: 'Judge faster\n' };
  expect(missingEntry(nothing)).toMatch(/^packages\/metrics\/src\/goal\/judge\.ts and 1 more changed/);
  expect(missingEntry({ ...nothing, added: ['', '- Judging is faster.'] })).toBeUndefined();
  expect(missingEntry({ ...nothing, messages: 'Names\n\nChangelog: none\n' })).toBeUndefined();
  expect(missingEntry({ ...nothing, files: ['test/house.unit.ts', 'README.md'] })).toBeUndefined();
});
