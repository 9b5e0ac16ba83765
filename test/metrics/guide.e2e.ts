import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSite, visit } from '../page/site.js';
import { readBlocks } from './guide.js';

test('the page of the guide shows its figure under the strict policy', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zj-guide-'));
  for (const { file, text } of readBlocks()) if (file) await writeFile(join(folder, file), text);
  const site = await openSite(folder);
  try {
    const { page, foreign, complaints } = await visit(site);
    await page.waitForFunction(() => document.getElementById('answer')!.textContent !== '…');
    expect(await page.textContent('#answer')).toBe('556.7 (10^4 yuan)');
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  } finally {
    await site.close();
    await rm(folder, { recursive: true });
  }
});
