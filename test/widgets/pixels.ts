import type { Page } from 'playwright';
import { contrast, type Rgb } from '../../stories/theme/colour.js';

/** The colours of two pictures of one size, pixel by pixel, each pair with how often it is there. A page of the browser reads the two PNGs. */
function pairColours(
  page: Page,
  before: Buffer,
  after: Buffer,
): Promise<readonly (readonly [pair: string, count: number])[]> {
  return page.evaluate(
    async (pictures) => {
      const [one, other] = await Promise.all(
        pictures.map(async (png) => {
          const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
          context.drawImage(bitmap, 0, 0);
          return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
        }),
      );
      const counts = new Map<string, number>();
      for (let at = 0; at < one!.length; at += 4) {
        const pair = [...one!.subarray(at, at + 3), ...other!.subarray(at, at + 3)].join();
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
      return [...counts];
    },
    [before.toString('base64'), after.toString('base64')],
  );
}

/** The number of pixels of a picture that stand out against an earlier picture: at a contrast of 3:1, as WCAG 2.2 asks of marks. */
export async function countStanding(page: Page, before: Buffer, after: Buffer): Promise<number> {
  const pairs = await pairColours(page, before, after);
  const standing = pairs.filter(([pair]) => {
    const parts = pair.split(',').map((part) => Number(part) / 255);
    return contrast(parts.slice(0, 3) as unknown as Rgb, parts.slice(3) as unknown as Rgb) >= 3;
  });
  return standing.reduce((sum, [, count]) => sum + count, 0);
}

/** How many pixels are off by one level of 255; infinitely many, where one is off by more or a picture is larger than the other. */
export async function countOff(page: Page, before: Buffer, after: Buffer): Promise<number> {
  // The width and height of a PNG stand at a place of their own.
  if (!before.subarray(16, 24).equals(after.subarray(16, 24))) return Infinity;
  let count = 0;
  for (const [pair, times] of await pairColours(page, before, after)) {
    const parts = pair.split(',').map(Number);
    const off = Math.max(...parts.slice(0, 3).map((part, at) => Math.abs(part - parts[at + 3]!)));
    if (off > 1) return Infinity;
    count += off * times;
  }
  return count;
}
