import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatWithOptions } from 'node:util';
import { expect, test, vi } from 'vitest';
import { readBlocks } from './guide.js';

const folder = join(import.meta.dirname, '../../build/guide');

/** The output that a block promises: the comment lines right below each `console.log`. */
function readPromises(code: string): readonly string[] {
  const printed = [...code.matchAll(/^console\.log\([^]*?\);\n((?:\/\/ .*\n)*)/gm)];
  return printed.map(([, comment]) => comment!.trimEnd().replaceAll(/^\/\/ /gm, ''));
}

test('every block of the guide runs, one after another, and prints what stands below it', async () => {
  const blocks = readBlocks();
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of blocks) if (file) writeFileSync(join(folder, file), text);
  // In the tree, so that the imports are found as a reader's would be.
  const code = blocks.filter(({ language, file }) => language === 'js' && !file).map(({ text }) => text);
  writeFileSync(join(folder, 'guide.mjs'), code.join('\n'));

  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => {
    printed.push(formatWithOptions({ breakLength: 110 }, ...values));
  });
  await import(/* @vite-ignore */ `${folder}/guide.mjs`).finally(() => log.mockRestore());
  const promised = code.flatMap(readPromises);
  expect(promised.length).toBeGreaterThan(10);
  expect(printed).toEqual(promised);
});
