import { expect, test } from 'vitest';
import { createTools, type ChartTools } from '../../../packages/widgets/src/chart/chart-tools.js';

/** A file that answers when the test says so. */
function open(): {
  readonly asker: ReturnType<typeof createTools<ChartTools<string>>>;
  readonly reads: { readonly come: () => void; readonly fail: () => void }[];
  readonly updates: unknown[];
  readonly tools: ChartTools<string>;
} {
  const tools = { svgOf: () => '' } as unknown as ChartTools<string>;
  const reads: { readonly come: () => void; readonly fail: () => void }[] = [];
  const updates: unknown[] = [];
  const asker = createTools<ChartTools<string>>(
    () =>
      new Promise((resolve, reject) =>
        reads.push({ come: () => resolve(tools), fail: () => reject(new Error('gone')) }),
      ),
    () => updates.push(asker.state),
  );
  return { asker, reads, updates, tools };
}
const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('the tools are read when they are asked for, and the chart hears of it', async () => {
  const { asker, reads, updates, tools } = open();
  expect([reads.length, asker.state]).toEqual([0, undefined]);
  expect([asker.ask(), asker.ask()]).toEqual([undefined, undefined]);
  reads[0]!.come();
  await turns();
  expect(updates).toEqual([tools]);
  expect(asker.ask()).toBe(tools);
  expect(await asker.make()).toBe(tools);
  expect(reads).toHaveLength(1);
});

test('a file that cannot be read is a failure with words, and is tried again only when it is asked to be', async () => {
  const { asker, reads, updates, tools } = open();
  asker.ask();
  reads[0]!.fail();
  await turns();
  expect(asker.failure?.code).toBe('PART');
  expect(updates).toEqual([asker.failure]);
  expect(asker.ask()).toBeUndefined();
  expect(reads).toHaveLength(1);
  asker.retry();
  asker.ask();
  reads[1]!.come();
  await turns();
  expect([asker.ask(), asker.failure]).toEqual([tools, undefined]);
});

test('who waits for the tools hears why they do not come', async () => {
  const { asker, reads } = open();
  const made = asker.make();
  reads[0]!.fail();
  await expect(made).rejects.toThrow('gone');
});
