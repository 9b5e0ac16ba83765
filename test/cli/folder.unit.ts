import { existsSync, mkdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { makeFolders } from '../../packages/cli/src/folder.js';

vi.mock('node:fs');

test('on a disk that is not there, no folder is made and the search ends at its root', () => {
  vi.mocked(existsSync).mockImplementation(() => {
    if (vi.mocked(existsSync).mock.calls.length > 100) throw new Error('This would never end.');
    return false;
  });
  const missing = Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  vi.mocked(mkdirSync).mockImplementation(() => {
    throw missing;
  });
  expect(() => makeFolders('/no/disk')).toThrow(missing);
  expect(vi.mocked(mkdirSync)).toHaveBeenCalledOnce();
});
