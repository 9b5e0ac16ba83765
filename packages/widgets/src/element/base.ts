/**
 * The folder that a site says the parts are in: `data-zj-base` on a script's own tag, or on `<html>`. Without it they stand beside
 * the file that the code stands in.
 */
export function declaredBase(script?: HTMLOrSVGScriptElement | null): string | undefined {
  const declared = script?.dataset.zjBase ?? document.documentElement.dataset.zjBase;
  return declared === undefined ? undefined : new URL(declared.replace(/\/?$/, '/'), document.baseURI).href;
}
