import { expect, test } from 'vitest';
import { all, mountTable, one, settled } from './table-stage.js';

test('under a policy that forbids styles in the page, a table of many rows is scrolled, filtered and ordered, and breaks nothing', async () => {
  const broken: string[] = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
    broken.push(violatedDirective),
  );
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "style-src 'none'; object-src 'none'; base-uri 'none'";
  document.head.append(policy);
  const box = document.createElement('p');
  box.setAttribute('style', 'color: red');
  await expect.poll(() => broken).toEqual(['style-src-attr']);
  const table = await mountTable({}, { count: 5000 });
  one(table, '.viewport').scrollTop = 100_000;
  await settled(table);
  expect(Number(all(table, 'tbody tr')[0]!.dataset.row)).toBeGreaterThan(2000);
  const [first, second] = all(table, 'thead th').map((head) => head.getBoundingClientRect().width);
  expect(first).toBeGreaterThan(60);
  expect(second).toBeGreaterThan(60);
  one(table, 'thead [data-column="5"] [part=filter]').click();
  await settled(table);
  expect(one(table, '.panel').getBoundingClientRect().left).toBeGreaterThan(
    table.getBoundingClientRect().left + 100,
  );
  one(table, 'thead [data-column="5"] [part=sort]').click();
  await settled(table);
  expect(
    table.renderRoot.querySelectorAll('[style]:not(col, .viewport, .extent, .panel, table)'),
  ).toHaveLength(0);
  expect(broken).toEqual(['style-src-attr']);
});
