// Stands for Lit's css-tag.js in the gauge's one file. Lit's own serves browsers that cannot adopt a style sheet as well: none of
// those knows container queries, and a strict policy refuses what it would do instead.

/** The text of a style sheet, for {@link getCompatibleStyle}. */
export function unsafeCSS(text: string): string {
  return text;
}

/** The sheet of a text: one for a class, whatever the number of its elements. */
export function getCompatibleStyle(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Gives an element's shadow root its sheets. */
export function adoptStyles(root: ShadowRoot, sheets: CSSStyleSheet[]): void {
  root.adoptedStyleSheets = sheets;
}

export const supportsAdoptingStyleSheets = true;
/** Lit exports them; no gauge uses them. */
export const [css, CSSResult] = [undefined, undefined];
