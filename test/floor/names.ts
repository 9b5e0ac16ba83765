import data from '@mdn/browser-compat-data/forLegacyNode';
import type { CompatStatement, Identifier } from '@mdn/browser-compat-data/types';
import { find, newerThanFloor } from './floor.js';

/** A feature that no browser of the floor has under this name, or not all of them. */
export interface Newer {
  readonly what: string;
  readonly since: string;
}

const { builtins } = data.javascript as unknown as { readonly builtins: Identifier };
/** Objects with members. Objects newer than the floor are left out: a script reaches them only by their own name. */
const interfaces: readonly (readonly [string, Identifier])[] = [
  ...features(builtins),
  ...features(builtins.Intl!).filter(([name]) => /^[A-Z]/.test(name)),
  ...features(data.api),
  ...features(data.webassembly.api!),
].filter(([, { __compat }]) => !newerThanFloor(__compat));

/**
 * Members that a script reads from an object whose type nobody knows: a name counts if every interface that has it got it after
 * the floor. `toSorted` does, `with` does, too; `find`, which arrays had for long, does not.
 */
export const members: ReadonlyMap<string, Newer> = newest([
  ...features(data.api).map(([name, { __compat }]) => ({
    name,
    what: name,
    compat: __compat,
  })),
  ...interfaces.flatMap(([owner, feature]) =>
    features(feature).flatMap(([name, { __compat }]) =>
      /^[a-z][a-zA-Z0-9]*$/.test(name) && !isStatic(__compat)
        ? [{ name, what: `${owner}.${name}`, compat: __compat }]
        : [],
    ),
  ),
]);

/** Events that a script listens to by their name. */
export const events: ReadonlyMap<string, Newer> = newest(
  interfaces.flatMap(([owner, feature]) =>
    features(feature).flatMap(([name, { __compat }]) =>
      name.endsWith('_event')
        ? [{ name: name.slice(0, -6), what: `${owner} ${name.slice(0, -6)} event`, compat: __compat }]
        : [],
    ),
  ),
);

/** The meaning of an undeclared name in a page or in a worker. */
export function globalNamed(name: string): Newer | undefined {
  const found = [[], ['Window'], ['WorkerGlobalScope'], ['DedicatedWorkerGlobalScope']]
    .map((path) => find('api', ...path, name))
    .concat(find('javascript', 'builtins', name))
    .flatMap((feature) => feature?.__compat ?? []);
  return newest(found.map((compat) => ({ name, what: name, compat }))).get(name);
}

/** A member of a global object: `Object.groupBy`, `AbortSignal.any`, `Intl.Segmenter`. */
export function staticNamed(path: readonly string[]): Newer | undefined {
  const [owner, name] = path as [string, string];
  const feature =
    find('javascript', 'builtins', ...path) ??
    find('api', owner, `${name}_static`) ??
    find('api', owner, name);
  const since = newerThanFloor(feature?.__compat);
  return since ? { what: path.join('.'), since } : undefined;
}

/** An option that a constructor or function of a global object is given by name. */
export function optionNamed(path: readonly string[], option: string): Newer | undefined {
  const last = path.at(-1)!;
  for (const group of [path, [...path, last]]) {
    const parameters = find('javascript', 'builtins', ...group) ?? find('api', ...group);
    for (const [name, feature] of features(parameters ?? {})) {
      if (!/^(options|init)_parameter$/.test(name)) continue;
      const since = newerThanFloor(feature[`options_${option}_parameter`]?.__compat);
      if (since) return { what: `${path.join('.')} ${option}`, since };
    }
  }
  return undefined;
}

function features(of: Identifier): (readonly [string, Identifier])[] {
  return Object.entries(of).filter((entry): entry is [string, Identifier] => entry[0] !== '__compat');
}

/** The specification's own words tell a method of `Array` from one of every array. */
function isStatic(compat: CompatStatement | undefined): boolean {
  const anchors = [compat?.spec_url ?? []].flat().filter((url) => url.includes('tc39'));
  return anchors.length > 0 && !anchors.some((url) => /prototype|#sec-properties-of|-instances-/i.test(url));
}

function newest(
  named: readonly {
    readonly name: string;
    readonly what: string;
    readonly compat: CompatStatement | undefined;
  }[],
): ReadonlyMap<string, Newer> {
  const newer = new Map<string, Newer | undefined>();
  for (const { name, what, compat } of named) {
    if (!compat) continue;
    const since = newerThanFloor(compat);
    if (!since) newer.set(name, undefined);
    // Nobody takes up what is of no standard, or given up: its name is more likely a script's own.
    else if (!newer.has(name) && compat.status?.standard_track && !compat.status.deprecated)
      newer.set(name, { what, since });
  }
  return new Map([...newer].flatMap(([name, one]) => (one ? [[name, one] as const] : [])));
}
