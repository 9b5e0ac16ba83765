import type { Browser } from 'puppeteer-core';

/** What a screen reader gets of a part of a page from Firefox. */
export interface Accessible {
  /** As Firefox calls it: `table`, `columnheader`, `cell`, `slider`, `text leaf`. */
  readonly role: string;
  readonly name: string;
  /** The value as text, where the part has one: of a slider, of a link. */
  readonly value: string;
  /** `focusable`, `pressed`, `invisible` and the like, those of both lists of Firefox. */
  readonly states: readonly string[];
  /** What it is told beside: `tag`, `sort`, `rowindex` and `rowcount` as ARIA gives them, … */
  readonly attributes: Readonly<Record<string, string>>;
  /** Of a table: how many rows and columns it has in the tree. */
  readonly table: { readonly rows: number; readonly columns: number } | null;
  /** Of a cell: its place in the table from 0, and the names of its heads. */
  readonly cell: {
    readonly row: number;
    readonly column: number;
    readonly rowHeads: readonly string[];
    readonly columnHeads: readonly string[];
  } | null;
  readonly children: readonly Accessible[];
}

/** Firefox has to be started with this, else it lets no driver into its own windows. */
export const systemAccess = '--remote-allow-system-access';

/** The connection of Puppeteer to Firefox, which its types do not tell. */
interface Connection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

/**
 * The tree of a page at an address, as Firefox gives it to screen readers: read in the window of Firefox, not in the page. The first
 * reading starts the service of Firefox, and the tree comes after it: ask again until it is there. Null before that.
 */
export async function readTree(browser: Browser, url: string): Promise<Accessible | null> {
  const { connection } = browser as unknown as { readonly connection: Connection };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = (result as { readonly contexts: readonly { readonly context: string }[] }).contexts;
  const answer = await connection.send('script.evaluate', {
    expression: `(${inWindow})(${JSON.stringify(url)})`,
    target: { context: window!.context },
    awaitPromise: true,
  });
  const { result: given, exceptionDetails } = answer.result as {
    readonly result?: { readonly value: string };
    readonly exceptionDetails?: { readonly text: string };
  };
  if (!given) throw new Error(`Firefox cannot read its tree: ${exceptionDetails?.text}`);
  return JSON.parse(given.value) as Accessible | null;
}

/** All parts of a tree with a role, in order, and with a name where one is given. */
export function findParts(tree: Accessible, role: string, name?: string): readonly Accessible[] {
  const isIt = tree.role === role && (name === undefined || tree.name === name);
  return [...(isIt ? [tree] : []), ...tree.children.flatMap((one) => findParts(one, role, name))];
}

/** The text of a part: of its leaves, in order. */
export function textOf({ role, name, children }: Accessible): string {
  return role === 'text leaf' ? name : children.map(textOf).join('');
}

/** The cells and heads of a table, by row and column. */
export function rowsOf(table: Accessible): readonly (readonly Accessible[])[] {
  return findParts(table, 'row').map(({ children }) => children.filter(({ cell }) => cell));
}

/** Runs in the window of Firefox, with its rights. It is a text: nothing of it is known to TypeScript, nor to be changed on the way. */
const inWindow = `(url) => {
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  // The service ends with the last one that holds it, and the tree with it.
  window.accessibilityOfWalk = service;
  const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec === url);
  const top = tab && service.getAccessibleFor(tab.linkedBrowser);
  const list = (strings) => Array.from({ length: strings.length }, (_, at) => strings.item(at));
  const names = (array) => Array.from({ length: array.length }, (_, at) => array.queryElementAt(at, Ci.nsIAccessible).name ?? '');
  const ask = (part, face) => (part instanceof face ? part.QueryInterface(face) : null);
  const read = (part) => {
    const [state, more] = [{}, {}];
    part.getState(state, more);
    const attributes = {};
    for (const { key, value } of part.attributes?.enumerate() ?? []) attributes[key] = value;
    const table = ask(part, Ci.nsIAccessibleTable);
    const cell = ask(part, Ci.nsIAccessibleTableCell);
    return {
      role: service.getStringRole(part.role),
      name: part.name ?? '',
      value: part.value ?? '',
      states: list(service.getStringStates(state.value, more.value)),
      attributes,
      table: table && { rows: table.rowCount, columns: table.columnCount },
      cell: cell && {
        row: cell.rowIndex,
        column: cell.columnIndex,
        rowHeads: names(cell.rowHeaderCells),
        columnHeads: names(cell.columnHeaderCells),
      },
      children: Array.from({ length: part.childCount }, (_, at) => read(part.getChildAt(at))),
    };
  };
  const page = top?.firstChild;
  return JSON.stringify(page ? read(page) : null);
}`;
