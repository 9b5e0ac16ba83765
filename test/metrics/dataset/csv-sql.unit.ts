import { expect, test } from 'vitest';
import { csvSql } from '@zj/metrics/internal';

test('a name or a path of any letters is read as it is', () => {
  const sql = csvSql({ path: "it's.csv", columns: ['who', 'day'], multiline: true });
  expect(sql).toContain("read_csv('it''s.csv', columns = {'who': 'VARCHAR', 'day': 'VARCHAR'}");
  expect(sql).toContain('parallel = false');
});
