import { expect, test } from 'vitest';
import { readTable } from '../../../../packages/metrics/src/dataset/read/table.js';
import { worked } from '../../../work.js';
import { bookXml, rowXml } from './parts.js';

const row = (i: number) => rowXml(`k${i}`, `<c><v>${i}.25</v></c>`, `<c><f>B1*2</f><v>${2 * i}.5</v></c>`);
const large = bookXml({
  sheets: { S: rowXml('k', 'v', 'w') + Array.from({ length: 100_000 }, (_, i) => row(i)).join('') },
});

test('a large workbook is given up within a second’s work', async () => {
  for (const after of [0, 50, 200]) {
    const controller = new AbortController();
    let aborted = Infinity;
    setTimeout(() => {
      aborted = worked();
      controller.abort();
    }, after);
    const reading = readTable(large, { name: 'b.xlsx', signal: controller.signal });
    await expect(reading, `after ${after} ms`).rejects.toMatchObject({ code: 'ABORTED' });
    expect(worked() - aborted).toBeLessThan(1000);
  }
  const signal = AbortSignal.abort();
  await expect(
    readTable(bookXml({ sheets: { S: row(1) } }), { name: 'b.xlsx', signal }),
  ).rejects.toMatchObject({
    code: 'ABORTED',
  });
});

test('everything else has its turn while a large workbook is read', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  const { table } = await readTable(large, { name: 'b.xlsx' });
  clearInterval(timer);
  expect(table!.rowCount).toBe(100_000);
  // A machine that is busy with other things takes long for a turn, but gives no fewer.
  expect(turns).toBeGreaterThan(30);
});
