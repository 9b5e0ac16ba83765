// The browser of the tests: CHROME_PATH, else a known name on the PATH or in the usual places, else Playwright's own.
// Run with --install, it installs one where none is found.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((root) =>
    process.env[root] ? [join(process.env[root], 'Google', 'Chrome', 'Application', 'chrome.exe')] : [],
  ),
];

/** How long a test waits for a page, in milliseconds: no test fails because a machine is busy. */
export const patience = 120_000;

/** The path of a Chromium to run, or undefined where the machine has none. */
export function findChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!existsSync(chosen))
      throw new Error(
        `CHROME_PATH names no file: ${chosen}. Correct it, or unset it to let the tests look for a browser.`,
      );
    return chosen;
  }
  return [...onPath(names), ...places, chromium.executablePath()].find(runnable);
}

/** Where programs of these names would be, in the folders of the PATH. */
export function onPath(names) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
}

/** Whether a path names a program that can be run. */
export function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Playwright's options for starting that browser here. */
export function launchOptions() {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error(
      'No Chromium found. Install one, or name it in CHROME_PATH; `node test/chromium.mjs --install` tries to.',
    );
  const root = process.getuid?.() === 0;
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return { executablePath, args: [...quiet, ...(root ? ['--no-sandbox'] : [])] };
}

function install() {
  const attempts = [['npx', ['playwright', 'install', 'chromium']]];
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    attempts.push([
      'sh',
      ['-c', 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk'],
    ]);
  }
  for (const [command, args] of attempts) {
    console.log(`No Chromium found; trying: ${command} ${args.join(' ')}`);
    try {
      execFileSync(command, args, {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    } catch {
      continue;
    }
    if (findChromium()) return;
  }
  console.error(
    'No browser could be installed. Install Chromium or Chrome, or set CHROME_PATH to one, and run the tests again.',
  );
  process.exit(1);
}

if (process.argv[1] === import.meta.filename && process.argv.includes('--install')) {
  if (!findChromium()) install();
  console.log(`Browser of the tests: ${findChromium()}`);
}
