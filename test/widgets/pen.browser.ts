import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ZjGoalGauge } from '@zj/widgets';
import { full } from '../../stories/verdicts.js';
import { clear, find, mount, pageStyle } from './mount.js';

beforeEach(clear);
afterEach(clear);

/** How the part that is done is drawn: its thickness, its ends and its radius. */
function drawn(gauge: ZjGoalGauge) {
  const done = find(gauge, 'svg [part=done]');
  const [, radius] = /A([\d.]+) /.exec(done.getAttribute('d') ?? '') ?? [];
  return {
    thickness: Number(done.getAttribute('stroke-width')),
    cap: done.getAttribute('stroke-linecap'),
    radius: Number(radius),
    path: done.getAttribute('d'),
  };
}

/** Waits until a gauge draws with such a thickness. */
async function drawnWith(gauge: ZjGoalGauge, thickness: number): Promise<ReturnType<typeof drawn>> {
  while (drawn(gauge).thickness !== thickness) await new Promise(requestAnimationFrame);
  return drawn(gauge);
}

test('without a theme a dial is 176 sixteenths of an em wide and 14 thick, with round ends', async () => {
  const gauge = await mount({ verdict: full });
  expect(drawn(gauge)).toMatchObject({ thickness: 14, cap: null, radius: 81 });
  // Round ends are of the sheet, so that a theme needs no attribute.
  expect(getComputedStyle(find(gauge, 'svg [part=done]')).strokeLinecap).toBe('round');
});

test('--zj-thickness is the thickness of the track, and the figure stays where it is', async () => {
  pageStyle('zj-goal-gauge { --zj-thickness: 8px }');
  const gauge = await mount({ verdict: full });
  expect(await drawnWith(gauge, 8)).toMatchObject({ radius: 84 });
  expect(find(gauge, 'svg').getAttribute('viewBox')).toBe('-88 -88 176 132');
});

test('--zj-cap: butt cuts the ends of the track', async () => {
  const round = drawn(await mount({ verdict: full }));
  pageStyle('zj-goal-gauge { --zj-cap: butt; --zj-thickness: 0.75em }');
  const gauge = await mount({ verdict: full });
  const cut = await drawnWith(gauge, 12);
  expect(cut.cap).toBe('butt');
  expect(getComputedStyle(find(gauge, 'svg [part=done]')).strokeLinecap).toBe('butt');
  expect(cut.path).not.toBe(round.path);
});

test('--zj-dial-size is the diameter, in the drawing and on the page', async () => {
  pageStyle('zj-goal-gauge { --zj-dial-size: 128px; --zj-thickness: 10px }');
  const gauge = await mount({ verdict: full });
  expect(await drawnWith(gauge, 10)).toMatchObject({ radius: 59 });
  const svg = find(gauge, '.dial svg');
  expect(svg.getAttribute('viewBox')).toBe('-64 -64 128 96');
  expect(svg.getBoundingClientRect().height).toBeCloseTo(96, 0);
});

test('a bar has the thickness and the ends of the theme', async () => {
  pageStyle('zj-goal-gauge { --zj-thickness: 8px; --zj-cap: butt }');
  const gauge = await mount({ verdict: full, appearance: 'linear' });
  const bar = find(gauge, '[part=done]');
  while (bar.getAttribute('height') !== '0.5em') await new Promise(requestAnimationFrame);
  expect(bar.getAttribute('rx')).toBe('0');
  expect(bar.getBoundingClientRect().height).toBeCloseTo(8, 1);
});

test('a theme that changes after the first drawing is followed, and so is one that goes', async () => {
  const gauge = await mount({ verdict: full });
  expect(drawn(gauge).thickness).toBe(14);
  pageStyle('.box { --zj-thickness: 6px; --zj-cap: butt }');
  expect(await drawnWith(gauge, 6)).toMatchObject({ cap: 'butt', radius: 85 });
  document.querySelectorAll('style.of-test').forEach((style) => style.remove());
  expect(await drawnWith(gauge, 14)).toMatchObject({ cap: null, radius: 81 });
});

test('a text that grows keeps the drawing: lengths in em grow with it', async () => {
  const gauge = await mount({ verdict: full });
  const before = drawn(gauge).path;
  pageStyle('zj-goal-gauge { --zj-font-size: 24px }');
  const height = (): number => find(gauge, '.dial svg').getBoundingClientRect().height;
  while (height() < 190) await new Promise(requestAnimationFrame);
  await gauge.updateComplete;
  expect(drawn(gauge).path).toBe(before);
});
