/**
 * The name of a file, without its ending: the title and the day or period of the figures, without the letters that a file system
 * refuses or a shell takes for its own.
 *
 * @example fileName('企业数 / 分街道', '2026-10') // '企业数-分街道-2026-10'
 */
export function fileName(title: string, asOf: string): string {
  // File systems hold 255 bytes; a Chinese letter has three.
  const [name, day] = [plainName(title, 60), plainName(asOf, 20)];
  return [name, day].filter(Boolean).join('-') || 'chart';
}

/** The letters, digits and harmless signs of a text, a dash for the rest between them. */
function plainName(text: string, most: number): string {
  const letters = [...text.replaceAll(/[^\p{L}\p{M}\p{N}（）()，、·._]+/gu, '-').replace(/^[-.]+/, '')];
  return letters
    .slice(0, most)
    .join('')
    .replace(/[-.]+$/, '');
}

/** Gives a file to the reader, as a link to it does. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Some browsers read the file only after the click has ended.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
