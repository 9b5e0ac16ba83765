// The types of @zj/metrics that @zj/widgets tells of, carried into it: who shows gauges installs no SDK. For rollup.config.mjs.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

const [from, to] = ['packages/metrics/dist', 'packages/widgets/dist'];
/** How a declaration names the SDK: as it is compiled, or as an earlier build has written it. */
const named =
  /(import type|import|export type|export) \{([^}]*)\} from '(?:@zj\/metrics|(?:\.\.?\/)+metrics\/index\.js)'/g;
const unmapped = (text) => text.replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n');

/** Copies declarations into `dist/metrics`, and makes those of the package name them there. Needs what `tsc -b` wrote. */
export function carryTypes() {
  const names = new Set();
  for (const file of declarations()) {
    const text = readFileSync(join(to, file), 'utf8');
    const index = posix.relative(posix.dirname(file), 'metrics/index.js');
    const place = index.startsWith('.') ? index : `./${index}`;
    const carried = text.replace(named, (_, verb, list) => {
      for (const name of list.split(','))
        names.add(name.replace(/^\s*(type )?/, '').replace(/ as .*|\s+$/, ''));
      return `${verb} {${list}} from '${place}'`;
    });
    if (carried.includes("'@zj/"))
      throw new Error(`${to}/${file} names a package that is not installed with this one.`);
    if (carried !== text) writeFileSync(join(to, file), carried);
  }
  writeIndex(names);
}

const declarations = () =>
  readdirSync(to, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.d.ts') && !file.startsWith('metrics/'));

/** The names that are told of, each from the file that declares it, and these files with those that they need. */
function writeIndex(names) {
  const lines = readFileSync(join(from, 'index.d.ts'), 'utf8').matchAll(
    /^export (?:type )?\{([^}]*)\} from '(.*)';$/gm,
  );
  const waiting = [];
  const index = [...lines].flatMap(([, list, target]) => {
    const wanted = list
      .split(',')
      .map((name) => name.trim().replace(/^type /, ''))
      .filter((name) => names.delete(name));
    if (wanted.length === 0) return [];
    waiting.push(posix.join(target.replace(/\.js$/, '.d.ts')));
    return [`export type { ${wanted.join(', ')} } from '${target}';`];
  });
  if (names.size > 0) throw new Error(`@zj/metrics does not export ${[...names].join(', ')}.`);
  write('index.d.ts', `${index.join('\n')}\n`);
  const seen = new Set();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = unmapped(readFileSync(join(from, file), 'utf8'));
    // An example in a comment names what it likes, and a package that is optional there is so here.
    const code = text.replace(/^\s*\*.*$|@ts-ignore The package is optional.*\n.*/gm, '');
    for (const [, target] of code.matchAll(/(?:from |import\()'([^']+)'/g)) {
      if (!target.startsWith('.')) throw new Error(`${relative('.', join(from, file))} names ${target}.`);
      waiting.push(posix.join(posix.dirname(file), target.replace(/\.js$/, '.d.ts')));
    }
    write(file, text);
  }
}

function write(file, text) {
  const path = join(to, 'metrics', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
