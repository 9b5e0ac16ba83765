import { expect, test } from 'vitest';
import { chartPng } from '../../../packages/widgets/src/chart/png.js';
import { chartSvg } from '../../../packages/widgets/src/chart/svg.js';

/** The colours of a picture, by pixel. */
async function readPixels(png: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(png);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const pen = canvas.getContext('2d')!;
  pen.drawImage(bitmap, 0, 0);
  return pen.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** How many pixels of a picture are dark. */
function countDark({ data }: ImageData): number {
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at]! < 110) dark++;
  return dark;
}

const picture = {
  lang: 'zh-CN',
  title: '三大先导产业营业收入',
  demo: '示例数据',
  summary: '',
  drawing: {
    tree: ['svg', {}, ['rect', { width: 100, height: 50, fill: '#08774f' }]] as const,
    width: 100,
    height: 50,
  },
  lines: [],
  credits: [],
};

test('a picture is a PNG of twice the pixels, opaque, with its drawing in its colour', async () => {
  const png = await chartPng(chartSvg(picture, { width: 400 }));
  expect(png.type).toBe('image/png');
  const { width, height, data } = await readPixels(png);
  expect(width).toBe(800);
  expect(data.subarray(0, 4)).toEqual(new Uint8ClampedArray([255, 255, 255, 255]));
  let green = 0;
  for (let at = 0; at < data.length; at += 4)
    if (data[at] === 0x08 && data[at + 1] === 0x77 && data[at + 2] === 0x4f) green++;
  expect(green).toBe(200 * 100);
  expect(height).toBeGreaterThan(200);
});

test('Chinese letters are drawn, each another', async () => {
  const count = async (title: string): Promise<number> =>
    countDark(
      await readPixels(await chartPng(chartSvg({ ...picture, title, drawing: null }, { width: 400 }))),
    );
  const [none, few, many] = await Promise.all([count(''), count('一一一一'), count('龘龘龘龘')]);
  expect(few).toBeGreaterThan(none + 50);
  // Boxes for missing letters would be as dark as each other.
  expect(many).toBeGreaterThan(few + 200);
});

test('a picture that no canvas could hold has fewer pixels', async () => {
  const tall = { ...picture, drawing: { ...picture.drawing, height: 9000 } };
  const { width, height } = await readPixels(await chartPng(chartSvg(tall, { width: 400 })));
  expect(height).toBeLessThanOrEqual(8192);
  expect(Math.abs(width / height - 400 / 9200)).toBeLessThan(0.002);
});

test('what the browser does not draw is refused with a remedy', async () => {
  await expect(chartPng('<svg')).rejects.toThrow(/img-src 'self' data:/);
});
