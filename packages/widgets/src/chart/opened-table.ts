import { html, nothing, type TemplateResult } from 'lit';
import { draw } from '../drawing/draw.js';
import type { Tree } from '../drawing/tree.js';
import { defineBeside, type Beside } from '../element/beside.js';
import { register, type ElementClass } from '../element/register.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { chartWords } from './book.js';
import { createTools, type ToolsAsker } from './chart-tools.js';

/** How the table below a chart is to be shown now. */
export interface TableWishes {
  readonly locale: Locale;
  /** The part that it is. */
  readonly part: string;
  readonly elder: boolean;
  /** The button that tries again. */
  readonly retry: () => TemplateResult;
}

/** Who keeps the data table below a chart. */
export interface OpenedTable<Shape> {
  /** The table of a shape, or the word that it is still read, or cannot be. */
  readonly view: (shape: Shape, wishes: TableWishes) => TemplateResult;
  /** The next that is opened is a new one; who opens it again tries again. */
  readonly close: () => void;
  readonly retry: () => void;
}

/** Rows of a page: of most charts all. */
const pageSize = 100;
/** The parts of a data table that the chart around it has itself, or that few rows do not need. */
const hide = 'summary find modes download source through menu';

/** Makes one; `update` is called when the element has come, or cannot be read. */
export function createOpenedTable<Shape>(
  chart: Element,
  asker: ToolsAsker<Shape>,
  update: () => void,
): OpenedTable<Shape> {
  const asked = createTools(() => define(chart), update, 'data-table.js');
  let table: HTMLElement | undefined;
  let filled: readonly unknown[] = [];
  let beside: readonly Tree[] = [];
  return {
    view(shape, { locale, part, elder, retry }) {
      const [tools, defined] = [asker.ask(), asked.ask()];
      const face = faceOf(locale);
      if (!tools || !defined) {
        const failure = asker.failure ?? asked.failure;
        return html`
          <p role="status">${failure?.message(face) ?? face.loading}</p>
          ${failure ? retry() : nothing}
        `;
      }
      table ??= create(defined, chart);
      const wanted = [table, shape, locale, elder];
      // The same rows are not given again: the table would read them anew.
      if (wanted.some((one, at) => one !== filled[at])) {
        filled = wanted;
        const { caption: label, ...rows } = tools.rowsOf!(shape, locale);
        table.setAttribute('part', part);
        Object.assign(table, { rows, label, hide, pageSize, elder });
        beside = tools.besideTrees?.(shape, locale) ?? [];
      }
      return html`
        <div class="opened">${table}</div>
        ${
          beside.length > 0
            ? html`
                <div class="tables" tabindex="0" role="group" aria-label=${chartWords(locale).table}>
                  ${draw(beside)}
                </div>
              `
            : nothing
        }
      `;
    },
    close() {
      table = undefined;
      asked.retry();
    },
    retry: () => asked.retry(),
  };
}

/** Has the data table defined where a chart is; its file is read where the page has none yet. */
function define(chart: Element): Promise<Beside> {
  return defineBeside(chart, 'data-table', async (tag, registry) => {
    await import('../define/data-table.js');
    const Table = customElements.get('zj-data-table') as ElementClass;
    // A class has one name in a registry.
    if (!registry.get(tag)) register(tag, registry, class extends Table {});
  });
}

/** Makes the element. Its events are not those of the chart. */
function create({ tag, registry }: Beside, { ownerDocument }: Element): HTMLElement {
  const options = { customElementRegistry: registry };
  const table = ownerDocument.createElement(tag, options);
  for (const type of ['zj-data-changed', 'zj-arranged', 'zj-failed'])
    table.addEventListener(type, (event) => event.stopPropagation());
  return table;
}
