import { html, nothing, type TemplateResult } from 'lit';
import { faceOf, type Locale } from '../locale/locale.js';
import { askMenu, noMenu } from './ask-menu.js';
import { css } from './css.js';
import { hiddenItems, type MenuSubject } from './menu-subject.js';

/** The corner of a card where its menu is opened. */
export interface MenuButton {
  readonly view: (subject: MenuSubject | false | null | undefined, locale: Locale) => TemplateResult;
}

/** Makes the button of an element; `update` is called when its state changes. */
export function createMenuButton(
  element: HTMLElement & { readonly hide?: unknown },
  update: () => void,
): MenuButton {
  let state: 'ready' | 'busy' | 'failed' = 'ready';
  let subject: MenuSubject | false | null | undefined;
  const open = async (button: HTMLElement, locale: Locale): Promise<void> => {
    if (state === 'busy') return;
    const go = (next: typeof state): void => {
      state = next;
      update();
    };
    go('busy');
    try {
      const { openMenu } = await askMenu();
      go('ready');
      // It may have left the page, or lost its figures, while the file was read.
      if (subject && button.isConnected) openMenu(element, button, { subject, locale });
    } catch (error) {
      console.error(error);
      go('failed');
    }
  };
  return {
    view(given, locale) {
      subject = given;
      const face = faceOf(locale);
      return html`
        ${
          given && hiddenItems(element.hide)
            ? html`
                <button
                  part="menu-button"
                  lang=${locale}
                  aria-haspopup="dialog"
                  aria-label=${face.more(given.card.title)}
                  aria-busy=${state === 'busy'}
                  @click=${({ currentTarget }: Event) => void open(currentTarget as HTMLElement, locale)}
                ></button>
              `
            : nothing
        }${
          state === 'failed'
            ? html`
                <p part="menu-failure" role="alert" lang=${locale}>${noMenu(face)}</p>
              `
            : nothing
        }
      `;
    },
  };
}

/**
 * The button has a place of its own in the corner, beside the name, which keeps clear of it from the start: so nothing moves when it
 * comes. Its dots are drawn, so that they are no letter of a font.
 */
export const menuButtonSheet = css`
  [part='menu-button'] {
    position: absolute;
    z-index: 2;
    top: max(0px, var(--_menu-pad, 1em) + 0.8em - var(--_touch) / 2);
    right: max(0px, var(--_menu-pad, 1em) - var(--_touch) * 0.18);
    width: var(--_touch);
    margin: 0;
    padding: 0;
    border: 0;
    color: var(--_ink-soft);
  }
  [part='menu-button']::before {
    content: '';
    position: absolute;
    inset: 18%;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
  }
  [part='menu-button']::after {
    content: '';
    position: absolute;
    top: calc(50% - 2px);
    left: calc(50% - 8px);
    width: 16px;
    border-top: 4px dotted;
  }
  [part='menu-button']:hover {
    color: var(--_action);
  }
  [part='menu-button']:hover::before {
    border-color: currentColor;
  }
  [part='menu-button'][aria-busy='true']::after {
    opacity: 0.4;
  }
  [part='menu-failure'] {
    position: absolute;
    z-index: 2;
    top: calc(var(--_touch) + 0.75em);
    right: 0.5em;
    max-width: calc(100% - 1em);
    padding: 0.5em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_surface);
    color: var(--_ink);
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }
  @media print {
    [part='menu-failure'] {
      display: none;
    }
  }
  @media screen {
    .menu figcaption::before {
      content: '';
      float: right;
      width: calc(var(--_touch) * 0.64 + 8px);
      height: 1.4em;
    }
  }
`;
