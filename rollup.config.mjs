import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import minifyTemplates from 'rollup-plugin-minify-template-literals';
import { notices, noticesFile } from './.ci/notices.mjs';
import { carryTypes } from './.ci/types.mjs';

const require = createRequire(import.meta.url);
const typescript = esbuild({ target: 'es2022', tsconfig: false });
/** Markup and style sheets in the sources without the white space that is there for people. */
const terse = minifyTemplates({ include: '**/widgets/src/**' });
/** The byte order mark makes a page in GBK read the file as the UTF-8 it is. */
const preamble = '\uFEFF/*! Apache-2.0; Lit: BSD-3-Clause, Google LLC */';
/** One file that shares nothing with another: what is private by its name may have a shorter one. */
const smallest = [
  terse,
  terser({
    ecma: 2020,
    module: true,
    compress: { inline: 1, passes: 3, unsafe_arrows: true, unsafe_methods: true },
    mangle: { properties: { regex: /^_/ } },
    format: { comments: false, preamble },
  }),
];
const small = [terser({ ecma: 2020, module: true })];
/** Files that share a core: names that one hands to another stay as they are. */
const shared = [
  terse,
  terser({ ecma: 2020, module: true, compress: { passes: 2 }, format: { comments: false, preamble } }),
];
/** A published package keeps its dependencies outside: the site's bundler resolves and shares them. */
const external = (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0');

/** Every entry and every module below it stays a file of its own, so that bundlers drop what a page does not use. */
const library = (name, entries, output = {}) => ({
  input: entries.map((entry) => `packages/${name}/src/${entry}`),
  output: {
    dir: `packages/${name}/dist`,
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: `packages/${name}/src`,
    sourcemap: true,
    ...output,
  },
  external,
  plugins: [typescript, nodeResolve({ extensions: ['.ts', '.js'] })],
});

/**
 * What stands behind a figure is a file of its own, with its own copy of what it shares with the gauge: a page that never asks
 * for it pays for none of it. A script's own address is what its imports are relative to.
 */
const detailAt = (file) => partAt('./detail.js', '/ask-detail.ts', file);
/** The same of any module that is imported on demand: it is in another file. */
const partAt = (module, from, file) => ({
  name: `part-at-${file}`,
  resolveId: {
    order: 'pre',
    handler: (id, importer) =>
      id === module && importer.endsWith(from) ? { id: file, external: 'absolute' } : null,
  },
});

/**
 * The library of elements, with the modules of the SDK that they need in a folder of their own: who shows gauges installs no
 * SDK, and no engine with it. No maps, since the sources of these modules are in another package.
 */
const elements = (entries) => ({
  ...library('widgets', entries, {
    sourcemap: false,
    entryFileNames({ facadeModuleId }) {
      const [, owner, path] = /packages[\\/]([a-z]+)[\\/]src[\\/](.*)\.ts$/.exec(facadeModuleId);
      return `${owner === 'widgets' ? path : `${owner}/${path}`}.js`;
    },
  }),
  external: (id) => external(id) && !id.startsWith('@zj/metrics'),
  plugins: [
    typescript,
    detailAt('./detail.js'),
    nodeResolve({ extensions: ['.ts', '.js'], exportConditions: ['source'] }),
    terse,
    { name: 'types', writeBundle: carryTypes },
  ],
});

/** One file with everything in it, for pages without a build step. */
const standalone = (input, output, plugins) => ({
  input,
  onwarn(warning, warn) {
    // Arrow's modules import each other in circles, which is nothing to report.
    if (warning.code === 'CIRCULAR_DEPENDENCY' && warning.ids.every((id) => id.includes('node_modules')))
      return;
    if (warning.code === 'CIRCULAR_CHUNK')
      throw new Error(`${warning.message} Each part below must name only those above it and the entry.`);
    warn(warning);
  },
  output: { sourcemap: false, inlineDynamicImports: true, ...output },
  plugins: [
    typescript,
    nodeResolve({
      browser: true,
      extensions: ['.ts', '.js'],
      exportConditions: ['source', 'production', 'browser'],
    }),
    ...plugins,
  ],
});

/**
 * What is loaded only when it is needed, by the part it goes into. When a goal is judged: published methods, with what
 * forecasts share with them, and forecasts, with the judging itself and the series of goals. When such a file is read: a library
 * each, and what all readers share.
 */
const parts = [
  ['methods', /metrics.src.(methods\.|goal.(methods|average|observed|sum))/],
  // How figures and verdicts are told is for any page.
  [
    'forecast',
    /metrics.src.(forecast\.|release.goal-(series|figures)\.|goal.(?!argument|calendar|formula|kind|omits|print|quantity|share|thresholds|words))/,
  ],
  // For problems and errors on a Chinese page.
  ['zh-CN', /metrics.src.(zh-CN\.|translation)/],
  // For pages without HTTPS.
  ['sha256', /@noble.hashes/],
  ['brotli', /hyparquet-compressors.*brotli/],
  ['parquet', /hyparquet|fzstd/],
  // Most workbooks are XML, which needs no library.
  ['xls', /@e965.xlsx|dataset.read.(biff|code-page|library-book|xlsb?-book)/],
  [
    'xlsx',
    /dataset.read.(address|archive|book|cell|container|header-rows|merged|number-format|percent|shared-strings|sheet|styles|workbook|xlsx-book|xml|zip)/,
  ],
  ['readers', /dataset.read.(?!bytes|csv|encoding|figure|format|plain|separator|source|table)/],
];

/** The same, but what is imported only when asked for stays in files of its own beside it. */
const split = (input, { dir, name }, plugins) => ({
  ...standalone(
    { [name]: input },
    {
      dir,
      format: 'es',
      inlineDynamicImports: false,
      banner: `/*! Apache-2.0; code of others: ${noticesFile} */`,
      entryFileNames: '[name].js',
      // Arrow.dom is arrow.
      chunkFileNames: ({ name: part }) => `zj-${part.toLowerCase().replace(/\..*/, '')}.js`,
      onlyExplicitManualChunks: true,
      manualChunks: (id) => parts.find(([, pattern]) => pattern.test(id))?.[0],
    },
    plugins,
  ),
  // What the parts share stays in the entry, which they import: a page loads one file, not a file and its facade.
  preserveEntrySignatures: 'allow-extension',
});

/** The engine's files, copied once and untouched, so that their digests are those of the npm package. */
function engineFiles(folder) {
  const dist = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  return {
    name: 'engine-files',
    async writeBundle() {
      await mkdir(folder, { recursive: true });
      for (const file of ['duckdb-eh.wasm', 'duckdb-browser-eh.worker.js']) {
        const [from, to] = [join(dist, file), join(folder, basename(file))];
        const [a, b] = await Promise.all([stat(from), stat(to).catch(() => undefined)]);
        if (a.size !== b?.size || a.mtimeMs > b.mtimeMs) await copyFile(from, to);
      }
    },
  };
}

/** The style sheets that go beside the script: that of the elements, with what it imports in its place, and that of whole pages. */
const styleSheets = {
  name: 'style-sheets',
  async generateBundle() {
    const folder = 'packages/widgets/src/theme';
    const index = await readFile(`${folder}/index.css`, 'utf8');
    const parts = [...index.matchAll(/@import '\.\/(.+)';/g)].map(([, file]) =>
      readFile(`${folder}/${file}`, 'utf8'),
    );
    this.emitFile({ type: 'asset', fileName: 'zj.css', source: (await Promise.all(parts)).join('') });
    this.emitFile({
      type: 'asset',
      fileName: 'zj-page.css',
      source: await readFile(`${folder}/zj-page.css`),
    });
  },
};

/** Holds a file to the size that is written down for it, in bytes of brotli: what every reader pays for grows on purpose only. */
const sizeHeld = {
  name: 'size-held',
  async writeBundle(_, files) {
    const sizes = JSON.parse(await readFile('packages/widgets/sizes.json', 'utf8'));
    for (const { fileName, code } of Object.values(files)) {
      const [bytes, most] = [code && brotliCompressSync(code).length, sizes[fileName]];
      // Node's own brotli differs by a few bytes from version to version.
      if (bytes > most + 40) {
        this.error(
          `${fileName} is ${bytes} bytes of brotli, more than the ${most} in packages/widgets/sizes.json. Make it smaller, or write down the new size: npm run sizes`,
        );
      }
    }
  },
};

const browser = 'packages/metrics/dist/browser';
const widgets = 'packages/widgets';
const beside = () => notices(`${widgets}/dist`);
/** The elements, each a file that stands beside the core. */
const elementNames = [
  'source',
  'goal-gauge',
  'trend-chart',
  'breakdown-chart',
  'data-table',
  'filter',
  'tier-ladder',
  'task-board',
  'goal-board',
  'verify',
];
/**
 * What several elements share, by the file that it goes into. Every page loads the core, so it has no judging, no reading of
 * plans and no words of one element: of the SDK only days, decimals, units, texts and the words of a status.
 */
const sharedFiles = [
  // The files that readers save of a chart, and its figures under a selection: loaded when readers ask for them.
  ['zj-chart-tools', /widgets.src.(chart.(csv|narrow-series|png|svg)|drawing.(ink|ink-plot|print))\./],
  // The menu of every element, and what its files need.
  ['zj-menu', /widgets.src.menu./],
  // Saving and copying: of a menu, of a table and of a verification.
  ['zj-save', /widgets.src.element.(clipboard|save-file)\./],
  // Selections in words, and the conditions in them: of a source and of those who change its selection.
  ['zj-selection', /widgets.src.source.(book|en|tell-selection|words|zh-CN)|metrics.src.query.narrow\./],
  // A filter and a table: searching by pinyin, and the address.
  [
    'zj-choice',
    /widgets.src.(element.(address|release-digest)|locale.pinyin)|metrics.src.(query.period|base.nearest)\./,
  ],
  // What a gauge and a board say of a verdict.
  [
    'zj-gauge',
    /widgets.src.goal-gauge.(?!goal-gauge\.|gauge-tree|find|stand-alone|shape-of|alone-limits|fallback|picture|tools|with-menu|.*sheet|detail.(?!ask-detail))|metrics.src.(goal.(formula-words|judged-figure|kept|kind|poisson-gamma|quantity|schedule|status|words-of-forecasts)|plan.formula)\./,
  ],
  // Charts have axes and labels; their rows, and those of tables, keep their elements.
  [
    'zj-chart',
    /widgets.src.(chart.(?!mini-plot)|drawing.(?!arc|draw|icons|text-width|tree|words))|node_modules.(d3-|internmap|.*(repeat|guard|live|directive-helpers))/,
  ],
  [
    'zj-core',
    /node_modules.(@lit|lit|lit-html|lit-element).(?!.*(repeat|guard|directive-helpers))|widgets.src.(element.(?!address|release-digest|clipboard|save-file)|define.verify-beside|drawing|theme|locale.(?!pinyin))|metrics.src.(base.(day|decimal|formula|period|same|text|unit)|goal.(calendar|limits|omits|print|share|sum|thresholds|words)|metric.condition|base.(error|sentence|quoting)|plan.target-kind)\./,
  ],
];

export default [
  library('metrics', [
    ...['index.ts', 'dataset.ts', 'wasm.ts', 'node.ts'],
    ...['methods.ts', 'forecast.ts', 'sql.ts', 'zh-CN.ts', 'internal.ts'],
  ]),
  split('packages/metrics/src/browser.ts', { dir: browser, name: 'zj-metrics' }, [
    ...small,
    notices(browser, { carried: ['duckdb.txt'] }),
  ]),
  standalone(
    'packages/metrics/src/engine/wasm/worker.ts',
    { file: `${browser}/engine/zj-engine-worker.js`, format: 'iife' },
    [
      ...small,
      engineFiles(`${browser}/engine`),
      // What DuckDB's own build put into its worker and its engine.
      notices(`${browser}/engine`, {
        packages: ['apache-arrow', 'flatbuffers', 'tslib'],
        carried: ['duckdb.txt', 'duckdb-parts.txt', 'js-sha256.txt'],
      }),
    ],
  ),
  elements(['index.ts', 'print.ts', 'define.ts', ...elementNames.map((name) => `define/${name}.ts`)]),
  standalone(
    `${widgets}/src/goal-gauge/detail/detail.ts`,
    { file: `${widgets}/dist/goal-gauge/detail/detail.js`, format: 'es' },
    [terse],
  ),
  standalone(
    `${widgets}/src/zj-goal-gauge.ts`,
    { file: `${widgets}/dist/zj-goal-gauge.js`, format: 'iife' },
    [
      ...smallest,
      detailAt('./zj-goal-gauge-detail.js'),
      partAt('../menu/menu.js', '/ask-menu.ts', './zj-goal-gauge-menu.js'),
      partAt('./tools.js', '/goal-gauge.ts', './zj-goal-gauge-menu.js'),
      partAt('./verify.js', '/verify-beside.ts', './zj-element-verify.js'),
      sizeHeld,
      styleSheets,
      beside(),
    ],
  ),
  standalone(
    `${widgets}/src/goal-gauge/detail/detail.ts`,
    { file: `${widgets}/dist/zj-goal-gauge-detail.js`, format: 'es' },
    [...smallest, sizeHeld, beside()],
  ),
  standalone(
    `${widgets}/src/goal-gauge/with-menu.ts`,
    { file: `${widgets}/dist/zj-goal-gauge-menu.js`, format: 'es' },
    [...smallest, sizeHeld, beside()],
  ),
  standalone(`${widgets}/src/zj.ts`, { file: `${widgets}/dist/zj.js`, format: 'es' }, [
    ...shared,
    sizeHeld,
    beside(),
  ]),
  {
    ...standalone(
      Object.fromEntries(
        elementNames.map((name) => [`zj-element-${name}`, `${widgets}/src/define/${name}.ts`]),
      ),
      {
        dir: `${widgets}/dist`,
        format: 'es',
        inlineDynamicImports: false,
        entryFileNames: '[name].js',
        chunkFileNames({ name, facadeModuleId }) {
          if (sharedFiles.some(([shared]) => shared === name)) return '[name].js';
          if (name === 'detail') return 'zj-element-goal-gauge-detail.js';
          const [, chart] = /src[\\/]([a-z-]+)[\\/]tools\.ts$/.exec(facadeModuleId ?? '') ?? [];
          if (chart) return `zj-element-${chart}-tools.js`;
          throw new Error(`${name} is shared by elements. Say in sharedFiles which file it goes into.`);
        },
        onlyExplicitManualChunks: true,
        manualChunks: (id) => sharedFiles.find(([, pattern]) => pattern.test(id))?.[0],
        // A core of another version than the element's fails by name: it is never another function.
        minifyInternalExports: false,
      },
      [...shared, sizeHeld, beside()],
    ),
    preserveEntrySignatures: 'allow-extension',
  },
  library('cli', ['zj.ts']),
];
