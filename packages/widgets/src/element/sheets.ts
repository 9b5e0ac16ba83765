import { tokenStyle } from '../theme/tokens.js';

/** By document, because a sheet serves only the one it was made in: one for all elements of a document that look alike. */
const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** Gives a shadow root its sheets, with the tokens, made in the document it is in. A document without a window has none, and shows nothing. */
export function dress(root: ShadowRoot, texts: readonly string[]): void {
  const { ownerDocument } = root;
  const view = ownerDocument.defaultView;
  if (!view) return;
  if (!sheets.has(ownerDocument)) sheets.set(ownerDocument, new Map());
  const known = sheets.get(ownerDocument)!;
  const [only = ''] = texts;
  // To join texts of many thousand letters in each update takes longer than all else here.
  const text = texts.length > 1 ? texts.join('') : only;
  let sheet = known.get(text);
  if (!sheet) {
    known.set(text, (sheet = new view.CSSStyleSheet()));
    sheet.replaceSync(tokenStyle + text);
  }
  if (root.adoptedStyleSheets[0] !== sheet) root.adoptedStyleSheets = [sheet];
}
