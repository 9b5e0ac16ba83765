import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseJson, parseManifest, parseVerdicts, type Problem, type Verdicts } from '@zj/metrics';
import { locateProblems, problem, say } from '@zj/metrics/internal';
import { systemProblem } from '../system.js';
import { fetchText } from './fetch.js';

/** The verdicts of a release, and where they were read; or all that is wrong with it. */
export type ReadRelease =
  | { readonly verdicts: Verdicts; readonly place: string; readonly problems: readonly [] }
  | { readonly verdicts?: undefined; readonly problems: readonly Problem[] };

/** A text, and the path or address that it was read from. */
export interface Source {
  readonly place: string;
  readonly text: string;
}

type Sought<Found> =
  | { readonly found: Found; readonly problems: readonly [] }
  | { readonly found?: undefined; readonly problems: readonly Problem[] };

const folderRemedy = say`Name the folder that zj publish wrote, or its verdicts.json.`;

/**
 * Reads the verdicts of a release by its folder, its verdicts.json or its manifest.json, each as a path or as an address
 * that begins with http. What the manifest names is held against its SHA-256, and nothing is taken that the schema refuses.
 *
 * @example
 * const { verdicts, problems } = await readRelease('build/park');
 */
export async function readRelease(given: string): Promise<ReadRelease> {
  const first = await (isAddress(given) ? readAddress(given) : readPath(given));
  if (!first.found) return first;
  const json = readJson(first.found);
  if (!json.found) return json;
  if (!('files' in json.found)) return readVerdicts(first.found, json.found);

  const { manifest, problems } = parseManifest(json.found, { file: first.found.place });
  if (!manifest) return { problems: locate(problems, first.found) };
  const { path, sha256 } = manifest.files.verdicts;
  const { place } = first.found;
  const beside = isAddress(place) ? new URL(path, place).href : join(dirname(place), path);
  const second = await (isAddress(beside) ? readAddress(beside) : readPath(beside));
  if (!second.found) return second;
  if (createHash('sha256').update(second.found.text).digest('hex') !== sha256) {
    const message = say`This is not the file that ${place} describes: its SHA-256 is different.`;
    return {
      problems: [
        problem({
          code: 'damaged-file',
          where: beside,
          message,
          remedy: say`Copy all files of the release again, together.`,
        }),
      ],
    };
  }
  const inner = readJson(second.found);
  return inner.found ? readVerdicts(second.found, inner.found) : inner;
}

function isAddress(given: string): boolean {
  return /^https?:\/\//i.test(given);
}

async function readAddress(given: string): Promise<Sought<Source>> {
  const address = URL.canParse(given) ? new URL(given) : undefined;
  if (!address) {
    const remedy = say`Write it like https://park.example/release/verdicts.json.`;
    return {
      problems: [
        problem({ code: 'usage', where: 'RELEASE', message: say`"${given}" is not an address.`, remedy }),
      ],
    };
  }
  address.hash = '';
  if (!address.pathname.endsWith('.json')) {
    address.pathname = `${address.pathname.replace(/\/$/, '')}/verdicts.json`;
  }
  const { text, problem: failed } = await fetchText(address);
  return failed ? { problems: [failed] } : { found: { place: address.href, text }, problems: [] };
}

async function readPath(given: string): Promise<Sought<Source>> {
  let place = given;
  try {
    if ((await stat(given)).isDirectory()) {
      place = join(given, 'verdicts.json');
      if (!(await stat(place).catch(() => undefined))) {
        const message = say`This folder contains no verdicts.json, so it is not a release.`;
        return { problems: [problem({ code: 'missing-file', where: given, message, remedy: folderRemedy })] };
      }
    }
    return { found: { place, text: await readFile(place, 'utf8') }, problems: [] };
  } catch (error) {
    const refused = systemProblem(error, place);
    if (!refused) throw error;
    return { problems: [refused] };
  }
}

/** The JSON of a file of a release, of a form that this program knows. */
export function readJson(source: Source): Sought<object> {
  const { place, text } = source;
  const { value, problems } = parseJson(text, { file: place });
  if (problems.length > 0) {
    if (/^\s*[[{]/.test(text)) return { problems };
    const message = /^\s*</.test(text)
      ? say`This is a web page, not a file of a release.`
      : say`This is not JSON, so it is neither the verdicts nor the manifest of a release.`;
    return { problems: [problem({ code: 'syntax', where: place, message, remedy: folderRemedy })] };
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject || !('verdicts' in value || 'files' in value)) {
    const message = say`This is JSON, but neither the verdicts nor the manifest of a release.`;
    return { problems: [problem({ code: 'wrong-type', where: place, message, remedy: folderRemedy })] };
  }
  const { version } = value as { version?: unknown };
  if (typeof version === 'number' && version > 1) {
    const message = say`Its format is version ${version}, which is newer than this zj.`;
    return {
      problems: [
        problem({
          code: 'wrong-value',
          where: place,
          message,
          remedy: say`Use the zj that published it, or a newer one.`,
        }),
      ],
    };
  }
  return { found: value, problems: [] };
}

function readVerdicts(source: Source, json: object): ReadRelease {
  const { verdicts, problems } = parseVerdicts(json, { file: source.place });
  return verdicts ? { verdicts, place: source.place, problems: [] } : { problems: locate(problems, source) };
}

/** Problems of the JSON of a source, each with its line and column. */
export function locate(problems: readonly Problem[], { place, text }: Source): readonly Problem[] {
  return locateProblems(problems, { file: place, text });
}
