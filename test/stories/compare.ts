// Runs in the browser, which reads and writes pictures.
import pixelmatch from 'pixelmatch';
import type { Indexed } from './png.js';

/** The differences of a picture. */
export interface Change {
  /** How many pixels differ to the eye; pixels that only anti-aliasing changes are not counted. */
  readonly pixels: number;
  /** Where they are: left and top of some hundred of them. */
  readonly places: readonly (readonly [left: number, top: number])[];
  /** A PNG in base64: the difference in red over the picture as it was. */
  readonly picture: string;
}

/** The change from one PNG to another, both in base64. A picture of another size differs all over. */
export async function compare(before: string, after: string): Promise<Change> {
  const [one, other] = await Promise.all([decode(before), decode(after)]);
  const { width, height } = one;
  if (width !== other.width || height !== other.height) {
    const pixels = Math.max(width, other.width) * Math.max(height, other.height);
    return { pixels, places: [], picture: after };
  }
  const mask = new ImageData(width, height);
  const pixels = pixelmatch(one.data, other.data, mask.data, width, height, { diffMask: true });
  const step = Math.ceil(pixels / 200);
  const places = Array.from({ length: width * height }, (_, at) => at)
    // Red is a difference, yellow what anti-aliasing moves.
    .filter((at) => mask.data[at * 4 + 3]! > 0 && mask.data[at * 4 + 1] === 0)
    .filter((_, nth) => nth % step === 0)
    .map((at) => [at % width, Math.floor(at / width)] as const);
  pixelmatch(one.data, other.data, mask.data, width, height);
  return { pixels, places, picture: await encode(mask) };
}

/** The same picture in its 256 most frequent colours: the few others, at the edges of letters, become the nearest of them. */
export async function reduce(png: string): Promise<Indexed> {
  const { width, height, data } = await decode(png);
  const colours = new Uint32Array(data.buffer);
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 256)
    .map(([colour]) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255, colour] as const);
  const places = new Map(palette.map(([, , , colour], place) => [colour, place]));
  for (const colour of counts.keys()) {
    if (places.has(colour)) continue;
    const [red, green, blue] = [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
    const apart = palette.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
    places.set(colour, apart.indexOf(Math.min(...apart)));
  }
  const pixels = Uint8Array.from(colours, (colour) => places.get(colour)!);
  return { width, height, palette: palette.flatMap(([r, g, b]) => [r, g, b]), pixels: toBase64(pixels) };
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  // So many arguments a call may have.
  for (let at = 0; at < bytes.length; at += 32_768)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)));
  return btoa(parts.join(''));
}

async function decode(png: string): Promise<ImageData> {
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

async function encode(data: ImageData): Promise<string> {
  const canvas = new OffscreenCanvas(data.width, data.height);
  canvas.getContext('2d')!.putImageData(data, 0, 0);
  return toBase64(new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer()));
}
