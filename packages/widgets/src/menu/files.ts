import { chartCsv } from '../chart/csv.js';
import { chartPng } from '../chart/png.js';
import { fileName, saveFile } from '../element/save-file.js';
import type { MenuSubject, MenuTools } from '../element/menu-subject.js';
import type { Locale } from '../locale/locale.js';

/** The formats that figures are saved in. */
export type FileFormat = 'csv' | 'svg' | 'png';

/** The width of a picture that a reader saves, in px. */
const pictureWidth = 860;

const types: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  svg: 'image/svg+xml;charset=utf-8',
  png: 'image/png',
};

/** Makes a file of the figures on display. */
export async function makeFile(
  format: FileFormat,
  { card: { title, source, through, demo, remarks = [] }, shape }: MenuSubject,
  tools: MenuTools<unknown>,
  locale: Locale,
): Promise<Blob> {
  if (format === 'csv') {
    const notes = [title, source.join(''), through, demo, ...remarks].filter(Boolean);
    return new Blob([chartCsv({ ...tools.tableOf(shape, locale), notes })], { type: types.csv });
  }
  const svg = tools.svgOf!(shape, pictureWidth, locale);
  return format === 'svg' ? new Blob([svg], { type: types.svg }) : chartPng(svg);
}

/** Makes it and gives it to the reader. */
export async function save(
  format: FileFormat,
  subject: MenuSubject,
  tools: MenuTools<unknown>,
  locale: Locale,
): Promise<void> {
  const file = await makeFile(format, subject, tools, locale);
  saveFile(file, `${fileName(subject.card.title, subject.day)}.${format}`);
}
