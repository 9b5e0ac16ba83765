import { constants, type Stats } from 'node:fs';
import { open, realpath, type FileHandle } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

/** A file that is open for reading. */
export interface Found {
  readonly path: string;
  readonly file: FileHandle;
  readonly stats: Stats;
}

/** A file, or the status that says why there is none; a folder that is named without the slash at its end is `folder`. */
export type Located = Found | 'folder' | 403 | 404;

/** The parts of a request's path, or undefined where it is no path of files. */
export function readPath(url: string): readonly string[] | undefined {
  // A proxy names the site, too.
  const path = url.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '') || '/';
  if (!path.startsWith('/')) return undefined;
  try {
    const parts = path.slice(1).split('/').map(decodeURIComponent);
    return parts.some((part) => /[/\\\0]/.test(part)) ? undefined : parts;
  } catch {
    return undefined;
  }
}

/**
 * Opens the file of a folder that these parts of a path name; the last is empty where the path ends with a slash. Nothing
 * outside the folder is found, also by a link, and no name that begins with a dot. Throws an unusual error of the system.
 */
export async function locate(folder: string, parts: readonly string[]): Promise<Located> {
  const last = parts.at(-1)!;
  const names = last === '' ? [...parts.slice(0, -1), 'index.html'] : parts;
  // An empty name stands between two slashes.
  if (names.some((name) => name === '' || name.startsWith('.'))) return 404;
  const found = await openInside(folder, names);
  if (found === 404 && !last.includes('.') && last !== '') {
    return openInside(folder, [...names.slice(0, -1), `${last}.html`]);
  }
  return found;
}

async function openInside(folder: string, names: readonly string[]): Promise<Located> {
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, ...names));
    const inside = relative(root, path);
    if (isAbsolute(inside) || inside.split(sep).some((name) => name.startsWith('.'))) return 404;
    return await openFile(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['EACCES', 'EPERM'].includes(code)) return 403;
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL', 'ENXIO'].includes(code)) return 404;
    throw error;
  }
}

async function openFile(path: string): Promise<Located> {
  // Opening a pipe would wait for its writer.
  const file = await open(path, nonBlocking);
  const stats = await file.stat().catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
  if (stats.isFile()) return { path, file, stats };
  await file.close();
  return stats.isDirectory() ? 'folder' : 404;
}

const nonBlocking = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
