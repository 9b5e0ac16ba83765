import { expect } from 'vitest';
import type { Tab } from './driver.js';

/** A point of the window. */
type Place = readonly [x: number, y: number];

/** What in-page.mjs gives to each page. */
interface InPage {
  readonly heard: string[];
  all(path: readonly string[]): HTMLElement[];
  readonly isShown: (element: Element) => boolean;
  aim(path: readonly string[]): Place | null;
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

/** How long a page may take, in milliseconds: a busy machine compiles the engine for more than a minute. */
const patience = 170_000;

/** Waits until a question to the page has a true answer; a failure tells what was waited for. */
export async function until<A extends readonly unknown[]>(
  tab: Tab,
  what: string,
  work: (...args: A) => unknown,
  ...args: A
): Promise<void> {
  const answer = async (): Promise<boolean> => Boolean(await tab.run(work, ...args));
  await expect.poll(answer, { timeout: patience, interval: 100, message: what }).toBe(true);
}

/** Waits until a path leads to something that is seen: a selector of the page, then one of its shadow root, and so on. */
export async function seen(tab: Tab, ...path: readonly string[]): Promise<void> {
  await until(tab, `${path.join(' ')} is seen`, (way) => inPage.all(way).some(inPage.isShown), path);
}

/**
 * Presses the mouse on the first element that a path leads to, as soon as nothing is above it and it stands still: while charts
 * above it come, it moves.
 */
export async function press(tab: Tab, ...path: readonly string[]): Promise<void> {
  let place: Place | null = null;
  const stands = async (): Promise<boolean> => {
    const before = place;
    place = await tab.run((way) => inPage.aim(way), path);
    return place !== null && before?.[0] === place[0] && before[1] === place[1];
  };
  await expect
    .poll(stands, { timeout: patience, interval: 100, message: `${path.join(' ')} can be pressed` })
    .toBe(true);
  await tab.click(...place!);
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
