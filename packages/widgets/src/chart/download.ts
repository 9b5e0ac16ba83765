import { html, type TemplateResult } from 'lit';
import { draw } from '../drawing/draw.js';
import type { Tree } from '../drawing/tree.js';

/** The formats that a chart is saved in, in the order of the menu. */
export const downloadFormats = ['csv', 'svg', 'png'] as const;

export type DownloadFormat = (typeof downloadFormats)[number];

/** The words of the download button in one language. */
export interface DownloadWords {
  readonly download: string;
  readonly formats: Readonly<Record<DownloadFormat, string>>;
  /** That a file could not be made, with the cause. */
  readonly notSaved: (why: string) => string;
}

/** The content that a download button saves. */
export interface Download {
  readonly words: DownloadWords;
  /** The name of the files, without the ending: see {@link fileName}. */
  readonly name: () => string;
  /** Makes the content of a file; asked only when a reader chooses it. */
  readonly make: (format: DownloadFormat) => string | Promise<string | Blob>;
  /** Why the last one could not be made; empty where none failed. */
  readonly failure: string;
  /** Is told why a file could not be made; an empty text when one is chosen. */
  readonly tell: (failure: string) => void;
}

/**
 * One button that opens a list of formats. It is a `details`, so the keyboard opens and walks it without anything of ours; Escape
 * closes it, and so does leaving it or choosing. The list stands over the chart and moves nothing.
 */
export function downloadButton(download: Download): TemplateResult {
  const { words, failure } = download;
  return html`
    <details part="download" class="download" @keydown=${leaveByKey} @focusout=${leaveByFocus}>
      <summary part="download-button">${words.download}</summary>
      <ul @click=${(event: Event) => void choose(event, download)}>
        ${draw(downloadFormats.map((value): Tree => ['li', {}, ['button', { part: 'download-format', value }, words.formats[value]]]))}
      </ul>
    </details>
    <p part="download-failure" role="status">${failure ? words.notSaved(failure) : ''}</p>
  `;
}

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

async function choose(event: Event, { make, name, tell }: Download): Promise<void> {
  const format = (event.target as Element).closest('button')?.value as DownloadFormat | undefined;
  if (!format) return;
  const list = (event.currentTarget as Element).closest('details')!;
  close(list);
  tell('');
  try {
    const content = await make(format);
    const types = { csv: 'text/csv;charset=utf-8', svg: 'image/svg+xml;charset=utf-8', png: 'image/png' };
    saveFile(
      typeof content === 'string' ? new Blob([content], { type: types[format] }) : content,
      `${name()}.${format}`,
    );
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  }
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

function close(list: HTMLDetailsElement): void {
  list.querySelector('summary')!.focus();
  list.open = false;
}

function leaveByKey(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !list.open) return;
  // The page's own dialog stays.
  event.stopPropagation();
  close(list);
}

function leaveByFocus({ currentTarget, relatedTarget }: FocusEvent): void {
  const list = currentTarget as HTMLDetailsElement;
  // Without a target the window itself was left.
  if (relatedTarget && !list.contains(relatedTarget as Node)) list.open = false;
}
