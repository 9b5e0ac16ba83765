// Which files the zip holds besides its pages, and from where: those of npm run build, untouched.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const widgets = 'packages/widgets/dist';
const metrics = 'packages/metrics/dist/browser';

/** Where the notices of other people's code may stand, and what they are called in the zip. */
const notices = [
  [widgets, ''],
  [metrics, 'metrics/'],
  [`${metrics}/engine`, 'metrics/engine/'],
];

/**
 * All files that a site may serve, by their path in the zip, from the repository at `root`.
 *
 * @param {string} root
 */
export function readFiles(root) {
  const read = (path) => {
    if (existsSync(join(root, path))) return readFileSync(join(root, path));
    throw new Error(`${path} is missing: npm run build makes it.`);
  };
  const all = (folder, pattern) =>
    (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []).filter((name) =>
      pattern.test(name),
    );
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  for (const name of all(widgets, /^zj.*\.(js|css)$/)) files.set(name, read(`${widgets}/${name}`));
  for (const name of all(metrics, /^zj.*\.js$/)) files.set(`metrics/${name}`, read(`${metrics}/${name}`));
  for (const name of all(`${metrics}/engine`, /\.(js|wasm)$/)) {
    files.set(`metrics/engine/${name}`, read(`${metrics}/engine/${name}`));
  }
  const needed = [
    'zj-goal-gauge.js',
    'zj-goal-gauge-detail.js',
    'zj-goal-gauge-menu.js',
    'zj.css',
    'zj.js',
    'metrics/zj-metrics.js',
  ];
  for (const name of [...needed, 'metrics/engine/duckdb-eh.wasm']) {
    if (!files.has(name)) throw new Error(`${name} is missing: npm run build makes it.`);
  }
  files.set('LICENSE.txt', read('LICENSE'));
  for (const [folder, at] of notices) {
    for (const name of all(folder, /^THIRD-PARTY/)) {
      // A file without an ending is none that a reader's machine opens.
      files.set(`${at}${name.replace(/^[^.]*$/, '$&.txt')}`, read(`${folder}/${name}`));
    }
  }
  files.set('icon.svg', read('examples/park/site/icon.svg'));
  return files;
}

/** The SHA-384 of a file, as the attribute `integrity` writes it. */
export function integrityOf(bytes) {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}
