// The browsers of the walk: each from its variable, else by its names on the PATH and in the usual places.
// Run by itself, it tells which are here. ZJ_BROWSERS=all makes one that is missing an error.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, onPath, runnable } from '../chromium.mjs';
import { findFloor } from '../floor/chromium.mjs';

/** The four of the walk, by the key that it has for each. */
export const names = {
  chromium: 'Chromium',
  floor: 'Chromium 109',
  firefox: 'Firefox',
  webkit: 'WebKitGTK',
};

const firefoxNames = ['firefox-esr', 'firefox'];
const firefoxPlaces = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((root) =>
    process.env[root] ? [join(process.env[root], 'Mozilla Firefox', 'firefox.exe')] : [],
  ),
];
const safariDriver = '/usr/bin/safaridriver';

/** What a variable names, or the first of the paths that can be run. */
function choose(variable, paths) {
  const chosen = process.env[variable];
  if (chosen && !existsSync(chosen)) throw new Error(`${variable} names no file: ${chosen}.`);
  return chosen ?? paths.find(runnable);
}

const finders = {
  chromium: () => [findChromium(), 'install Chromium or Chrome, or name it in CHROME_PATH'],
  floor: () => [findFloor(), 'on Linux x64: node test/floor/chromium.mjs --install'],
  firefox: () => [
    choose('FIREFOX_PATH', [...onPath(firefoxNames), ...firefoxPlaces]),
    'no firefox-esr or firefox on the PATH or in the usual places; name it in FIREFOX_PATH',
  ],
  webkit: () => {
    const driver = choose('WEBKIT_DRIVER', onPath(['WebKitWebDriver']));
    if (!driver)
      return [undefined, 'no WebKitWebDriver on the PATH; on Debian: apt-get install webkit2gtk-driver xvfb'];
    const shown = findXvfb() ?? process.env.WAYLAND_DISPLAY ?? process.env.DISPLAY;
    return [shown && driver, 'WebKitWebDriver is here, but no Xvfb and no display to show a window on'];
  },
};

/**
 * The path of an X server without a screen, or undefined where there is none.
 * @returns {string | undefined}
 */
export function findXvfb() {
  return onPath(['Xvfb']).find(runnable);
}

/**
 * Which browsers of the walk are here, and for each of the others why not.
 * @returns {{
 *   readonly found: readonly { readonly id: string, readonly name: string, readonly path: string }[],
 *   readonly missing: readonly { readonly name: string, readonly remedy: string }[]
 * }}
 */
export function findBrowsers() {
  const all = Object.keys(names).map((id) => {
    const [path, remedy] = finders[id]();
    return { id, name: names[id], path, remedy };
  });
  const found = all.filter(({ path }) => path);
  const missing = all.filter(({ path }) => !path).map(({ name, remedy }) => ({ name, remedy }));
  if (process.env.ZJ_BROWSERS === 'all' && missing.length > 0)
    throw new Error(`ZJ_BROWSERS asks for all browsers. Missing: ${missing.map(tellMissing).join('. ')}.`);
  if (existsSync(safariDriver))
    missing.push({ name: 'Safari', remedy: 'it is here, but the walk does not drive it' });
  return { found, missing };
}

/** A browser that is not here, in a line. */
export function tellMissing({ name, remedy }) {
  return `${name} (${remedy})`;
}

if (process.argv[1] === import.meta.filename) {
  const { found, missing } = findBrowsers();
  for (const { name, path } of found) console.log(`The walk runs in ${name}: ${path}`);
  for (const one of missing) console.log(`The walk does not run in ${tellMissing(one)}`);
}
