// Prepares a release: `npm run release 0.2.0` writes the version into all packages and the lock, and gives the first section of
// CHANGELOG.md its number and day. It commits, tags and publishes nothing: CONTRIBUTING.md says how that is done.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

/** The folders of the packages. */
export const folders = readdirSync(new URL('packages/', root))
  .map((name) => `packages/${name}`)
  .filter((folder) => existsSync(new URL(`${folder}/package.json`, root)));

/** Whether one version comes after another; both are three numbers. */
export function isLater(next, before) {
  const [a, b] = [next, before].map((version) => version.split('.').map(Number));
  const at = a.findIndex((number, i) => number !== b[i]);
  return at >= 0 && a[at] > b[at];
}

/** A package.json with another version, its own and that of the sister packages that it needs. */
export function withVersion(manifest, version) {
  const named = (list) =>
    list &&
    Object.fromEntries(
      Object.entries(list).map(([name, asked]) => [name, name.startsWith('@zj/') ? version : asked]),
    );
  const lists = ['dependencies', 'peerDependencies', 'optionalDependencies'];
  return {
    ...manifest,
    version,
    ...Object.fromEntries(
      lists.filter((list) => manifest[list]).map((list) => [list, named(manifest[list])]),
    ),
  };
}

/** CHANGELOG.md whose unreleased section has become that of a version, with an empty one above it. */
export function withSection(changelog, version, day) {
  const [, text] = /^## Unreleased\n([^]*?)(?=^## |(?![^]))/m.exec(changelog) ?? [];
  if (!text?.trim())
    throw new Error('CHANGELOG.md has nothing under "## Unreleased". Write there what users notice.');
  return changelog.replace('## Unreleased\n', `## Unreleased\n\n## ${version} (${day})\n`);
}

function prepare(version) {
  const read = (path) => readFileSync(new URL(path, root), 'utf8');
  const write = (path, value) =>
    writeFileSync(
      new URL(path, root),
      typeof value === 'string' ? value : `${JSON.stringify(value, null, 2)}\n`,
    );
  const before = JSON.parse(read('package.json')).version;
  if (!/^\d+\.\d+\.\d+$/.test(version ?? ''))
    throw new Error(`"${version ?? ''}" is no version. Write it like 0.2.0: npm run release 0.2.0`);
  // The first release has the version that the packages have had from the beginning.
  const first = !/^## \d/m.test(read('CHANGELOG.md'));
  if (!isLater(version, before) && !(first && version === before))
    throw new Error(`${version} does not come after ${before}. Choose a later version.`);

  const changelog = withSection(read('CHANGELOG.md'), version, new Date().toISOString().slice(0, 10));
  const lock = JSON.parse(read('package-lock.json'));
  for (const folder of ['', ...folders]) {
    const path = `${folder ? `${folder}/` : ''}package.json`;
    write(path, withVersion(JSON.parse(read(path)), version));
    lock.packages[folder] = withVersion(lock.packages[folder], version);
  }
  write('package-lock.json', { ...lock, version });
  const element = 'packages/widgets/src/element/zj-element.ts';
  write(element, read(element).replace(/(static readonly version: string = ')[^']+/, `$1${version}`));
  write('CHANGELOG.md', changelog);
  console.log(`${version} is prepared. Read the changes with git diff, then go on as CONTRIBUTING.md says.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    prepare(process.argv[2]);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
