import { define, type ZjGoalGauge } from '@zj/widgets';

define();

/** A gauge on the page, painted, and seen unless it has yet to read its figures; gone with {@link clear}. */
export async function mount(
  properties: Partial<ZjGoalGauge> & Readonly<Record<string, unknown>> = {},
  { inside = '', width = 288 }: { readonly inside?: string; readonly width?: number } = {},
): Promise<ZjGoalGauge> {
  const box = document.createElement('div');
  box.className = 'box';
  box.style.width = `${width}px`;
  const gauge = document.createElement('zj-goal-gauge');
  if (inside) gauge.append(document.createRange().createContextualFragment(inside));
  Object.assign(gauge, properties);
  box.append(gauge);
  document.body.append(box);
  await gauge.updateComplete;
  if (!gauge.src || gauge.hasAttribute('failed')) await measured(gauge);
  return gauge;
}

/** A gauge is shown when its width is known, within the frame in which it is first laid out. */
export async function measured(gauge: ZjGoalGauge): Promise<void> {
  while (!gauge.shadowRoot!.querySelector('.root:is([size], [hidden])')) {
    await new Promise(requestAnimationFrame);
  }
}

/** Takes every gauge and style of a test off the page. */
export function clear(): void {
  document.querySelectorAll('.box, style.of-test').forEach((element) => element.remove());
  document.documentElement.lang = 'zh-CN';
  document.documentElement.style.colorScheme = '';
}

/** A style sheet of the page around the gauges. */
export function pageStyle(text: string): void {
  const style = document.createElement('style');
  style.className = 'of-test';
  style.textContent = text;
  document.head.append(style);
}

/** An element inside a gauge. */
export function find(gauge: ZjGoalGauge, selector: string): HTMLElement {
  return gauge.shadowRoot!.querySelector<HTMLElement>(selector)!;
}

/** The text of a gauge's part, white space made one space; empty if it is hidden. Words that the eye is shown a second time count once. */
export function read(gauge: ZjGoalGauge, selector: string): string {
  const part = find(gauge, selector);
  if (part.getClientRects().length === 0) return '';
  const twice = [...part.querySelectorAll<HTMLElement>('.seen, .brief')];
  twice.forEach((one) => (one.hidden = true));
  const text = part.innerText.replaceAll(/\s+/g, ' ').trim();
  twice.forEach((one) => (one.hidden = false));
  return text;
}

/** The address of a file with this content. */
export function serve(content: string): string {
  return URL.createObjectURL(new Blob([content], { type: 'application/json' }));
}

/** The next event of a gauge. */
export function next<Detail>(gauge: ZjGoalGauge, type: string): Promise<Detail> {
  return new Promise((resolve) => {
    gauge.addEventListener(type, (event) => resolve((event as CustomEvent<Detail>).detail), { once: true });
  });
}

/** Opens the detail of a gauge and waits until it is there. */
export async function open(gauge: ZjGoalGauge): Promise<void> {
  find(gauge, 'summary').click();
  while (!gauge.shadowRoot!.querySelector('table')) await new Promise(requestAnimationFrame);
}
