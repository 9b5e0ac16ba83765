import type { Manifest } from '@zj/metrics';
import type { Tree } from '../drawing/tree.js';
import { copyText } from '../element/clipboard.js';
import { speaker } from '../element/foreign.js';
import type { MenuItem, MenuSubject, MenuTools } from '../element/menu-subject.js';
import { writeDecimal } from '../locale/decimal.js';
import type { Locale } from '../locale/locale.js';
import { aboutOf } from './about.js';
import { wordsOfMenu } from './book.js';
import { citationOf, citedAddress } from './cite.js';
import { conflictTrees, tableTree } from './conflicts.js';
import type { MenuDialog } from './dialog.js';
import { embedCode, type Embedded } from './embed.js';
import { factTrees } from './facts.js';
import { createVerify } from './verify.js';

/** All that the views of a menu are made of. */
export interface ViewPlace {
  readonly element: HTMLElement & { readonly elder?: unknown };
  readonly subject: MenuSubject;
  readonly locale: Locale;
  readonly tools: MenuTools<unknown> | null;
  readonly manifest: Manifest | null | undefined;
  readonly embed: Embedded | undefined;
}

interface ViewEnds {
  readonly dialog: MenuDialog;
  /** Goes back to the list. */
  readonly back: () => void;
}

/** Opens the view of an item in place of the list. */
export async function openView(item: MenuItem, place: ViewPlace, { dialog, back }: ViewEnds): Promise<void> {
  const { element, subject, locale, manifest } = place;
  const words = wordsOfMenu(locale);
  const text = textOf(item, place);
  const field = (): HTMLTextAreaElement => body.querySelector('textarea')!;
  const copy = async (): Promise<void> => {
    dialog.tell('');
    try {
      await copyText(field().value);
      dialog.tell(words.copied);
    } catch {
      field().focus();
      field().select();
      dialog.tell(words.notCopied);
    }
  };
  const content =
    text === undefined
      ? contentOf(item, place)
      : ([
          [
            'textarea',
            { readonly: true, class: item === 'cite' ? false : 'code', 'aria-label': words.text },
            text,
          ],
          ...(item === 'embed' ? embedNotes(place) : []).map((note): Tree => ['p', {}, note]),
          ['button', { part: 'menu-copy', type: 'button', value: 'copy' }, words.copy],
        ] satisfies readonly Tree[]);
  const body = dialog.view(
    [
      [
        'header',
        {},
        ['h2', { tabindex: -1 }, words.titles[item]],
        ['button', { part: 'menu-back', type: 'button', value: 'back' }, words.back],
        ['button', { part: 'menu-close', type: 'button', value: 'close' }, words.close],
      ],
      ['div', { class: item === 'verify' ? 'body opened' : 'body' }, ...content],
    ],
    (value) => {
      if (value === 'back') back();
      if (value === 'close') dialog.close();
      if (value === 'copy') void copy();
    },
    item,
  );
  // The item itself says that it copies.
  if (item === 'embed' || item === 'cite') await copy();
  if (item !== 'verify') return;
  dialog.tell(words.loading);
  try {
    const { goal } = aboutOf(subject.data, manifest);
    const verify = await createVerify(element, subject.defineVerify, { goal, elder: element.elder === true });
    dialog.tell('');
    body.prepend(verify);
  } catch (error) {
    dialog.tell(words.notShown(error instanceof Error ? error.message : String(error)));
  }
}

/** Sentences below the code for another page. */
function embedNotes({ subject: { narrowedTo = '' }, embed, locale }: ViewPlace): readonly string[] {
  const words = wordsOfMenu(locale);
  return [
    narrowedTo && words.notNarrowed(narrowedTo),
    embed?.script ? words.otherSite : words.noScript,
  ].filter(Boolean);
}

/** The text that an item copies, or offers to copy; `undefined` for the others. */
function textOf(item: MenuItem, { subject, locale, manifest, embed }: ViewPlace): string | undefined {
  if (item === 'cite') return citationOf(subject, citedAddress(subject, location.href), locale);
  if (item === 'embed') return embedCode(embed!);
  if (item !== 'sql') return undefined;
  const { say } = speaker(locale);
  return aboutOf(subject.data, manifest)
    .sql.map(({ name, text }) => (name ? `-- ${say(name).replaceAll(/\s+/g, ' ')}\n${text}` : text))
    .join('\n\n');
}

function contentOf(item: MenuItem, { subject, locale, tools, manifest }: ViewPlace): readonly Tree[] {
  if (item === 'source') return factTrees(subject, manifest, locale);
  if (item === 'conflicts') return conflictTrees(aboutOf(subject.data, manifest).verdicts, locale);
  if (item !== 'table') return [];
  const { columns, rows } = tools!.tableOf(subject.shape, locale);
  const figures = columns.map((_, at) => at).filter((at) => rows.some((row) => typeof row[at] === 'number'));
  const texts = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? writeDecimal(cell) : (cell ?? ''))),
  );
  return [tableTree(subject.card.title, columns, texts, ...figures)];
}
