import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, expect, test, vi } from 'vitest';
import { makeFolders } from '../../packages/cli/src/folder.js';

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

test('on a disk that is not there, no folder is made and the search ends at its root', () => {
  const missing = Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  const exists = vi.spyOn(fs, 'existsSync').mockImplementation(() => {
    if (exists.mock.calls.length > 100) throw new Error('This would never end.');
    return false;
  });
  const make = vi.spyOn(fs, 'mkdirSync').mockImplementation(() => {
    throw missing;
  });
  // Modules that import a function of node:fs by its name get these.
  syncBuiltinESMExports();
  expect(() => makeFolders('/no/disk')).toThrow(missing);
  expect(make).toHaveBeenCalledOnce();
});
