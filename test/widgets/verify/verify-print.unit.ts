import { verifyCommand, verifyHtml } from '@zj/widgets/print';
import { expect, test } from 'vitest';
import { tellBytes, tellProgress } from '../../../packages/widgets/src/verify/progress-view.js';

const address = 'https://park.example/release/manifest.json';

test('the command for a terminal is one that a shell reads as it is meant', () => {
  expect(verifyCommand(address)).toBe(`npx zj verify ${address}`);
  expect(verifyCommand(address, 'pct-applications')).toBe(`npx zj verify ${address} --goal pct-applications`);
  expect(verifyCommand('https://park.example/a b/$(x)?v=1&w=2')).toBe(
    `npx zj verify 'https://park.example/a b/$(x)?v=1&w=2'`,
  );
  expect(verifyCommand(`https://park.example/it's`)).toBe(`npx zj verify 'https://park.example/it'\\''s'`);
});

test('without scripts a page has the command, the proof and its limit, as plain HTML', () => {
  const html = verifyHtml(`${address}?<b>`, { locale: 'zh-CN' });
  expect(html).toContain(`<code>npx zj verify '${address}?&#60;b&#62;'</code>`);
  expect(html).toMatch(/证明：.*不证明：/);
  expect(html).not.toMatch(/style|class=|<script|<b>/);
  expect(verifyHtml(address, { locale: 'en', goal: 'a' })).toContain('--goal a</code>');
});

test('a start is told by its stage and its bytes', () => {
  const tell = (step: 'engine' | 'database' | 'compiling' | 'opening', loaded: number, total?: number) =>
    tellProgress({ kind: 'running', progress: { step, loaded, ...(total && { total }) } }, 'en');
  expect(tell('engine', 1_250_000, 7_700_000)).toBe('Downloading the engine: 1.3 MB of 7.7 MB');
  expect(tell('database', 612_000)).toBe('Downloading the data: 612 kB');
  expect(tell('compiling', 5)).toBe('Compiling the engine…');
  expect(tell('opening', 5)).toBe('Opening the data…');
  expect(tellProgress({ kind: 'running' }, 'zh-CN')).toBe('正在启动…');
  expect(tellBytes(999_999, 'zh-CN')).toBe('1,000 kB');
});
