import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, say } from '@zj/metrics/internal';
import { usage } from '../command.js';
import { Refusal, systemProblem } from '../system.js';

/** Where the manifest of a release is: an address of the web, or a path. */
export type ManifestPlace = { readonly url: URL } | { readonly path: string };

const file = 'manifest.json';

/**
 * Where the manifest is that a reader means: of an address or a folder without the name of a file, the manifest.json in it. Throws
 * a {@link Refusal}.
 *
 * @example
 * await findManifest('https://park.example/release'); // { url: https://park.example/release/manifest.json }
 */
export async function findManifest(given: string): Promise<ManifestPlace> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(given)) return { url: manifestUrl(given) };
  const found = await stat(given).catch((error: unknown) => {
    const refused = systemProblem(error, given);
    throw refused ? new Refusal(refused) : error;
  });
  if (!found.isDirectory()) return { path: given };
  const path = join(given, file);
  if (await stat(path).catch(() => undefined)) return { path };
  const message = say`This folder contains no manifest.json, so it is not a release.`;
  const remedy = say`Name the folder that zj publish wrote.`;
  throw new Refusal(problem({ code: 'missing-file', where: given, message, remedy }));
}

function manifestUrl(given: string): URL {
  const remedy = say`Write it like https://park.example/release/manifest.json.`;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    const message = say`"${given}" is not an address that begins with http or https.`;
    throw new Refusal(usage('ADDRESS', message, remedy));
  }
  if (url.username !== '' || url.password !== '') {
    // The password stays out of every log.
    throw new Refusal(usage('ADDRESS', say`The address contains a user name or a password.`, remedy));
  }
  url.hash = '';
  if (!url.pathname.endsWith('.json')) url.pathname = `${url.pathname.replace(/\/$/, '')}/${file}`;
  return url;
}
