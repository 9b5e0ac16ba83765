import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../page/site.js';
import { checkTypes, defineFirst, look, openExample } from './example.js';

let site: Site;

beforeAll(async () => {
  site = await openExample('react');
});
afterAll(() => site.close());

test('the example compiles by its own tsconfig.json', () => checkTypes('react'));

describe('a React page that the browser renders', () => {
  test('shows the figure that is its state; null is nothing reported, and the figure comes back', async () => {
    const { gauge, complaints } = await look(site);
    const alone = gauge('#alone');
    await alone.has('at-risk');
    expect(await alone.value.textContent()).toBe('71.0%');
    expect(await alone.key.textContent()).toContain('83.3%');
    await alone.press('未报送');
    await alone.has('no-data');
    expect(await alone.value.textContent()).toBe('—');
    await alone.press('71 件');
    await alone.has('at-risk');
    expect(await alone.value.textContent()).toBe('71.0%');
    expect(complaints).toEqual([]);
  });

  test('hears the events of the gauge', async () => {
    const { gauge, complaints } = await look(site);
    const alone = gauge('#alone');
    await expect.poll(() => alone.told.textContent()).toBe('at-risk');
    await alone.press('100 件');
    await expect.poll(() => alone.told.textContent()).toBe('achieved');
    await alone.press('不是数字');
    await expect.poll(() => alone.told.textContent()).toContain('value="Infinity"');
    expect(complaints).toEqual([]);
  });

  test('sets asOf as a property, too', async () => {
    const { page, gauge, complaints } = await look(site);
    const dated = gauge('#dated');
    await dated.has('on-track');
    expect(await dated.key.textContent()).toContain('83.3%');
    await page.locator('#dated input').fill('2026-11-30');
    await expect.poll(() => dated.key.textContent()).toContain('91.5%');
    expect(complaints).toEqual([]);
  });

  test('hands over a verdict as a property, takes it back and gives it again', async () => {
    const { page, gauge, complaints } = await look(site);
    const published = gauge('#published');
    await published.has('on-track');
    await expect.poll(() => published.told.textContent()).toBe('shanghai-unicorns-2027');
    await published.press('所示数字');
    await expect.poll(() => page.locator('#published output').last().textContent()).toBe('86');
    await published.press('收回');
    await page.getByText('数字正在读取。').waitFor();
    await published.press('再读');
    await published.has('on-track');
    const twice = 'shanghai-unicorns-2027 shanghai-unicorns-2027';
    await expect.poll(() => published.told.textContent()).toBe(twice);
    expect(complaints).toEqual([]);
  });
});

describe('a React page that a server renders', () => {
  const path = 'hydrated.html';

  test('has its figures where scripts are off', async () => {
    const { page } = await look(site, { path, javaScriptEnabled: false });
    const text = await page.locator('#published zj-goal-gauge').innerText();
    expect(text).toContain('86');
    expect(await page.locator('#alone zj-goal-gauge').innerText()).toBe('示例数据：71 / 100 件');
  });

  test.each([
    ['after React has taken the page over', undefined],
    ['before React takes the page over', defineFirst],
  ])('shows figures, is told of them and logs no warning, the gauge defined %s', async (_when, before) => {
    const { page, gauge, complaints } = await look(site, { path, ...(before && { before }) });
    const [published, alone] = [gauge('#published'), gauge('#alone')];
    await published.has('on-track');
    await expect.poll(() => published.told.textContent()).toBe('1');
    expect(await page.locator('#published zj-goal-gauge > figure').isVisible()).toBe(false);
    await alone.has('at-risk');
    expect(await alone.key.textContent()).toContain('83.3%');
    await alone.press('未报送');
    await alone.has('no-data');
    expect(await alone.value.textContent()).toBe('—');
    await alone.press('71 件');
    await alone.has('at-risk');
    expect(complaints).toEqual([]);
  });
});
