import { afterEach, expect, test, vi } from 'vitest';
import { reveal } from '../../packages/widgets/src/goal-gauge/detail/reveal.js';
import { gaugeShape } from '@zj/widgets';
import { revenue } from '../../stories/verdicts.js';

afterEach(() => vi.unstubAllGlobals());

/** What stands where the detail's file cannot be had. */
const tell = (protocol: string): string => {
  vi.stubGlobal('location', { protocol });
  const verdict = revenue();
  const shape = gaugeShape(verdict, { locale: 'en' });
  return JSON.stringify(
    reveal({ verdict, shape }, shape, { detail: undefined, failed: true, tried: true }, 'en'),
  );
};

test('a page that is opened as a file says that the detail needs a web server', () => {
  expect(tell('file:')).toContain('zj-goal-gauge-detail.js cannot be read: browsers read it by http');
  expect(tell('https:')).toContain('Check the address and the network');
});
