// The licences of all code in a folder's built files, in a file beside them. For rollup.config.mjs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import license from 'rollup-plugin-license';

/** The file that stands beside built files. */
export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/** The licences of code that its package publishes without them. */
const carriedTexts = new URL('licences/', import.meta.url);
const rule = `\n\n${'-'.repeat(80)}\n\n`;

/** The notices of each folder by package: several builds write into one. */
const folders = new Map();
/** The notices of all packages that any build bundled. */
const bundled = new Map();

/**
 * Writes the licences of all packages whose code is in the built files of a folder. `carried` names files below `.ci/licences`,
 * for code whose package comes without its licence. `packages` names further packages, for files that were bundled elsewhere: an
 * earlier build here has bundled them, too.
 */
export function notices(folder, { packages = [], carried = [] } = {}) {
  const parts = folders.get(folder) ?? new Map();
  folders.set(folder, parts);
  for (const file of carried) {
    const text = readFileSync(new URL(file, carriedTexts), 'utf8').trim();
    parts.set(text.slice(0, text.indexOf(':')), text);
  }
  const read = license({
    thirdParty: {
      output(dependencies) {
        for (const { name, version, license, author, licenseText, noticeText } of dependencies) {
          if (name.startsWith('@zj/') || parts.has(name)) continue;
          if (!licenseText)
            throw new Error(
              `${name} has no file with its licence: write one into .ci/licences, and name it.`,
            );
          const head = `${name} ${version}: ${[license, author?.name].filter(Boolean).join(', ')}`;
          const texts = [licenseText, noticeText].filter(Boolean).map((text) => text.trim());
          bundled.set(name, [head, ...texts].join('\n\n'));
          parts.set(name, bundled.get(name));
        }
        for (const name of packages) {
          if (!bundled.has(name)) throw new Error(`No earlier build has bundled ${name}.`);
          parts.set(name, bundled.get(name));
        }
      },
    },
  });
  return [
    read,
    {
      name: 'notices',
      // Not with the licences themselves: tests bundle in memory, a part of the files at a time.
      writeBundle() {
        if (parts.size === 0) return;
        const own = 'These files hold code of others, under the licences below. Hand this file on with them.';
        const all = [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, noticesFile), `${[own, ...all].join(rule)}\n`);
      },
    },
  ];
}
