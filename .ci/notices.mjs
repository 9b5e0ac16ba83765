// Whose code is in a built file: its licence in one line, and the whole texts in a file beside it. For rollup.config.mjs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file that stands beside built files. */
export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/** The licences of code that its package publishes without them. */
const texts = new URL('licences/', import.meta.url);
const rule = `\n\n${'-'.repeat(80)}\n\n`;

/** The folders of the packages that a file's modules come from. */
function foldersOf(moduleIds) {
  const folders = moduleIds.flatMap(
    (id) => /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(id.replace(/^\0/, ''))?.[0] ?? [],
  );
  return [...new Set(folders)].sort();
}

/** A package as its package.json tells, with the texts that it asks to hand on. */
function read(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const by = typeof author === 'string' ? author.replace(/ *[<(].*/, '') : author?.name;
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copyright)/i.test(file));
  return {
    head: `${name} ${version}: ${[license, by].filter(Boolean).join(', ')}`,
    name,
    text: files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n'),
  };
}

/** The first line of a file: the licence of our code, and of each package in it. */
export function licencesOf({ moduleIds }) {
  return `/*! ${['Apache-2.0', ...foldersOf(moduleIds).map((folder) => read(folder).head)].join('; ')} */`;
}

/** What stands in a folder's file, by folder: several builds write into one. */
const known = new Map();

/**
 * Writes the licences of all packages whose code is in the built files of a folder into a file beside them. `packages` names
 * further ones, of files that were bundled elsewhere; `carried` names files below `.ci/licences`, for code whose package comes
 * without its licence.
 */
export function notices(folder, { packages = [], carried = [] } = {}) {
  return {
    name: 'notices',
    writeBundle(_, files) {
      const parts = known.get(folder) ?? new Map();
      known.set(folder, parts);
      for (const file of carried) {
        const text = readFileSync(new URL(file, texts), 'utf8').trim();
        parts.set(text.split('\n', 1)[0], text);
      }
      const bundled = Object.values(files).flatMap(({ moduleIds = [] }) => foldersOf(moduleIds));
      for (const at of [...bundled, ...packages.map((name) => join('node_modules', name))]) {
        const { head, text, name } = read(at);
        if (text !== '') parts.set(head, `${head}\n\n${text}`);
        else if (![...parts.keys()].some((first) => first.startsWith(`${name}:`)))
          this.error(`${name} has no file with its licence: write one into .ci/licences, and name it.`);
      }
      const own = 'These files hold code of others, under the licences below. Hand this file on with them.';
      const all = [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
      if (all.length > 0) writeFileSync(join(folder, noticesFile), `${[own, ...all].join(rule)}\n`);
    },
  };
}
