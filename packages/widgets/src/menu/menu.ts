// The menu of an element: a file of its own, loaded with the first press.
import type { Tree } from '../drawing/tree.js';
import type { MenuItem, MenuSubject, MenuTools } from '../element/menu-subject.js';
import { findGift } from '../element/source.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { wordsOfMenu } from './book.js';
import { createDialog } from './dialog.js';
import { embedded } from './embedded.js';
import { save } from './files.js';
import { itemsOf } from './items.js';
import { canVerify } from './verify.js';
import { openView, type ViewPlace } from './views.js';

/** An element that has a menu. */
type Owner = HTMLElement & { readonly hide?: unknown; readonly elder?: unknown };

/** Above these items a line divides the list: to see and to save, to cite, to check. */
const first: readonly MenuItem[] = ['embed', 'source'];

/** Opens the menu of an element at its button, in the top layer. The focus returns to the button when it closes. */
export function openMenu(
  element: Owner,
  button: HTMLElement,
  { subject, locale }: { readonly subject: MenuSubject; readonly locale: Locale },
): void {
  const words = wordsOfMenu(locale);
  const dialog = createDialog(button, { title: faceOf(locale).more(subject.card.title), locale });
  const show = async (): Promise<void> => {
    const tools = subject.tools ? ((await subject.tools()) as MenuTools<unknown>) : null;
    const manifest = findGift(element)?.release?.().content;
    const embed = embedded(element, subject, locale);
    const place: ViewPlace = { element, subject, locale, tools, manifest, embed };
    const items = itemsOf(subject, element.hide, {
      ...{ tools, manifest },
      ...{ canEmbed: embed !== undefined, canVerify: canVerify(element) },
    });
    const list: Tree = [
      'ul',
      { role: 'list' },
      ...items.map((item, at): Tree => [
        'li',
        { class: at > 0 && first.includes(item) && 'rule' },
        ['button', { part: 'menu-item', type: 'button', value: item }, words.items[item]],
      ]),
    ];
    const open = (from?: MenuItem): void => dialog.list(list, choose, from);
    const choose = async (item: MenuItem): Promise<void> => {
      if (item === 'csv' || item === 'svg' || item === 'png') {
        try {
          await save(item, subject, tools!, locale);
          dialog.close();
        } catch (error) {
          dialog.tell(words.notSaved(messageOf(error)));
        }
      } else if (item === 'table' && subject.openTable) {
        dialog.close();
        subject.openTable();
      } else {
        await openView(item, place, { dialog, back: () => open(item) });
      }
    };
    open();
  };
  show().catch((error: unknown) =>
    dialog.list(['ul', {}], () => Promise.resolve(), undefined, words.notShown(messageOf(error))),
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
