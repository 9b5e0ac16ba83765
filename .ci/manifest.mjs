// Writes the description of the elements for editors and Storybook (packages/widgets/custom-elements.json), the same for people
// (ELEMENTS.md) and for React and Vue (frameworks/), from their JSDoc, and the custom properties from the
// design tokens: npm run manifest
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, ts } from '@custom-elements-manifest/analyzer/index.js';
import { format } from 'prettier';
import { writeFrameworks } from './frameworks.mjs';
import { importThemes } from './themes.mjs';

const widgets = fileURLToPath(new URL('../packages/widgets/', import.meta.url));
/** Classes whose parts their elements inherit. */
const bases = ['chart/file-element', 'chart/data-element', 'chart/chart-element', 'chart/published-element'];
const elements = [
  'source/source',
  'goal-gauge/goal-gauge',
  'trend-chart/trend-chart',
  'breakdown-chart/breakdown-chart',
  'data-table/data-table',
  'filter/filter',
  'tier-ladder/tier-ladder',
  'task-board/task-board',
  'goal-board/goal-board',
  'verify/verify',
];

/** The text of the custom-elements manifest. */
export async function writeManifest() {
  const { themes, printDefault } = await importThemes();
  const modules = [...bases, ...elements].map((name) =>
    ts.createSourceFile(
      `dist/${name}.js`,
      readFileSync(`${widgets}src/${name}.ts`, 'utf8'),
      ts.ScriptTarget.ES2022,
      true,
      ts.ScriptKind.TS,
    ),
  );
  const manifest = create({ modules, plugins: [publicSurface(listProperties(themes.light, printDefault))] });
  return format(JSON.stringify(manifest), { parser: 'json', printWidth: 110 });
}

/** Keeps the public part, joins an attribute and its property, which the analyser reads apart, and adds the tokens. */
function publicSurface(properties) {
  return {
    name: 'public-surface',
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = customElementsManifest.modules.filter(
        ({ path }) => !bases.some((base) => path === `dist/${base}.js`),
      );
      // The analyser also lists some variables of methods.
      for (const module of customElementsManifest.modules)
        module.declarations = module.declarations.filter(({ kind }) => kind === 'class');
      const definitions = customElementsManifest.modules.flatMap(({ path, declarations }) =>
        declarations.map((element) => {
          describe(element, properties);
          return {
            kind: 'custom-element-definition',
            name: element.tagName,
            declaration: { name: element.name, module: path },
          };
        }),
      );
      // The package's `define` registers them; the modules of the classes do not.
      customElementsManifest.modules.push({
        kind: 'javascript-module',
        path: 'dist/define.js',
        declarations: [],
        exports: definitions,
      });
    },
  };
}

function describe(element, properties) {
  element.customElement = true;
  element.tagName = element.name.replace(/\B[A-Z]/g, '-$&').toLowerCase();
  element.description = unwrap(element.description);
  for (const [key] of lists) for (const one of (element[key] ??= [])) delete one.inheritedFrom;
  element.members = element.members.filter(({ privacy, static: ofClass }) => !privacy && !ofClass);
  element.events = element.events.filter(({ description }) => description);
  for (const attribute of element.attributes) {
    const name = attribute.name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    const property = element.members.find((member) => member.kind === 'field' && member.name === name);
    if (!property) continue;
    attribute.fieldName = name;
    property.attribute = attribute.name;
    property.description ??= attribute.description;
  }
  // A member that only narrows an inherited type has no text of its own.
  element.members = element.members.filter(({ description }) => description);
  for (const member of element.members) nameOptions(member);
  element.cssProperties = properties.filter(({ name }) =>
    isKnown(name.replace('--zj-', ''), element.tagName),
  );
}

/** The tokens of a gauge's drawing and of its figure. */
const ofGauges = ['font-figure', 'figure-size', 'figure-weight', 'thickness', 'cap', 'dial-size'];

/** Whether an element is painted by a token. A source has no box; charts have neither a dial nor one large figure. */
function isKnown(token, tag) {
  return tag === 'zj-goal-gauge' || (tag !== 'zj-source' && !ofGauges.includes(token));
}

/** A parameter that is taken apart has no name in the source. */
function nameOptions({ parameters = [] }) {
  for (const parameter of parameters) {
    if (!parameter.name.startsWith('{')) continue;
    parameter.name = 'options';
    parameter.type.text = parameter.type.text.replaceAll('readonly ', '');
    delete parameter.default;
    parameter.optional = true;
  }
}

/** The type of a member, of a method with its parameters. */
function typeOf({ kind, type, parameters = [], return: given }) {
  if (kind !== 'method') return type?.text ?? kind;
  const taken = parameters.map((one) => `${one.name}${one.optional ? '?' : ''}: ${one.type.text}`);
  return `(${taken.join(', ')}) => ${given.type.text}`;
}

/** The tokens as custom properties. */
function listProperties(tokens, printDefault) {
  return Object.entries(tokens).map(([name, token]) => ({
    description: token.description,
    name: `--zj-${name}`,
    default: printDefault(token),
  }));
}

function unwrap(text) {
  return text.replace(/\s*\n\s*/g, ' ');
}

/** Of each list of a manifest, its heading and the columns beside the name. */
const lists = [
  ['attributes', 'Attributes', { Type: ({ type }) => code(type?.text) }],
  ['members', 'Properties and methods', { Type: (one) => code(typeOf(one)) }],
  ['events', 'Events', { Type: ({ type }) => code(type?.text) }],
  ['slots', 'Slots', {}],
  ['cssParts', 'Parts, for `::part()`', {}],
  ['cssProperties', 'Custom properties', { Default: (one) => code(one.default) }],
];

/** The manifest as tables. */
export async function writeReference(manifest) {
  const elements = JSON.parse(manifest).modules.flatMap(({ declarations }) => declarations);
  const lines = ['# The elements', '', 'Generated from the source comments by `npm run manifest`.', ''];
  for (const element of elements) {
    lines.push(`## \`<${element.tagName}>\``, '', element.description, '');
    for (const [key, heading, columns] of lists) {
      if (element[key].length === 0) continue;
      const rows = element[key].map((one) => [
        one.name ? code(one.name) : 'without a name',
        ...Object.values(columns).map((column) => column(one)),
        one.description,
      ]);
      const head = ['Name', ...Object.keys(columns), 'Description'];
      lines.push(`### ${heading}`, '', ...[head, head.map(() => '-'), ...rows].map(row), '');
    }
  }
  return format(lines.join('\n'), { parser: 'markdown', printWidth: 110 });
}

function row(cells) {
  return `| ${cells.map((cell) => unwrap(cell).replaceAll('|', '\\|')).join(' | ')} |`;
}

function code(text = '') {
  return text && `\`${text}\``;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = await writeManifest();
  writeFileSync(`${widgets}custom-elements.json`, manifest);
  writeFileSync(`${widgets}ELEMENTS.md`, await writeReference(manifest));
  for (const [file, text] of Object.entries(await writeFrameworks(manifest)))
    writeFileSync(`${widgets}frameworks/${file}`, text);
}
