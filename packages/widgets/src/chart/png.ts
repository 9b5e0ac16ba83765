/** The most pixels that a side, and the whole, of a canvas has in every browser. */
const [longest, most] = [8192, 16_777_216];

/**
 * An SVG as a PNG, with so many pixels for each of its own; fewer where no canvas could hold them. The browser draws it with the
 * fonts of the system. Nothing is fetched: the image is a `data:` address, which `img-src data:` allows.
 *
 * Throws an `Error` whose message says the cause and the remedy if the browser refuses to draw the image, or to read the canvas.
 *
 * @example await chartPng(chartSvg(picture, { width: 860 })) // a Blob of image/png, 1720 pixels wide
 */
export async function chartPng(svg: string, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch (cause) {
    const remedy =
      "Allow data: images in the page's Content-Security-Policy (img-src 'self' data:), or save the SVG.";
    throw new Error(`The browser does not draw the picture of the chart. ${remedy}`, { cause });
  }
  const { naturalWidth: width, naturalHeight: height } = image;
  const held = Math.min(scale, longest / Math.max(width, height), Math.sqrt(most / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * held);
  canvas.height = Math.floor(height * held);
  const pen = canvas.getContext('2d');
  pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!pen || !blob) throw new Error('The browser gives no picture of a canvas. Save the SVG instead.');
  return blob;
}
