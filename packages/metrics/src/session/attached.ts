import type { CallOptions, Database, Engine } from '../engine/engine.js';
import { MetricsError } from '../base/error.js';
import { suggest } from '../base/nearest.js';
import { say } from '../base/sentence.js';
import type { Catalogue } from '../query/catalogue.js';
import { readManifest } from '../release/file.js';
import type { Manifest } from '../release/manifest.js';
import { publishedTables } from '../release/tables.js';
import type { OpenRelease } from '../release/verification.js';
import { freeze } from './frozen.js';
import { placeCatalogue, qualifyCatalogue } from './qualify.js';

/** A release under a name of its own, and its catalogue in its own names. */
export interface Attached extends OpenRelease {
  readonly verified: boolean;
  readonly catalogue: Catalogue;
}

/** Attached releases by their names. */
export type AttachedReleases = ReadonlyMap<string, Attached>;

/** A release that was read, and its database. */
export interface Located {
  readonly release: OpenRelease;
  readonly database: Database;
}

/** Reads a manifest, and says which database is to be opened for it; under a name, if there is one. Throws `RELEASE`. */
export async function locateRelease(
  engine: Pick<Engine, 'read' | 'resolve'>,
  url: string,
  { name, ...step }: CallOptions & { readonly name?: string },
): Promise<Located> {
  const manifest = freeze(await readManifest(engine, url, step));
  const { path, ...file } = manifest.files.database;
  const place = { url: engine.resolve(path, url), ...file, tables: publishedTables(manifest) };
  return { release: { url, manifest }, database: name === undefined ? place : { name, ...place } };
}

/** A release that was opened under a name. */
export function nameRelease(name: string, { release }: Located, verified: boolean): Attached {
  return freeze({ ...release, verified, catalogue: placeCatalogue(catalogueOf(release.manifest), name) });
}

/** All that releases publish: the main one in its own names, the attached ones in qualified names. */
export function publishedBy(main: OpenRelease | undefined, attached: AttachedReleases): Catalogue {
  const all = [
    ...(main ? [catalogueOf(main.manifest)] : []),
    ...[...attached].map(([name, { catalogue }]) => qualifyCatalogue(catalogue, name)),
  ];
  return {
    metrics: all.flatMap(({ metrics }) => metrics),
    datasets: all.flatMap(({ datasets }) => datasets),
  };
}

/** The release of a name. Throws `UNKNOWN_NAME`. */
export function findAttached(attached: AttachedReleases, name: string): Attached {
  const found = attached.get(name);
  if (found) return found;
  const message = say`No release "${name}" is attached. ${suggest(name, [...attached.keys()])}`;
  throw new MetricsError('UNKNOWN_NAME', message);
}

/** All but the release of a name. */
export function withoutRelease(attached: AttachedReleases, name: string): AttachedReleases {
  return new Map([...attached].filter(([other]) => other !== name));
}

/** The method of an engine by which it takes one more database. Throws `REFUSED` where it has none. */
export function attachWith(engine: Engine): NonNullable<Engine['attach']> {
  if (engine.attach) return engine.attach.bind(engine);
  const message = say`This engine has one database only. Use wasmEngine or nodeEngine, or a second createMetrics with an engine of its own.`;
  throw new MetricsError('REFUSED', message);
}

function catalogueOf({ metrics, datasets }: Manifest): Catalogue {
  const relations = datasets.map(({ contract, rows }) => ({ contract, rejected: rows.rejected }));
  return { metrics, datasets: relations };
}
