// Prints the share of each step from the press of 核验 to "equal", at 10 000 and 1 000 000 rows, in Chromium: `node test/page/steps.mjs`
// after `npm run build`. Other numbers of rows may follow as words.
import { execFileSync, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { launchOptions, patience } from '../chromium.mjs';

const root = join(import.meta.dirname, '../..');
const zj = join(root, 'packages/cli/dist/zj.js');
const park = join(root, 'examples/park');
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 1_000_000];

const browser = await chromium.launch(launchOptions());
for (const rows of sizes) print(rows, await measure(rows));
await browser.close();

/** Publishes the park with so many rows of revenue, opens its page and presses 核验. */
async function measure(rows) {
  const folder = await mkdtemp(join(tmpdir(), 'zj-steps-'));
  const [source, release] = [join(folder, 'park'), join(folder, 'release')];
  await cp(park, source, { recursive: true });
  const quietly = { cwd: root, stdio: 'pipe' };
  const words = ['--rows', `${rows}`, '--out', join(source, 'data'), '--force'];
  execFileSync(process.execPath, [join(park, 'generate/index.mjs'), ...words], quietly);
  execFileSync(process.execPath, [zj, 'publish', source, '--out', release], quietly);
  const serve = [zj, 'serve', join(park, 'site'), '--release', release, '--port', '0'];
  const server = spawn(process.execPath, serve, { cwd: root });
  try {
    const address = await new Promise((resolve) =>
      server.stdout.once('data', (line) => resolve(line.toString().trim())),
    );
    const context = await browser.newContext();
    context.setDefaultTimeout(5 * patience);
    const page = await context.newPage();
    await page.addInitScript(observe);
    await page.goto(address);
    await page.waitForFunction(() => document.querySelectorAll('zj-goal-gauge[status]').length === 4);
    await page.waitForFunction(() =>
      document.querySelector('zj-verify')?.shadowRoot?.querySelector('[part=start]:not([disabled])'),
    );
    const measured = await page.evaluate(press);
    await context.close();
    const { files } = JSON.parse(await readFile(join(release, 'manifest.json'), 'utf8'));
    const { size } = await stat(join(release, files.database.path));
    return { ...measured, bytes: size };
  } finally {
    server.kill('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
}

/** Notes when digests are made: they are of the page, and no step of the element tells them. */
function observe() {
  globalThis.digests = [];
  const digest = globalThis.SubtleCrypto.prototype.digest;
  globalThis.SubtleCrypto.prototype.digest = async function (algorithm, data) {
    const began = performance.now();
    const answer = await digest.call(this, algorithm, data);
    globalThis.digests.push({ bytes: data.byteLength, milliseconds: performance.now() - began });
    return answer;
  };
}

/** Presses the button, and reads when each kind of work was told of first and last. */
async function press() {
  const element = document.querySelector('zj-verify');
  const marks = [];
  const words = () =>
    element.shadowRoot.querySelector('[part=progress]')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
  const watch = new globalThis.MutationObserver(() => marks.push([performance.now(), words()]));
  watch.observe(element.shadowRoot, { subtree: true, childList: true, characterData: true });
  const done = new Promise((resolve) => element.addEventListener('zj-verified', resolve, { once: true }));
  const began = performance.now();
  element.shadowRoot.querySelector('[part=start]').click();
  const { detail } = await done;
  const ended = performance.now();
  watch.disconnect();
  const { _finished: finished } = element;
  const files = performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime >= began)
    .map(({ name, startTime, responseEnd, encodedBodySize }) => ({
      ...{
        name: new URL(name).pathname,
        start: startTime - began,
        end: responseEnd - began,
        bytes: encodedBodySize,
      },
    }));
  return {
    equal: detail.equal,
    total: ended - began,
    marks: marks.map(([at, text]) => [at - began, text]),
    steps: finished.steps.map(({ kind, milliseconds, statements }) => ({
      ...{ kind, milliseconds, sql: statements.reduce((sum, one) => sum + one.milliseconds, 0) },
    })),
    files,
    digests: globalThis.digests,
  };
}

function print(rows, { equal, total, steps, files, digests, marks, bytes }) {
  const first = (pattern) => marks.find(([, text]) => pattern.test(text))?.[0];
  const last = (pattern) => marks.filter(([, text]) => pattern.test(text)).at(-1)?.[0];
  const sum = (list, of) => list.reduce((all, one) => all + of(one), 0);
  const file = (name) => files.find((one) => one.name.endsWith(name));
  const stepped = sum(steps, (one) => one.milliseconds);
  const sql = sum(steps, (one) => one.sql);
  const digest = sum(digests, (one) => one.milliseconds);
  const [library, manifest, database] = ['zj-metrics.js', 'manifest.json', '.duckdb'].map(file);
  const [compiling, opening] = [first(/编译/), last(/编译/) ?? 0];
  const begun = total - stepped;
  const table = [
    ['fetch: library', library ? library.end - library.start : 0],
    ['fetch: manifest', manifest ? manifest.end - manifest.start : 0],
    ['fetch: database (beside the engine)', database ? database.end - database.start : 0],
    ['digests, all (SHA-256)', digest],
    ['engine: download', compiling === undefined ? NaN : compiling - (manifest?.end ?? 0)],
    ['engine: compile', compiling === undefined ? NaN : Math.max(0, opening - compiling)],
    ['engine: start, attach', begun - Math.max(opening, compiling ?? 0)],
    ['all before the first step', begun],
    ['recompute: SQL of the steps', sql],
    ['read, judge and compare in the steps', stepped - sql],
    ['in all, from the press', total],
  ];
  console.log(
    `\n${rows} rows, ${(bytes / 1e6).toFixed(1)} MB, ${equal ? 'equal' : 'NOT EQUAL'}, ${steps.length} steps`,
  );
  for (const [name, milliseconds] of table) {
    const share = `${((100 * milliseconds) / total).toFixed(1)} %`;
    console.log(`  ${name.padEnd(40)}${milliseconds.toFixed(0).padStart(8)} ms${share.padStart(9)}`);
  }
  for (const kind of new Set(steps.map((one) => one.kind))) {
    const own = steps.filter((one) => one.kind === kind);
    console.log(
      `    ${`${kind} (${own.length})`.padEnd(38)}${sum(own, (one) => one.milliseconds)
        .toFixed(0)
        .padStart(8)} ms`,
    );
  }
}
