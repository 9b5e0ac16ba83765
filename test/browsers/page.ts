import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The page for browsers, as it is written. */
export const browsersPage = readFileSync(join(import.meta.dirname, '../../stories/docs/browsers.md'), 'utf8');

/** The rows of the table below a heading of the page, without its head. */
export function rowsBelow(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = browsersPage.split(`## ${heading}\n`);
  const lines = section
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** Which versions the page says were tested, by the name of the browser. */
export const tested: ReadonlyMap<string, string> = new Map(
  rowsBelow('Which were really tested').map(([name, version]) => [name!, version!]),
);

/** Whether a version is this one or a later one: numbers with points between them. */
export function isSince(version: string, since: string): boolean {
  const [a, b] = [version, since].map((text) => text.split('.').map((part) => parseInt(part)));
  const at = b!.findIndex((part, i) => part !== (a![i] ?? 0));
  return at < 0 || (a![at] ?? 0) > b![at]!;
}
