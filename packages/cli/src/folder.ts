import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder with those above it that are missing, and gives the topmost one made. One at a time: made all at once, a
 * folder in such a place as /proc would never be done. Throws the system's error.
 */
export function makeFolders(folder: string): string | undefined {
  const missing: string[] = [];
  // The root of a disk that is not there, such as Z:\, has no folder above it.
  for (let path = resolve(folder); !existsSync(path) && path !== dirname(path); path = dirname(path)) {
    missing.unshift(path);
  }
  let made: string | undefined;
  for (const path of missing) {
    try {
      mkdirSync(path);
      made ??= path;
    } catch (error) {
      // Has another program made it meanwhile?
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return made;
}
