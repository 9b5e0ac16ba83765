import { tokenStyle } from '../theme/tokens.js';
import { sheet } from '../goal-gauge/sheet.js';

/** Everything that a gauge's shadow root looks by: its tokens, and the sheet that uses them. */
const face = tokenStyle + sheet;

/** By document, because a sheet serves only the one it was made in: one for all gauges of a document. */
const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** Gives a shadow root its sheets, those of the document it is in, and what further text asks for. */
export function dress(root: ShadowRoot, further = ''): void {
  const { ownerDocument } = root;
  if (!sheets.has(ownerDocument)) sheets.set(ownerDocument, new Map());
  const known = sheets.get(ownerDocument)!;
  const text = face + further;
  let sheet = known.get(text);
  if (!sheet) {
    known.set(text, (sheet = new ownerDocument.defaultView!.CSSStyleSheet()));
    sheet.replaceSync(text);
  }
  if (root.adoptedStyleSheets[0] !== sheet) root.adoptedStyleSheets = [sheet];
}
