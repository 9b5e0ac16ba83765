import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listed, problem, say } from '@zj/metrics/internal';
import type { Problem } from '@zj/metrics';
import { danglingProblem } from '../link.js';

/** The folder in whose place `zj publish --out folder` puts a release. */
export function targetOf(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : resolve(folder);
}

/** Whether a release may take this place: nothing but the files of an earlier release is ever replaced. */
export function checkTarget(folder: string): readonly Problem[] {
  const dangling = danglingProblem(folder, say`name another folder with --out`);
  if (dangling) return [dangling];
  if (!existsSync(folder)) return [];
  const where = folder;
  if (!statSync(folder).isDirectory()) {
    const message = say`This is a file, not a folder.`;
    return [problem({ code: 'target', where, message, remedy: say`Name another folder with --out.` })];
  }
  const earlier = earlierFiles(join(folder, 'manifest.json'));
  const strangers = listStrangers(folder, new Set(earlier));
  if (strangers.length === 0) return [];
  const some = listed([...strangers.slice(0, 3), ...(strangers.length > 3 ? ['…'] : [])]);
  const message = strangers.includes('verdicts.json')
    ? say`This folder holds a part of a release without its manifest.json (${some}), and is not changed.`
    : say`This folder holds other files than those of an earlier release (${some}), and is not changed.`;
  const remedy = say`Name another folder with --out, or empty this one.`;
  return [problem({ code: 'target', where, message, remedy })];
}

/** The paths in a folder, with slashes, that are none of these files and no folder of theirs; no link is followed. */
function listStrangers(folder: string, files: ReadonlySet<string>, above = ''): readonly string[] {
  return readdirSync(join(folder, above), { withFileTypes: true }).flatMap((entry) => {
    const path = `${above}${entry.name}`;
    const holds = entry.isDirectory() && [...files].some((file) => file.startsWith(`${path}/`));
    if (holds) return listStrangers(folder, files, `${path}/`);
    return isFile(join(folder, path)) && files.has(path) ? [] : [path];
  });
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

interface Named {
  readonly path?: unknown;
}

/** The files of the release that a manifest describes. Any version of ours: an old release may be replaced by a new one. */
function earlierFiles(path: string): readonly string[] {
  if (!isFile(path)) return [];
  try {
    const json = JSON.parse(readFileSync(path, 'utf8')) as {
      version?: unknown;
      plan?: unknown;
      files?: {
        readonly database?: Named;
        readonly verdicts?: Named;
        readonly series?: Readonly<Record<string, readonly Named[]>>;
      };
    };
    const ours = typeof json.version === 'number' && typeof json.plan === 'object' && json.files?.database;
    if (!ours) return [];
    const { series = {}, ...own } = json.files!;
    const all = [...Object.values(own), ...Object.values(series).flat()];
    return ['manifest.json', ...all.map((file) => String(file?.path))];
  } catch {
    return [];
  }
}
