import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../page/site.js';
import { checkTypes, defineFirst, look, openExample } from './example.js';

let site: Site;

beforeAll(async () => {
  site = await openExample('vue');
});
afterAll(() => site.close());

test('the example compiles by its own tsconfig.json, with strict templates', () => checkTypes('vue'));

test('a figure that is bound is shown; null is nothing reported, and the figure comes back', async () => {
  const { gauge, complaints } = await look(site);
  const alone = gauge('#alone');
  await alone.has('at-risk');
  expect(await alone.value.textContent()).toBe('71.0%');
  await alone.press('未报送');
  await alone.has('no-data');
  expect(await alone.value.textContent()).toBe('—');
  await alone.press('71 件');
  await alone.has('at-risk');
  expect(await alone.value.textContent()).toBe('71.0%');
  expect(complaints).toEqual([]);
});

test('a text, a day and a boolean that are bound go and come back', async () => {
  const { page, gauge, complaints } = await look(site);
  const alone = gauge('#alone');
  await alone.has('at-risk');
  const figure = page.locator('#alone zj-goal-gauge figure');
  expect(await figure.textContent()).toContain('件');
  await alone.press('单位');
  await expect.poll(() => figure.textContent()).not.toContain('件');
  await alone.press('单位');
  await expect.poll(() => figure.textContent()).toContain('件');
  await page.locator('#alone input').fill('2026-11-30');
  await expect.poll(() => alone.key.textContent()).toContain('91.5%');
  const compact = page.locator('#alone zj-goal-gauge[compact]');
  await alone.press('紧凑');
  await compact.waitFor();
  await alone.press('紧凑');
  await compact.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});

test('a field that a reader empties is nothing reported, and no nought', async () => {
  const { page, gauge, complaints } = await look(site);
  const typed = gauge('#typed');
  await expect.poll(() => typed.value.textContent()).toBe('83.9%');
  await page.locator('#typed input').fill('');
  await typed.has('no-data');
  await page.locator('#typed input').fill('0');
  await expect.poll(() => typed.value.textContent()).toBe('0.0%');
  await page.locator('#typed input').fill('6000');
  await typed.has('achieved');
  expect(complaints).toEqual([]);
});

test('the events of the gauge are heard', async () => {
  const { gauge, complaints } = await look(site);
  const alone = gauge('#alone');
  await expect.poll(() => alone.told.textContent()).toBe('at-risk');
  await alone.press('未报送');
  await expect.poll(() => alone.told.textContent()).toBe('no-data');
  await alone.press('不是数字');
  await expect.poll(() => alone.told.textContent()).toContain('value="Infinity"');
  expect(complaints).toEqual([]);
});

test('a verdict is handed over as a property, taken back and given again', async () => {
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

describe('a Vue page that a server renders', () => {
  const path = 'hydrated.html';

  test('has its words where scripts are off', async () => {
    const { page } = await look(site, { path, javaScriptEnabled: false });
    const text = await page.locator('#published zj-goal-gauge').innerText();
    expect(text).toBe('上海市独角兽企业：86 / 100 家');
  });

  test.each([
    ['after Vue has taken the page over', undefined],
    ['before Vue takes the page over', defineFirst],
  ])('shows figures, is told of them and logs no warning, the gauge defined %s', async (_when, before) => {
    const { gauge, complaints } = await look(site, { path, ...(before && { before }) });
    const [published, alone] = [gauge('#published'), gauge('#alone')];
    await published.has('on-track');
    await expect.poll(() => published.told.textContent()).toBe('1');
    await alone.has('at-risk');
    expect(await alone.key.textContent()).toContain('83.3%');
    await alone.press('未报送');
    await alone.has('no-data');
    await alone.press('71 件');
    await alone.has('at-risk');
    await expect.poll(() => alone.told.textContent()).toBe('at-risk');
    expect(complaints).toEqual([]);
  });
});
