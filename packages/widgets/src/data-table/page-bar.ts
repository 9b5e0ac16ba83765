import { html, nothing, type TemplateResult } from 'lit';
import { listPages } from './page-list.js';
import { pageCount, written, type Mode, type View } from './view.js';

/** What readers do in the bar below the table. */
export interface PageActions {
  readonly go: (page: number) => void;
  readonly size: (rows: number) => void;
  readonly mode: (mode: Mode) => void;
}

/** The rows of a page that readers may choose. */
export const pageSizes: readonly number[] = [50, 100];

/** So many cards are a page until a reader chooses. */
export const cardsOfPage = 10;

/** Beyond so many rows browsers cannot scroll: their boxes end at about 15 million pixels. */
export const mostScrolled = 220_000;

/** The rows of the page, or that all are scrolled through. */
export function tellStretch(view: View): string {
  const { words, mode, page, pageSize, rows } = view;
  if (mode === 'scroll') return words.scrolling;
  const end = Math.min((page + 1) * pageSize, rows.rowCount);
  return words.stretch(written(view, Math.min(page * pageSize + 1, end)), written(view, end));
}

/** The bar below the table: the pages, and the choice between pages and scrolling. */
export function pageBar(view: View, hide: ReadonlySet<string>, actions: PageActions): TemplateResult {
  const { words, mode, pageSize, rows, isNarrow, first } = view;
  const count = pageCount(view);
  const isPaged = mode === 'pages' && count > 1;
  const sizes = isNarrow ? [cardsOfPage, ...pageSizes] : pageSizes;
  const canChoose = !hide.has('modes') && rows.rowCount > sizes[0]!;
  const isPart = mode === 'scroll' && view.end - first < rows.rowCount;
  if (!isPaged && !canChoose && !isPart) return html``;
  return html`
    <div part="pages" class="pages ${isNarrow ? 'small' : ''}">
      ${isPaged ? links(view, count, actions) : nothing}
      ${
        mode === 'pages'
          ? html`
              <span part="stretch">${tellStretch(view)}</span>
            `
          : isPart
            ? html`
                <span class="on-paper">
                  ${words.printed(written(view, first + 1), written(view, view.end), written(view, rows.rowCount))}
                </span>
              `
            : nothing
      }
      <span class="gap"></span>
      ${
        mode === 'pages' && canChoose
          ? html`
              <label class="choice">
                <span>${words.perPage}</span>
                <select
                  part="page-size"
                  @change=${({ target }: Event) => actions.size(Number((target as HTMLSelectElement).value))}
                >
                  ${[...new Set([...sizes, pageSize])].map(
                    (size) => html`
                      <option value=${size} ?selected=${size === pageSize}>
                        ${words.manyRows(`${size}`)}
                      </option>
                    `,
                  )}
                </select>
              </label>
            `
          : nothing
      }
      ${canChoose && !isNarrow ? modes(view, actions) : nothing}
    </div>
  `;
}

function links(view: View, count: number, { go }: PageActions): TemplateResult {
  const { words, page, isNarrow } = view;
  const step = (to: number, part: string, word: string, sign: string): TemplateResult => html`
    <button part=${part} aria-label=${word} ?disabled=${to < 0 || to >= count} @click=${() => go(to)}>
      ${isNarrow ? sign : to < page ? `${sign} ${word}` : `${word} ${sign}`}
    </button>
  `;
  const list = listPages(page, count).map((one) =>
    one === null
      ? html`
          <span aria-hidden="true">…</span>
        `
      : html`
          <button
            part="page"
            class=${one === page ? 'on' : ''}
            aria-label=${words.page(written(view, one + 1))}
            aria-current=${one === page ? 'page' : nothing}
            @click=${() => go(one)}
          >
            ${written(view, one + 1)}
          </button>
        `,
  );
  return html`
    <nav aria-label=${words.pages(view.title)}>
      ${step(page - 1, 'previous-page', words.previousPage, '‹')}
      ${
        isNarrow
          ? html`
              <span class="of">${words.ofPages(written(view, page + 1), written(view, count))}</span>
            `
          : list
      }
      ${step(page + 1, 'next-page', words.nextPage, '›')}
    </nav>
  `;
}

function modes({ words, mode, rows }: View, actions: PageActions): TemplateResult {
  const isTooLong = rows.rowCount > mostScrolled;
  const button = (one: Mode, word: string): TemplateResult => html`
    <button
      part="mode"
      aria-pressed=${mode === one}
      ?disabled=${one === 'scroll' && isTooLong}
      title=${one === 'scroll' && isTooLong ? words.tooLong : nothing}
      @click=${() => actions.mode(one)}
    >
      ${word}
    </button>
  `;
  return html`
    <span class="modes" role="group" aria-label=${words.mode}>
      ${button('pages', words.inPages)}${button('scroll', words.scrolling)}
    </span>
  `;
}
