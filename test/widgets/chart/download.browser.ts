import { render } from 'lit';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { downloadButton, type Download } from '../../../packages/widgets/src/chart/download.js';

const words = {
  download: '下载',
  formats: { csv: '表格（CSV）', svg: '矢量图（SVG）', png: '图片（PNG）' },
  notSaved: (why: string) => `未能保存：${why}`,
};

let stage: HTMLElement | undefined;
afterEach(() => {
  vi.restoreAllMocks();
  stage?.remove();
});

/** A button on the page, and the file that it saves as the page would get it. */
function mount(make: Download['make']): {
  readonly list: HTMLDetailsElement;
  readonly saved: Promise<File>[];
} {
  stage = document.body.appendChild(document.createElement('div'));
  const saved: Promise<File>[] = [];
  // The browser's own download ends here; the link is never in the page.
  const paint = (failure: string): void => {
    render(downloadButton({ words, name: () => '收入-2026-10', make, failure, tell: paint }), stage!);
  };
  paint('');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(
      fetch(this.href)
        .then((answer) => answer.blob())
        .then((blob) => new File([blob], this.download, { type: blob.type })),
    );
  });
  return { list: stage.querySelector('details')!, saved };
}

test('the keyboard opens the list, walks it and saves', async () => {
  const { list, saved } = mount((format) => `a ${format}`);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(list.open).toBe(true);
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  const file = await saved[0]!;
  expect([file.name, file.type, await file.text()]).toEqual([
    '收入-2026-10.svg',
    'image/svg+xml;charset=utf-8',
    'a svg',
  ]);
  expect([list.open, document.activeElement]).toEqual([false, list.querySelector('summary')]);
});

test('Escape closes the list, keeps the focus at the button and is not told to the page', async () => {
  const { list } = mount(() => '');
  let told = 0;
  const count = (event: KeyboardEvent): void => void (event.key === 'Escape' && told++);
  document.addEventListener('keydown', count);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}{Tab}{Escape}');
  document.removeEventListener('keydown', count);
  expect([list.open, document.activeElement, told]).toEqual([false, list.querySelector('summary'), 0]);
});

test('who leaves the list closes it', async () => {
  const { list } = mount(() => '');
  stage!.append(document.createElement('button'));
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  for (let step = 0; step < 4; step++) await userEvent.tab();
  expect(list.open).toBe(false);
});

test('a file that cannot be made is told with its cause, and the next one clears it', async () => {
  const { list, saved } = mount((format) => {
    if (format === 'png') throw new Error('no canvas');
    return 'x';
  });
  const press = (at: number): void => list.querySelectorAll('button')[at]!.click();
  press(2);
  const told = stage!.querySelector('[role=status]')!;
  await expect.poll(() => told.textContent).toBe('未能保存：no canvas');
  press(0);
  await expect.poll(() => saved.length).toBe(1);
  expect(told.textContent).toBe('');
});
