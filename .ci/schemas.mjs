// Writes packages/metrics/schema/*.schema.json from the schemas that the parsers use, with the docstrings of the
// interfaces as descriptions: npm run schemas
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { build } from 'esbuild';
import { format } from 'prettier';
import ts from 'typescript';

const src = fileURLToPath(new URL('../packages/metrics/src', import.meta.url));
const out = fileURLToPath(new URL('../packages/metrics/schema', import.meta.url));
/** Each kind of file by the name of its schema, and the folder or module that declares it. */
const kinds = {
  plan: 'plan',
  contract: 'dataset',
  metrics: 'metric',
  manifest: 'release',
  verdicts: 'release',
  'goal-series': 'release/goal-series',
  'metric-series': 'release/metric-series',
  ladder: 'release/ladder',
  tasks: 'release/tasks',
};

/** Where the interfaces are declared that the schemas are schemas of. */
const vocabulary = [
  'base/text.ts',
  'base/unit.ts',
  'plan/plan.ts',
  'dataset/contract.ts',
  'metric/metric.ts',
  'query/completeness.ts',
  'goal/verdict.ts',
  'release/manifest.ts',
  'release/series-file.ts',
  'release/ladder-file.ts',
  'release/tasks-file.ts',
];

/** The text of every JSON Schema by its file's name. */
export async function writeSchemas() {
  const declared = await importSchemas();
  const definitions = Object.assign({}, ...Object.values(declared).map((module) => titled(module)));
  const docs = readDocs();
  const files = {};
  for (const [name, folder] of Object.entries(kinds)) {
    const key = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    const schema = toJsonSchema(declared[nameOf(folder)][key], {
      target: 'draft-2020-12',
      typeMode: 'output',
      ignoreActions: ['check', 'finite', 'guard'],
      definitions,
    });
    const { [key]: root, ...others } = schema.$defs;
    const whole = { $schema: schema.$schema, ...root, $defs: reachable(root, others) };
    files[`${name}.schema.json`] = await format(JSON.stringify(describe(whole, docs)), {
      parser: 'json',
      printWidth: 110,
    });
  }
  return files;
}

/** Schemas of interfaces, which other schemas refer to. */
function titled(module) {
  return Object.fromEntries(
    Object.entries(module).filter(([, value]) => value.pipe?.some(({ type }) => type === 'title')),
  );
}

/** `release` has its schemas in release/schema.ts, `release/metric-series` in release/metric-series-schema.ts. */
const moduleOf = (place) => (place.includes('/') ? `${place}-schema.js` : `${place}/schema.js`);
const nameOf = (place) => place.replace(/\W/g, '_');

async function importSchemas() {
  const contents = [...new Set(Object.values(kinds))]
    .map((folder) => `export * as ${nameOf(folder)} from './${moduleOf(folder)}';`)
    .join('\n');
  const file = join(tmpdir(), `zj-schemas-${process.pid}.mjs`);
  await build({
    stdin: { contents, resolveDir: src, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: file,
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file);
  }
}

/** The docstrings of the interfaces: `Goal` → its own, `Goal.target` → its member's. */
function readDocs() {
  const docs = new Map();
  for (const file of vocabulary) {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(src, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    for (const node of source.statements) {
      // Of other types, those of texts: a union of several objects has no one description.
      const isText = ts.isTypeAliasDeclaration(node) && /\bText\b/.test(node.getText(source));
      if (!ts.isInterfaceDeclaration(node) && !isText) continue;
      note(node.name.text, node);
      for (const member of membersOf(node))
        if (member.name) note(`${node.name.text}.${member.name.getText()}`, member);
    }
  }
  return docs;

  function note(name, node) {
    const text = node.jsDoc?.map(({ comment }) => ts.getTextOfJSDocComment(comment)).join(' ');
    if (text) docs.set(name, text.replace(/\{@link (\w+)\s*\}/g, '$1').replace(/\s+/g, ' '));
  }
}

/** What an interface declares, or the object that a type adds to another: `Text & { … }`. */
function membersOf(node) {
  if (ts.isInterfaceDeclaration(node)) return node.members;
  const parts = ts.isIntersectionTypeNode(node.type) ? node.type.types : [];
  return parts.filter(ts.isTypeLiteralNode).flatMap(({ members }) => members);
}

/** The definitions that a schema needs, by way of others too. */
function reachable(root, definitions) {
  const needed = {};
  const visit = (schema) => {
    for (const [, name] of JSON.stringify(schema).matchAll(/"#\/\$defs\/(\w+)"/g)) {
      if (name in needed || !(name in definitions)) continue;
      needed[name] = definitions[name];
      visit(definitions[name]);
    }
  };
  visit(root);
  return Object.fromEntries(Object.entries(needed).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same schema with the docstrings of the interfaces that its objects are named after. */
function describe(schema, docs) {
  if (Array.isArray(schema)) return schema.map((item) => describe(item, docs));
  if (typeof schema !== 'object' || schema === null) return schema;
  const described = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, describe(value, docs)]),
  );
  const { title, properties } = schema;
  if (typeof title !== 'string' || !properties) return described;
  for (const key of Object.keys(properties)) {
    const description = docs.get(`${title}.${key}`);
    if (description) described.properties[key] = { description, ...described.properties[key] };
  }
  const { $schema, title: name, ...rest } = described;
  const description = docs.get(title);
  return { ...($schema && { $schema }), title: name, ...(description && { description }), ...rest };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(out, { recursive: true });
  for (const [file, text] of Object.entries(await writeSchemas())) writeFileSync(join(out, file), text);
}
