import { nothing, type TemplateResult } from 'lit';
import { fileName, saveFile } from '../element/save-file.js';
import type { Failure } from '../element/failure.js';
import type { Locale } from '../locale/locale.js';
import { cellDetail } from './cell-detail.js';
import { isOpen } from './column-filter.js';
import { writeCsv } from './csv-file.js';
import { failed } from './failed.js';
import { printWords } from './load-tools.js';
import { filterPanel } from './filter-panel.js';
import { createGestures, type Desk } from './gestures.js';
import { orderingOf, pressHead, type Sorted } from './order.js';
import { knowsPinyin, rankColumns } from './pinyin-ranks.js';
import { pageBar, tellStretch } from './page-bar.js';
import { createPainter } from './painter.js';
import { printRange } from './rows/print.js';
import { createRowAsker } from './row-asker.js';
import type { RowSource } from './row-source.js';
import type { Condition, RowOrdering, Rows } from '@zj/metrics';
import { arrangementOf, filterOf, firstState, fromStart, type Settled, type TableState } from './state.js';
import { tellRows } from './summary.js';
import { searchOf } from './search.js';
import { tableBody } from './table-body.js';
import { toolBar, type Saving } from './tool-bar.js';
import { copyText } from '../element/clipboard.js';
import { written, type Mode, type View } from './view.js';
import { createViewer, orderOf, pageSizeIn, usualSize, type Host, type Room } from './viewer.js';

/** What a table says and hides. */
export interface TableLook {
  readonly locale: Locale;
  readonly title: string;
  readonly hide: ReadonlySet<string>;
}

/** The parts of a table, as far as they can be shown. */
export interface Shown {
  readonly rows?: Rows;
  readonly summary?: string;
  readonly tools?: TemplateResult;
  readonly body?: TemplateResult;
  readonly pages?: TemplateResult;
  readonly failure?: Failure | undefined;
  readonly busy: boolean;
}

/** How rows are arranged, as an event tells it. */
export interface Told {
  readonly orderBy: ReturnType<typeof orderOf>;
  readonly where: readonly Condition[];
  readonly search: string;
  readonly mode: Mode;
  readonly page: number;
}

/** Who keeps the state of one table, and acts for its reader. */
export interface Pilot {
  readonly rows: Rows | undefined;
  readonly set: (change: Partial<TableState>) => void;
  /** The state of the rows on display; `undefined` while others are on their way. */
  readonly settled: () => Settled | undefined;
  readonly show: (source: RowSource, look: TableLook) => Shown;
  /** There are no rows to show any more. */
  readonly hide: () => void;
  /** All rows as CSV. */
  readonly print: () => Promise<string>;
  readonly measure: (room: Room) => void;
  readonly painted: () => void;
  readonly retry: () => void;
  readonly end: () => void;
}

/** Makes one; `tell` is called when a reader has arranged the rows otherwise. */
export function createPilot(host: Host, tell: (told: Told) => void): Pilot {
  let state: TableState = firstState;
  let source: RowSource | undefined;
  let view: View | undefined;
  let saving: Saving = {};
  let running: AbortController | undefined;
  /** The arrangement in words, once a reader has changed it. */
  let spoken = '';
  let isArranged = false;
  let room = { width: 0, isElder: false };
  const update = (): void => host.requestUpdate();
  const asker = createRowAsker(update);
  const painter = createPainter(() => host.renderRoot);
  const viewer = createViewer(host);

  const set = (change: Partial<TableState>): void => {
    state = { ...state, ...change };
    update();
  };
  /** A change that others are told of. */
  const arrange = (change: Partial<TableState>, isNew: boolean): void => {
    state = isNew ? fromStart({ ...state, ...change }) : { ...state, ...change };
    if (isNew) painter.toTop();
    isArranged = true;
    update();
    if (!view) return;
    const { where } = arrangementOf(state, [], view.columns);
    const { search, mode, page } = state;
    tell({
      orderBy: orderOf(state, host),
      where,
      search,
      mode: mode ?? view.mode,
      page: (mode ?? view.mode) === 'pages' ? page + 1 : 1,
    });
  };
  const turnTo = (page: number, change: Partial<TableState> = {}): void => {
    if (view)
      arrange(
        {
          page,
          range: undefined,
          cursor: { row: page * view.pageSize, column: state.cursor.column },
          ...change,
        },
        false,
      );
  };
  const desk: Desk = {
    view: () => view,
    state: () => state,
    set,
    goTo(cursor, change = {}) {
      if (!view) return;
      painter.reveal(cursor.row, view);
      painter.focusCursor();
      const page = Math.floor(cursor.row / view.pageSize);
      const isInRows = cursor.row >= 0 && cursor.row < view.rows.rowCount;
      if (view.mode === 'pages' && isInRows && page !== state.page) turnTo(page, { ...change, cursor });
      else set({ ...change, cursor });
    },
    rowsInSight() {
      const { height, row } = painter.seen();
      return row > 0 ? Math.floor(height / row) : 1;
    },
    sort(column, isAdded) {
      const kind = view?.columns.find(({ name }) => name === column)?.kind;
      const first = kind === 'figure' || kind === 'day';
      arrange({ order: pressHead(orderOf(state, host), { column, first, isAdded }) }, true);
    },
    open: (kind, at) => set({ cursor: at, panel: { kind, at } }),
    copy: () => void copy(),
  };
  const gestures = createGestures(desk);

  async function copy(): Promise<void> {
    if (!view) return;
    const { words, rows, columns } = view;
    const edges = viewer.edgesOf(state.range ?? { from: state.cursor, to: state.cursor }, rows);
    try {
      const places = columns.slice(edges.left, edges.right + 1).map(({ at }) => at);
      await copyText(await printRange(rows, { rows: [edges.top, edges.bottom], columns: places }));
      set({ told: words.copied(written({ words }, edges.count)) });
    } catch {
      set({ told: words.notCopied });
    }
  }

  async function save(title: string): Promise<void> {
    if (!view || running) return;
    const { rows, words } = view;
    const mine = (running = new AbortController());
    const follow = (next: Saving): void => {
      saving = next;
      update();
    };
    follow({ done: 0 });
    try {
      const file = await writeCsv(view, { signal: mine.signal, tell: (done) => follow({ done }) });
      saveFile(file, `${fileName(title, rows.reportedThrough ?? '')}.csv`);
      follow({});
    } catch (error) {
      const why = failed(error).failure.message(words);
      follow({ told: mine.signal.aborted ? words.stopped : words.notSaved(why) });
    } finally {
      running = undefined;
    }
  }

  /** The columns of texts in an order. */
  const textsOf = (order: readonly Sorted[]): readonly string[] => {
    const texts = viewer.columns().filter(({ kind }) => kind === 'text');
    return order.flatMap(({ column }) => (texts.some(({ name }) => name === column) ? [column] : []));
  };
  const ranks = new WeakMap<RowSource, Map<string, readonly string[] | undefined>>();
  /** The order with texts by their sounds: of all rows of a source, so that one that is filtered has the same. */
  const rank = async (
    of: RowSource,
    order: readonly Sorted[],
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly RowOrdering[]> => {
    const known = ranks.get(of) ?? new Map<string, readonly string[] | undefined>();
    ranks.set(of, known);
    const wanted = names.filter((name) => !known.has(name));
    if (wanted.length > 0) {
      const rows = await of.arrange({ where: [], search: '', orderBy: [] }, signal);
      for (const [name, list] of Object.entries(await rankColumns(rows, wanted, signal)))
        known.set(name, list);
      rows.close().catch(() => undefined);
    }
    return orderingOf(order, Object.fromEntries(known));
  };

  const closePanel = (): void => {
    if (view) painter.focusCursor();
    set({ panel: undefined });
  };

  const panelOf = (shown: View): unknown => {
    const { panel } = state;
    if (!panel) return nothing;
    if (panel.kind === 'detail') return cellDetail(panel.at, shown, closePanel);
    const column = shown.columns[panel.at.column]!;
    const others = arrangementOf(state, [], shown.columns, column.name);
    return filterPanel(
      column,
      {
        filter: filterOf(state.filters, column) ?? {},
        summaries: source && asker.summarizeUnder(source, others),
      },
      shown,
      {
        apply(filter) {
          const filters = { ...state.filters, [column.name]: filter };
          if (isOpen(filter)) Reflect.deleteProperty(filters, column.name);
          painter.focusCursor();
          arrange({ filters, cursor: panel.at }, true);
        },
        close: closePanel,
      },
    );
  };

  return {
    get rows() {
      return view?.rows;
    },
    set,
    settled: () =>
      view && !view.busy
        ? {
            ...{ state, columns: view.columns, isInPages: view.mode === 'pages' },
            ...{ pageSize: view.pageSize, usualSize: usualSize(host) },
          }
        : undefined,
    measure(next) {
      if (next.width === room.width && next.isElder === room.isElder) return;
      // The page with the same rows, where cards begin or end.
      const [before, now] = [room, next].map((one) => pageSizeIn(one, state, host)) as [number, number];
      if (view) state = { ...state, page: Math.floor((state.page * before) / now) };
      room = next;
      update();
    },
    show(given, { locale, title, hide }) {
      painter.before();
      source = given;
      const order = orderOf(state, host);
      const arrangement = arrangementOf(state, order, viewer.columns());
      const spelt = state.isPinyin ? textsOf(order) : [];
      const arranged = asker.arrange(
        given,
        arrangement,
        spelt.length > 0
          ? async (signal) => ({ ...arrangement, orderBy: await rank(given, order, spelt, signal) })
          : undefined,
      );
      const { rows, windows, busy } = arranged;
      const unread = windows?.failure === undefined ? undefined : failed(windows.failure).failure;
      const failure = arranged.failure ?? unread;
      if (!rows || !windows) {
        view = undefined;
        return { busy, failure };
      }
      const wanted = state.search ? searchOf(state.search, viewer.columnsOf(rows, locale)) : undefined;
      const hits = wanted && asker.find(rows, wanted.search, wanted.orWhere ?? []);
      const summaries = asker.summarize(rows);
      view = viewer.view(state, {
        ...{ rows, windows, locale, title, order, summaries, busy, room },
        totals: asker.total(rows),
        seen: painter.seen(),
        hit: hits?.value?.rows[state.hit],
      });
      // A page that there is no more is the last one; of rows on their way nobody knows.
      if (!busy && view.page !== state.page) state = { ...state, page: view.page };
      windows.need(view.first, view.end - view.first);
      const { rowCount, allRows } = rows;
      const { columns } = view;
      const summary = tellRows({ rowCount, allRows, order, columns, isPinyin: state.isPinyin }, locale);
      // Rows on their way are told when they are there.
      if (isArranged && !busy) spoken = [summary, tellStretch(view)].join(view.words.list);
      const count = hits?.value?.count ?? 0;
      const known = hits?.value?.rows ?? [];
      return {
        rows,
        busy,
        failure,
        summary,
        tools: toolBar(
          view,
          {
            found: { count, at: state.hit, busy: hits?.busy === true, isOnly: state.isOnly },
            saving,
            copied: state.told,
            hide,
            pinyin: { isOffered: textsOf(order).length > 0 && knowsPinyin(), isChosen: state.isPinyin },
          },
          {
            search: (search) =>
              state.isOnly
                ? arrange({ search, isOnly: search !== '' }, true)
                : arrange({ search, hit: -1 }, false),
            step(by) {
              if (known.length === 0 || !view) return;
              const hit =
                state.hit < 0
                  ? by > 0
                    ? 0
                    : known.length - 1
                  : (state.hit + by + known.length) % known.length;
              const row = known[hit]!;
              painter.reveal(row, view);
              const page = Math.floor(row / view.pageSize);
              set({
                hit,
                page: view.mode === 'pages' ? page : state.page,
                cursor: { row, column: state.cursor.column },
              });
            },
            only: (isOnly) => arrange({ isOnly }, true),
            copy: desk.copy,
            save: () => void save(title),
            stop: () => running?.abort(),
            clear: () => arrange({ filters: {}, search: '', isOnly: false }, true),
            sort: (column) => (column ? desk.sort(column, false) : arrange({ order: [] }, true)),
            filter: (column) => desk.open('filter', { row: -1, column }),
            turn: () => {
              const [first, ...further] = order;
              if (first)
                arrange({ order: [{ ...first, isDescending: !first.isDescending }, ...further] }, true);
            },
            textOrder: (isPinyin) => arrange({ isPinyin }, true),
          },
        ),
        body: tableBody(
          view,
          { panel: panelOf(view), told: spoken },
          {
            ...gestures,
            scroll() {
              if (view && viewer.isStale(view, painter.seen())) update();
            },
            clear: () => arrange({ filters: {}, search: '', isOnly: false }, true),
          },
        ),
        pages: pageBar(view, hide, {
          go(page) {
            turnTo(page);
            painter.toTop();
          },
          size: (pageSize) =>
            arrange({ pageSize, page: view ? Math.floor((view.page * view.pageSize) / pageSize) : 0 }, false),
          mode(mode) {
            arrange({ mode, page: 0, range: undefined, cursor: { row: 0, column: 0 } }, false);
            painter.toTop();
          },
        }),
      };
    },
    async print() {
      const parts: string[] = [];
      const print = await printWords();
      if (view) for await (const part of print(view, new AbortController().signal)) parts.push(part);
      return parts.join('');
    },
    hide() {
      view = undefined;
    },
    painted() {
      if (view && painter.after(view, state.panel)) update();
    },
    retry: () => asker.retry(),
    end() {
      running?.abort();
      asker.end();
      view = undefined;
    },
  };
}
