/** An address as the page means it. */
export function absolute(url: string): string {
  return new URL(url, globalThis.document?.baseURI ?? location.href).href;
}
