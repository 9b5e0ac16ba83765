import { startChromium } from './chromium.js';
import type { Accessible } from './firefox-tree.js';
import { startFirefox } from './firefox.js';
import { startWebKit } from './webkit.js';

/** The one tab of a browser, as far as the walk needs it. */
export interface Tab {
  /** As the browser calls itself: `156.0.8078.108`. */
  readonly version: string;
  open(url: string): Promise<void>;
  /** Runs a function in the page, without anything around it, and gives its answer by way of JSON. */
  run<A extends readonly unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Presses the main button of the mouse at a point of what is seen. */
  click(x: number, y: number): Promise<void>;
  /** Makes what is seen so many CSS pixels wide and high. */
  resize(width: number, height: number): Promise<void>;
  /** The whole page, as PNG. */
  picture(): Promise<Uint8Array>;
  /** The page on paper, as PDF; undefined where the browser's driver knows no such command. */
  print(): Promise<Uint8Array | undefined>;
  /** What the browser gives to screen readers of the page; null until it has it. Not there where the driver knows no way to it. */
  tree?(): Promise<Accessible | null>;
  /** Ends the browser. */
  close(): Promise<void>;
}

/** How a browser is started. */
export interface Start {
  readonly path: string;
  /** The port on this machine to which every request goes that is not for this machine. */
  readonly gate: number;
  /** Whether the reader has chosen dark colours. */
  readonly dark: boolean;
}

/** Which browser: a key of `names` in find.mjs. */
export type BrowserId = 'chromium' | 'floor' | 'firefox' | 'webkit';

const starters: Readonly<Record<BrowserId, (start: Start) => Promise<Tab>>> = {
  chromium: startChromium,
  floor: startChromium,
  firefox: startFirefox,
  webkit: startWebKit,
};

/** Starts a browser of this machine with one empty tab. */
export async function startBrowser(id: BrowserId, start: Start): Promise<Tab> {
  const tab = await starters[id](start);
  await tab.resize(1280, 900);
  return tab;
}
