import axe from 'axe-core';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clear, pageStyle } from '../mount.js';
import { stage } from './filter-stage.js';

beforeEach(clear);
afterEach(clear);

const selection = {
  during: '2026',
  where: [
    { column: 'industry', in: ['集成电路'] },
    { column: 'zone', in: ['北区'] },
  ],
};

async function mount(width: number, elder = false): Promise<ShadowRoot> {
  const { root } = await stage(elder ? { elder: '' } : {}, { width, selection });
  return root;
}

describe.each([
  [1200, false],
  [360, false],
  [768, true],
])('at %i px (elder: %s)', (width, elder) => {
  test('axe finds nothing to mend', async () => {
    const root = await mount(width, elder);
    const { violations } = await axe.run(root.host as HTMLElement, {
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
      [],
    );
  });

  test('every control has a name', async () => {
    const root = await mount(width, elder);
    for (const one of root.querySelectorAll<HTMLInputElement>('button, input')) {
      const name = one.getAttribute('aria-label') ?? (one.textContent || one.labels?.[0]?.textContent);
      expect(name?.trim(), one.outerHTML).toBeTruthy();
    }
  });
});

test('the keyboard alone reaches all of it, in the order of reading', async () => {
  const root = await mount(1200);
  const reached: string[] = [];
  for (let step = 0; step < 60; step++) {
    await userEvent.tab();
    const at = root.activeElement;
    if (!at) {
      if (reached.length > 0) break;
      continue;
    }
    reached.push(at.getAttribute('part') ?? at.getAttribute('type') ?? at.tagName);
  }
  expect(reached.slice(0, 12)).toEqual([
    ...['chip', 'chip', 'chip', 'clear', 'slider', 'slider', 'date', 'date'],
    ...['quick', 'quick', 'quick', 'quick'],
  ]);
  expect(reached.filter((one) => one === 'checkbox').length).toBeGreaterThan(15);
  expect(reached).toContain('search');
});

test('a page that styles every element changes nothing inside', async () => {
  const before = (await mount(1000)).host.getBoundingClientRect().height;
  clear();
  pageStyle(
    '* { font-size: 40px; padding: 9px; direction: rtl; text-transform: uppercase } button, input { display: none }',
  );
  const after = await mount(1000);
  expect(Math.abs(after.querySelector('figure')!.getBoundingClientRect().height - before)).toBeLessThan(40);
  expect(after.querySelector<HTMLElement>('[part=chip]')!.checkVisibility()).toBe(true);
});

test('under a policy that forbids styles in the page it breaks nothing', async () => {
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
  const root = await mount(1000);
  root.querySelector<HTMLElement>('[part=value] input')!.click();
  root.querySelector<HTMLElement>('[part=quick]')!.click();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(root.querySelector('.bar')!.getBoundingClientRect().height).toBeGreaterThan(2);
  expect(broken).toEqual(['style-src-attr']);
});
