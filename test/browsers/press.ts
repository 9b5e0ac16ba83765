import { expect } from 'vitest';
import type { Tab } from './driver.js';

/** What in-page.mjs gives to each page. */
interface InPage {
  readonly heard: string[];
  all(path: readonly string[]): HTMLElement[];
  readonly isShown: (element: Element) => boolean;
  aim(path: readonly string[]): readonly [x: number, y: number] | null;
  read(): string;
  choose(selector: string, value: string | boolean): void;
  drop(selector: string, name: string, text: string): void;
  ask(question: object): Promise<object[]>;
  styles(path: readonly string[], names: readonly string[]): string[];
  layPaper(): void;
}

declare global {
  var inPage: InPage;
}

/**
 * Waits until a question to the page has a true answer; a failure tells what was waited for. A busy machine compiles the engine for
 * more than a minute.
 */
export async function until<A extends readonly unknown[]>(
  tab: Tab,
  what: string,
  work: (...args: A) => unknown,
  ...args: A
): Promise<void> {
  const answer = async (): Promise<boolean> => Boolean(await tab.run(work, ...args));
  await expect.poll(answer, { timeout: 170_000, interval: 100, message: what }).toBe(true);
}

/** Waits until a path leads to something that is seen: a selector of the page, then one of its shadow root, and so on. */
export async function seen(tab: Tab, ...path: readonly string[]): Promise<void> {
  await until(tab, `${path.join(' ')} is seen`, (way) => inPage.all(way).some(inPage.isShown), path);
}

/** Presses the mouse on the first element that a path leads to, as soon as nothing is above it. */
export async function press(tab: Tab, ...path: readonly string[]): Promise<void> {
  await until(tab, `${path.join(' ')} can be pressed`, (way) => inPage.aim(way), path);
  const [x, y] = (await tab.run((way) => inPage.aim(way), path))!;
  await tab.click(x, y);
}

/** The texts of all elements that a path leads to, with single spaces. */
export function texts(tab: Tab, ...path: readonly string[]): Promise<string[]> {
  return tab.run((way) => inPage.all(way).map((one) => one.textContent.replace(/\s+/g, ' ').trim()), path);
}

/** The same without any space. */
export async function words(tab: Tab, ...path: readonly string[]): Promise<string[]> {
  return (await texts(tab, ...path)).map((text) => text.replaceAll(' ', ''));
}

/** A property of the style of the first element that a path leads to. */
export function styleOf(tab: Tab, property: string, ...path: readonly string[]): Promise<string> {
  return tab.run((way, name) => getComputedStyle(inPage.all(way)[0]!).getPropertyValue(name), path, property);
}
