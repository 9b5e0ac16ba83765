import { expect, test } from 'vitest';
import { wasmEngine } from '../../../packages/metrics/src/wasm.js';

test('wasmEngine in a program without a page is refused by name, with the engine to use instead', async () => {
  const opened = (async () => wasmEngine({ baseUrl: '/zj/engine/' }).open())();
  await expect(opened).rejects.toMatchObject({
    code: 'ENGINE_WORKER',
    message: 'wasmEngine runs in a browser only. In Node, use nodeEngine from @zj/metrics/node.',
  });
});
