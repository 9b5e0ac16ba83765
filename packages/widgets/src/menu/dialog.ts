import type { Tree } from '../drawing/tree.js';
import type { MenuItem } from '../element/menu-subject.js';
import { dress } from '../element/sheets.js';
import type { Locale } from '../locale/locale.js';
import { make } from './make.js';
import { placeBeside } from './place.js';
import { menuSheet } from './sheet.js';

/** The box of a menu in the top layer: first its list, then a view that an item opens. */
export interface MenuDialog {
  /** Shows the list of items; the focus is at the first one, or at the one that the reader comes back from. */
  readonly list: (
    list: Tree,
    choose: (item: MenuItem) => Promise<void>,
    from?: MenuItem,
    told?: string,
  ) => void;
  /** Shows a view in place of the list; the focus is at its name. Presses of its buttons are told by their values. */
  readonly view: (trees: readonly Tree[], press: (value: string) => void, look?: string) => HTMLElement;
  /** Tells a sentence in the live region. */
  readonly tell: (sentence: string) => void;
  readonly close: () => void;
}

/** Opens the box at a button. */
export function createDialog(
  button: HTMLElement,
  { title, locale }: { readonly title: string; readonly locale: Locale },
): MenuDialog {
  const { ownerDocument: document } = button;
  const view = document.defaultView!;
  // A tree of its own: no sheet of a card reaches in, and its custom properties do.
  const host = document.createElement('div');
  host.setAttribute('part', 'menu');
  host.setAttribute('exportparts', 'menu-dialog, menu-item, menu-copy, menu-back, menu-close');
  const root = host.attachShadow({ mode: 'open' });
  const [dialog, status] = (
    [
      ['dialog', { part: 'menu-dialog', 'aria-label': title, lang: locale, dir: 'ltr' }],
      ['p', { role: 'status' }],
    ] as const
  ).map((tree) => make(tree, document)) as [HTMLDialogElement, HTMLElement];
  root.append(dialog);
  // A page may have left one open when it took the element away.
  const around = button.parentElement!;
  around.querySelector(':scope > [part=menu]')?.remove();
  around.append(host);
  dress(root, [menuSheet]);
  const placing = new view.CSSStyleSheet();
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, placing];
  let press: (value: string) => void = () => undefined;

  const place = (): void => {
    // An element that the page takes away closes nothing.
    if (!host.isConnected) view.removeEventListener('resize', place);
    const { width, height } = dialog.getBoundingClientRect();
    const { clientWidth } = document.documentElement;
    const { left, top } = placeBeside(
      button.getBoundingClientRect(),
      { width, height },
      { width: clientWidth, height: view.innerHeight },
    );
    placing.replaceSync(`@media (min-width:30.001em){dialog.list{left:${left}px;top:${top}px}}`);
  };
  const end = (): void => {
    view.removeEventListener('resize', place);
    host.remove();
    button.focus();
  };
  dialog.addEventListener('close', end);
  view.addEventListener('resize', place);
  dialog.addEventListener('click', ({ target, detail }) => {
    // The second press of a double one was for the button, which the list may stand over: it takes no item and closes nothing.
    if (detail > 1) return;
    // Only a press on the backdrop has the box itself as its target: its content fills it.
    if (target === dialog) dialog.close();
    const pressed = (target as Element).closest('button');
    if (pressed) press(pressed.value);
  });
  dialog.addEventListener('keydown', (event) => {
    // The page's own dialog stays.
    if (event.key === 'Escape') event.stopPropagation();
    if (!dialog.classList.contains('list')) return;
    const items = [...dialog.querySelectorAll('button')];
    const at = items.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[
      event.key
    ];
    if (to === undefined || items.length === 0) return;
    event.preventDefault();
    items[to % items.length]!.focus();
  });

  const fill = (look: string, nodes: readonly Node[]): void => {
    dialog.className = look;
    status.textContent = '';
    dialog.replaceChildren(...nodes);
    if (!dialog.open) dialog.showModal();
  };
  return {
    list(tree, choose, from, told = '') {
      const list = make(tree, document) as HTMLElement;
      fill('list', [list, status]);
      place();
      status.textContent = told;
      press = (value) => {
        const item = list.querySelector<HTMLButtonElement>(`[value=${value}]`)!;
        if (item.ariaBusy === 'true') return;
        item.ariaBusy = 'true';
        status.textContent = '';
        void choose(value as MenuItem).finally(() => (item.ariaBusy = null));
      };
      (from ? list.querySelector<HTMLElement>(`[value=${from}]`) : list.querySelector('button'))?.focus();
    },
    view(trees, pressed, look = '') {
      const nodes = trees.map((tree) => make(tree, document));
      fill(`wide ${look}`, nodes);
      const body = dialog.querySelector<HTMLElement>('.body')!;
      body.append(status);
      press = pressed;
      dialog.querySelector<HTMLElement>('h2')!.focus();
      return body;
    },
    tell(sentence) {
      status.textContent = sentence;
    },
    close: () => dialog.close(),
  };
}
