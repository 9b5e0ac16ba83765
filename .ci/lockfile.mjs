// Restores entries that `npm install` leaves out of package-lock.json: an optional package for another system
// that the registry at hand did not answer for. Without its entry `npm ci` stops with "Missing … from lock file",
// and the lock is wrong for everyone on that system. Run after every `npm install`: npm run lock
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = {
  darwin: 1,
  linux: 1,
  win32: 1,
  freebsd: 1,
  android: 1,
  openbsd: 1,
  netbsd: 1,
  sunos: 1,
  aix: 1,
  openharmony: 1,
};
const processors = {
  arm64: 1,
  x64: 1,
  ia32: 1,
  arm: 1,
  riscv64: 1,
  ppc64: 1,
  s390x: 1,
  loong64: 1,
  mips64el: 1,
  wasm32: 1,
};

/** os, cpu and libc as a platform package's name states them: @scope/name-linux-x64-musl */
function platform(name) {
  const words = name.split(/[-/]/);
  const os = words.find((word) => word in systems);
  const cpu = words.find((word) => word in processors);
  const libc = words.some((w) => w.startsWith('musl'))
    ? 'musl'
    : words.some((w) => w.startsWith('gnu')) && os === 'linux'
      ? 'glibc'
      : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const present = [`${path}/node_modules/${name}`, `node_modules/${name}`].some(
      (at) => at in lock.packages,
    );
    if (present || name.startsWith('@zj/')) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...platform(name),
      dev: entry.dev,
      license: entry.license,
      optional: true,
    };
    added++;
  }
}
if (added > 0) {
  const [root, ...rest] = Object.entries(lock.packages);
  rest.sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries([root, ...rest]);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`package-lock.json: ${added} optional entries restored`);
