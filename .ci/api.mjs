// Writes packages/metrics/api/*.md, the reference of @zj/metrics, from the docstrings of its entry points: npm run api
import { mkdtempSync, readdirSync, readFileSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { Application, LogLevel } from 'typedoc';

const root = fileURLToPath(new URL('../packages/metrics', import.meta.url));
const out = join(root, 'api');
/** The entry points of the package by the name of their page; `/internal` promises nothing, and has none. */
const entries = {
  index: 'src/index.ts',
  dataset: 'src/dataset.ts',
  wasm: 'src/wasm.ts',
  node: 'src/node.ts',
  methods: 'src/methods.ts',
  forecast: 'src/forecast.ts',
  sql: 'src/sql.ts',
};

/** The text of every page by its file's name, and the warnings about undocumented or omitted names. */
export async function writeApi() {
  const folder = mkdtempSync(join(tmpdir(), 'zj-api-'));
  const warnings = [];
  try {
    const app = await Application.bootstrapWithPlugins({
      entryPoints: Object.values(entries).map((entry) => join(root, entry)),
      tsconfig: join(root, 'tsconfig.json'),
      plugin: ['typedoc-plugin-markdown'],
      router: 'module',
      outputs: [{ name: 'markdown', path: folder }],
      readme: 'none',
      name: '@zj/metrics',
      logLevel: 'Warn',
      // The build checks types; here only words matter.
      skipErrorChecking: true,
      disableSources: true,
      excludeExternals: true,
      excludePrivate: true,
      hidePageHeader: true,
      hideBreadcrumbs: true,
      useCodeBlocks: true,
      parametersFormat: 'table',
      interfacePropertiesFormat: 'table',
      propertyMembersFormat: 'table',
      typeDeclarationFormat: 'table',
      // Parts of a type that nobody names: the type itself shows them.
      intentionallyNotExported: [
        ...['OneOrSeveral', 'OneStretch', 'WithParts', 'WithPeriods', 'WithBase'],
        ...['Time', 'KeyName', 'FigureName', 'Suffix', 'WithGrain', 'WithDimension'],
      ],
      validation: { notExported: true, invalidLink: true, notDocumented: true },
      requiredToBeDocumented: ['Function', 'Class', 'Interface', 'TypeAlias', 'Variable'],
    });
    app.logger = Object.assign(app.logger, {
      log: (message, level) => {
        if (level >= LogLevel.Warn) warnings.push(stripVTControlCharacters(message));
      },
    });
    const project = await app.convert();
    app.validate(project);
    await app.generateOutputs(project);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    );
    return {
      files: Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
      warnings,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, warnings } = await writeApi();
  for (const warning of warnings) console.error(warning);
  rmSync(out, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), text);
  }
  process.exit(warnings.length === 0 ? 0 : 1);
}
