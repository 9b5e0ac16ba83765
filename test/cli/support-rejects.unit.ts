import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '@zj/metrics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lines, openFolder, park, run, writeSource } from './source.js';

// Bad rows of space, service packages and science finance, below the park's own rows.

let folder: Awaited<ReturnType<typeof openFolder>>;
beforeAll(async () => {
  folder = await openFolder();
});
afterAll(() => folder.remove());

const bad: Readonly<Record<string, readonly (readonly [row: string, cell: number, told: string])[]>> = {
  'space-supply': [
    [
      '2026-10-01,示例空间 9001,生物医药园,wet-lab,occupied,100.00',
      3,
      'kind is "wet-lab", which is not among its values. Use one of: gmp-plant, clean-room, office.',
    ],
    [
      '2026-10-01,示例空间 9002,生物医药园,gmp-plant,let,100.00',
      4,
      'state is "let", which is not among its values. Use one of: under-construction, available, occupied.',
    ],
    [
      '2026-10-01,示例空间 9003,生物医药园,gmp-plant,occupied,-5.00',
      5,
      'area is "-5.00" but must be at least 0 平方米. Correct the cell.',
    ],
    [
      '2026-10-15,示例空间 9004,生物医药园,gmp-plant,occupied,100.00',
      0,
      'month is "2026-10-15" but a month is written as its first day. Write 2026-10-01.',
    ],
    [
      '2026-10-01,示例空间 0001,生物医药园,gmp-plant,occupied,100.00',
      0,
      'month and space (2026-10-01, 示例空间 0001) are already in line',
    ],
  ],
  'service-packages': [
    [
      'F900001,2026-10-01,示例重点企业 0001,policy,2,5',
      4,
      'packages is "2" but must be at most 1 件. Correct the cell.',
    ],
    [
      'F900002,2026-10-01,示例重点企业 0001,policy,1,0',
      5,
      'days is "0" but must be at least 1 天. Correct the cell.',
    ],
    [
      'F900003,2026-10-01,示例重点企业 0001,advice,1,5',
      3,
      'need is "advice", which is not among its values. Use one of: policy, space, funds, scenarios, other.',
    ],
    [
      'F900004,2026-10-01,,policy,1,5',
      2,
      'enterprise is empty but must be given. Fill in the cell, or remove the row.',
    ],
    [
      'F000001,2026-10-01,示例重点企业 0001,policy,1,5',
      0,
      'number (F000001) is already in line 2. Keep one of the two rows and remove the other.',
    ],
  ],
  'science-finance': [
    [
      '2026-10-01,示例融资企业 9001,bond,生物医药,100.00',
      2,
      'instrument is "bond", which is not among its values. Use one of: loan, equity.',
    ],
    [
      '2026-10-01,示例融资企业 9002,loan,生物医药,1.2万',
      4,
      'amount is "1.2万" but must be a number with at most 2 decimals in 万元. Correct the cell, e.g. 12300.00.',
    ],
    [
      '2026-11-01,示例融资企业 9003,loan,生物医药,100.00',
      0,
      'month is "2026-11-01", but the figures of this file cover the days up to 2026-10-31.',
    ],
  ],
};
const all = Object.values(bad).flat().length;

/** A source with the park's rows of the three datasets, and the bad ones below them. */
async function writeBad(name: string): Promise<string> {
  const changes: Record<string, string> = {};
  for (const [id, rows] of Object.entries(bad)) {
    const text = await readFile(join(park, `data/${id}.csv`), 'utf8');
    changes[`${id}.csv`] = text + lines(...rows.map(([row]) => row));
  }
  return writeSource(join(folder.folder, name), changes);
}

describe('rows of space, service packages and science finance that break their contract', () => {
  test('are refused, each with its place and what to do', async () => {
    const { code, told } = await run('check', await writeBad('refused'));
    expect(code).toBe(1);
    expect(told).toHaveLength(all);
    for (const [id, rows] of Object.entries(bad)) {
      const text = await readFile(join(park, `data/${id}.csv`), 'utf8');
      const last = text.trimEnd().split('\n').length;
      for (const [i, [row, cell, words]] of rows.entries()) {
        const place = 1 + row.split(',').slice(0, cell).join(',').length + Math.min(cell, 1);
        const at = `data/${id}.csv:${last + 1 + i}:${place}: `;
        const line = told.find((one) => one.startsWith(`data/${id}.csv:${last + 1 + i}:`));
        expect(line).toContain(at + words);
      }
    }
  });

  test('are left out and counted where that is allowed', async () => {
    const out = join(folder.folder, 'release');
    const source = await writeBad('allowed');
    expect((await run('publish', source, '--out', out, '--max-rejects', String(all - 1))).code).toBe(1);
    const { code } = await run('publish', source, '--out', out, '--max-rejects', String(all));
    expect(code).toBe(0);
    const { datasets } = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as Manifest;
    for (const [id, rows] of Object.entries(bad)) {
      const { read, kept, rejected } = datasets.find(({ contract }) => contract.id === id)!.rows;
      expect([read - kept, rejected], id).toEqual([rows.length, rows.length]);
    }
  });
});
