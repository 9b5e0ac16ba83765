import { expect, test } from 'vitest';
import { revenueByField } from './breakdowns.js';
import { mountBreakdown } from './charts.js';

test('under a policy that forbids styles in the page, a breakdown looks as it should and breaks nothing', async () => {
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
  for (const appearance of ['table', 'change']) {
    const chart = await mountBreakdown({ series: revenueByField(), cumulative: true, appearance });
    chart.shadowRoot!.querySelector<HTMLElement>('[part=open]')!.click();
    await chart.updateComplete;
    await new Promise(requestAnimationFrame);
    const [bar, longer] = [...chart.shadowRoot!.querySelectorAll('tbody .bar rect')].map(
      (one) => one.getBoundingClientRect().width,
    );
    expect(longer).toBeGreaterThan(20);
    expect(bar).toBeGreaterThan(longer!);
  }
  expect(broken).toEqual(['style-src-attr']);
});
