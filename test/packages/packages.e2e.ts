import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchOptions } from '../chromium.mjs';
import { isEngine, pack, readPackage, root, type Packs } from './pack.js';
import { openProject, transcript, type Project } from './project.js';
import { gaugeProgram, metricsProgram, pageOf, pageScript, tsconfig, webpackScript } from './sources.js';

/** Packing, and a machine that has other things to do. */
const patience = 300_000;
const names = ['metrics', 'widgets', 'cli'];
const folderOf = (name: string): string => join(root, 'packages', name);
let packs: Packs;
beforeAll(async () => {
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(
    transcript,
    'Each package packed, installed into an empty project, and used. <repository> is this one.\n',
  );
  packs = await pack();
}, patience);

describe.each(names)('the tarball of @zj/%s', (name) => {
  const files = (): readonly string[] => packs.own.get(`@zj/${name}`)!.files;
  const read = (file: string): string => readFileSync(join(folderOf(name), file), 'utf8');

  test('has a licence, a page about itself, and the Node that it needs', () => {
    expect(files()).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
    expect(read('LICENSE')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
    const { engines, license } = readPackage(folderOf(name));
    expect([engines?.node, license]).toEqual([readPackage(root).engines?.node, 'Apache-2.0']);
  });

  test('has a page that tells the sizes of its files as they are', () => {
    const told = [...read('README.md').matchAll(/^\| `(dist\/\S+)`.*? +(\d+) \|$/gm)];
    expect(told.length).toBe({ metrics: 6, widgets: 29 }[name] ?? 0);
    for (const [, file, bytes] of told) {
      expect(brotli(readFileSync(join(folderOf(name), file!))) / Number(bytes), file).toBeCloseTo(1, 1);
    }
  });

  test('has nothing of the build', () => {
    expect(files().filter((file) => /tsbuildinfo|\.tgz$|^(node_modules|test)\//.test(file))).toEqual([]);
  });

  test('has every file that a map or a declaration names', () => {
    const missing = files().flatMap((file) => {
      if (!/\.(js|d\.ts|map)$/.test(file) || file.startsWith('dist/browser/engine/')) return [];
      const text = read(file);
      const mapped = file.endsWith('.map')
        ? (JSON.parse(text) as { readonly sources: readonly string[] }).sources
        : [...text.matchAll(/\n\/\/# sourceMappingURL=(\S+)/g)].map(([, map]) => map!);
      const imported = file.endsWith('.d.ts')
        ? [...text.matchAll(/^(?:import|export|[^*\n]*import\()[^;\n]*?'(\..*?)\.js'/gm)].map(
            ([, path]) => `${path!}.d.ts`,
          )
        : [];
      const targets = [...mapped, ...imported].map((target) => posix.join(posix.dirname(file), target));
      return targets.filter((target) => !files().includes(target)).map((target) => `${file}: ${target}`);
    });
    expect(missing).toEqual([]);
  });
});

test('the engine is in one of the tarballs, once', () => {
  const all = [...packs.own.values()].flatMap(({ name, files }) => files.map((file) => `${name}/${file}`));
  expect(all.filter((file) => /duckdb.*\.(wasm|worker\.js)$/.test(file))).toEqual([
    '@zj/metrics/dist/browser/engine/duckdb-browser-eh.worker.js',
    '@zj/metrics/dist/browser/engine/duckdb-eh.wasm',
  ]);
});

test.each([
  ['widgets/dist', ['lit-html', 'lit-element', '@lit/reactive-element', 'd3-array', 'd3-shape', 'd3-path']],
  [
    'metrics/dist/browser',
    ['@duckdb/duckdb-wasm', '@e965/xlsx', '@noble/hashes', 'apache-arrow', 'fzstd', 'hyparquet', 'valibot'],
  ],
  ['metrics/dist/browser/engine', ['@duckdb/duckdb-wasm', 'apache-arrow', 'flatbuffers', 'js-sha256']],
])('beside the built files of %s stand the licences of the code in them', (folder, others) => {
  const [name, ...path] = folder.split('/');
  const file = [...path, 'THIRD-PARTY-NOTICES.txt'].join('/');
  expect(packs.own.get(`@zj/${name!}`)!.files).toContain(file);
  const text = readFileSync(join(folderOf(name!), file), 'utf8');
  const heads = [...text.matchAll(/\n-{80}\n\n(\S+)(?: [\d.]+)?: \S+/g)].map(([, head]) => head);
  expect(heads).toEqual(expect.arrayContaining(others));
  expect(text).toMatch(/Redistributions in binary form|Permission is hereby granted/);
  if (others.includes('apache-arrow'))
    expect(text).toContain('Copyright 2016-2024 The Apache Software Foundation');
});

describe('a team that shows gauges', () => {
  let project: Project;
  let browser: Browser;
  beforeAll(async () => {
    project = await openProject('gauges', packs, ['@zj/widgets']);
    await project.write({
      'src/page.js': pageScript,
      'index.html': pageOf('/src/page.js'),
      'webpack.mjs': webpackScript,
      'src/program.ts': gaugeProgram,
      'nodenext.json': tsconfig('nodenext'),
      'bundler.json': tsconfig('bundler'),
    });
    browser = await chromium.launch(launchOptions());
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await project?.remove();
  });

  test('gets Lit, and neither the SDK nor an engine', async () => {
    const { printed } = await project.run('npm', 'ls', '--all');
    expect(printed).toContain('lit@');
    expect(printed).not.toMatch(/duckdb|arrow|metrics|xlsx/);
    const installed = readdirSync(join(project.folder, 'node_modules'), {
      recursive: true,
      encoding: 'utf8',
    });
    expect(installed.filter((file) => /duckdb|\.wasm$|\.node$/.test(file))).toEqual([]);
  });

  test('reads shapes and prints pictures in plain Node', async () => {
    const code =
      "import('@zj/widgets').then(({ arcPath, printMarkup }) => console.log(typeof arcPath, typeof printMarkup))";
    expect(await project.run('node', '--eval', code)).toEqual({ code: 0, printed: 'function function\n' });
  });

  test.each(['nodenext', 'bundler'])(
    'compiles under strict TypeScript, modules %s, types of libraries checked',
    async (name) => {
      expect(await project.run('tsc', '--project', `${name}.json`)).toEqual({ code: 0, printed: '' });
    },
    patience,
  );

  test.each([
    [
      'esbuild',
      'page.js',
      [
        'esbuild',
        'src/page.js',
        '--bundle',
        '--minify',
        '--splitting',
        '--format=esm',
        '--outdir=out/esbuild',
      ],
    ],
    ['Vite', undefined, ['vite', 'build', '--outDir', 'out/vite']],
    [
      'webpack',
      'main.js',
      ['node', 'webpack.mjs', pathToFileURL(createRequire(import.meta.url).resolve('webpack')).href],
    ],
  ] as const)(
    'bundles a gauge with %s into no more than a page without a bundler loads, and it shows a figure',
    async (name, script, [command, ...args]) => {
      const { code, printed } = await project.run(command, ...args);
      expect(code, printed).toBe(0);
      const folder = join('out', name.toLowerCase());
      if (script) await project.write({ [join(folder, 'index.html')]: pageOf(script) });
      const { figure, bytes, loaded } = await visit(browser, join(project.folder, folder));
      expect(figure).toBe('71.0%');
      expect(loaded.join()).not.toMatch(/duckdb|apache-arrow/i);
      // Bundlers split what is shared with parts on demand, as these files are.
      const built = ['zj.js', 'zj-core.js', 'zj-gauge.js', 'zj-element-goal-gauge.js']
        .map((file) => brotli(readFileSync(join(folderOf('widgets'), 'dist', file))))
        .reduce((sum, one) => sum + one);
      report(
        `${name}: ${bytes} bytes of brotli; zj.js and the files of a gauge have ${built}; shown: ${figure}`,
      );
      expect(bytes).toBeLessThanOrEqual(built);
    },
    patience,
  );
});

describe('a program with the SDK', () => {
  let project: Project;
  const { exports = {}, peerDependencies = {} } = readPackage(folderOf('metrics'));
  const entries = Object.entries(exports).flatMap(([at, target]) =>
    typeof target !== 'string' && at !== './wasm' ? [posix.join('@zj/metrics', at)] : [],
  );
  beforeAll(async () => {
    project = await openProject('sdk', packs, ['@zj/metrics']);
    await project.write({
      'src/program.ts': metricsProgram,
      'nodenext.json': tsconfig('nodenext'),
      'bundler.json': tsconfig('bundler'),
      'entries.mjs': `for (const entry of ${JSON.stringify(entries)})
  console.log(entry, Object.keys(await import(entry)).length > 0);\n`,
      'sum.mjs': `import { nodeEngine } from '@zj/metrics/node';
const engine = nodeEngine();
await engine.open();
console.log((await engine.run('SELECT 40 + 2.0::DOUBLE AS n')).columns[0].values);
await engine.close();\n`,
      'arrow.mjs': `import { createMetrics, tableRows } from '@zj/metrics';
const { optionalPackages } = await import(new URL('dist/engine/packages.js', import.meta.resolve('@zj/metrics/package.json')));
console.log(JSON.stringify(optionalPackages), typeof createMetrics, typeof tableRows);\n`,
    });
  }, patience);
  afterAll(() => project?.remove());

  test('imports every entry that is for Node without any engine', async () => {
    expect(entries.length).toBeGreaterThan(6);
    const { code, printed } = await project.run('node', 'entries.mjs');
    expect([code, printed]).toEqual([0, entries.map((entry) => `${entry} true\n`).join('')]);
  });

  test(
    'compiles without any engine',
    async () => {
      expect(await project.run('tsc', '--project', 'nodenext.json')).toEqual({ code: 0, printed: '' });
    },
    patience,
  );

  test('is told which command installs the engine that is missing', async () => {
    const { code, printed } = await project.run('node', 'sum.mjs');
    expect(code).toBe(1);
    const command = `npm install @duckdb/node-api@${peerDependencies['@duckdb/node-api']!}`;
    expect(printed).toContain(
      `MetricsError: The package @duckdb/node-api is not installed. Run: ${command}\n`,
    );
    expect(printed).toContain("code: 'ENGINE_PACKAGE'");
  });

  test('is told the versions that the package asks for', async () => {
    const { printed } = await project.run('node', 'arrow.mjs');
    expect(JSON.parse(printed.slice(0, printed.indexOf('}') + 1))).toEqual(peerDependencies);
    expect(Object.keys(peerDependencies).every(isEngine)).toBe(true);
  });

  describe('with engines beside it', () => {
    beforeAll(() => project.link(...Object.keys(peerDependencies)));

    test('runs what the page of the package shows', async () => {
      const [, code] = /```js\n([^]*?)```/.exec(
        readFileSync(join(folderOf('metrics'), 'README.md'), 'utf8'),
      )!;
      await project.write({ 'readme.mjs': code! });
      expect(await project.run('node', 'readme.mjs')).toEqual({ code: 0, printed: '220.75\n' });
    });

    test('asks native DuckDB', async () => {
      expect(await project.run('node', 'sum.mjs')).toEqual({ code: 0, printed: '[ 42 ]\n' });
    });

    test.each(['nodenext', 'bundler'])(
      'compiles under strict TypeScript, modules %s, types of libraries checked',
      async (name) => {
        expect(await project.run('tsc', '--project', `${name}.json`)).toEqual({ code: 0, printed: '' });
      },
      patience,
    );
  });
});

test(
  'a publisher with all three publishes a release, and has the files to serve it',
  async () => {
    const project = await openProject('publisher', packs, ['@zj/metrics', '@zj/widgets', '@zj/cli']);
    try {
      const example = join(root, 'examples/public-record');
      const { code, printed } = await project.run('zj', 'publish', example, '--out', 'release');
      expect(code, printed).toBe(0);
      const { code: checked } = await project.run('zj', 'check', example);
      expect(checked).toBe(0);
      expect(readdirSync(join(project.folder, 'release'))).toEqual(
        expect.arrayContaining(['manifest.json', 'verdicts.json']),
      );
    } finally {
      await project.remove();
    }
  },
  patience,
);

const brotli = (bytes: Uint8Array): number => brotliCompressSync(bytes).length;

/** A line among the commands and what they printed. */
const report = (line: string): void => writeFileSync(transcript, `${line}\n`, { flag: 'a' });

/** Opens a folder's page in Chromium: the figure that it shows, and the scripts that it loaded for that. */
async function visit(browser: Browser, folder: string) {
  const serve = sirv(folder, { dev: true });
  const server = createServer((request, response) =>
    serve(request, response, () => void response.writeHead(404).end()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await browser.newPage();
  try {
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (answer) => {
      if (answer.request().resourceType() === 'script') scripts.push(answer.body());
    });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const figure = await page.locator('zj-goal-gauge [part=value]').first().textContent();
    const loaded = await Promise.all(scripts);
    const bytes = loaded.reduce((sum, script) => sum + brotli(script), 0);
    return { figure, bytes, loaded: loaded.map((script) => script.toString()) };
  } finally {
    await page.close();
    server.close();
  }
}
