import type { Say } from '../locale/words.js';

/** Where separately built files are, and how to import them. Unset in a bundle: the bundler knows for itself. */
export interface Parts {
  /** The address of a folder, or of a file in it. */
  readonly base: string;
  readonly read: (address: string) => Promise<unknown>;
}

let parts: Parts | undefined;

/** Says where parts are. */
export function placeParts(given: Parts): void {
  parts = given;
}

/** Whether it was said where parts are. */
export function isPlaced(): boolean {
  return parts !== undefined;
}

/** The full address of a part; its name alone where a bundler knows where it is. */
export function partAddress(file: string): string {
  return parts ? new URL(file, parts.base).href : file;
}

/**
 * Reads a part: from where it was said to be, else as it was bundled. Some browsers remember that an address failed, so each further
 * attempt has one of its own.
 */
export function loadPart<Part>(file: string, bundled: () => Promise<Part>, attempt: number): Promise<Part> {
  const query = attempt > 0 ? `?attempt=${attempt}` : '';
  return parts ? (parts.read(partAddress(file) + query) as Promise<Part>) : bundled();
}

/** That a part cannot be read, with the likely cause. */
export function tellUnreachable(file: string): Say {
  return (face) => {
    const address = partAddress(file);
    const { origin, protocol } = new URL(address, location.href);
    const isForeign = origin !== location.origin;
    return face.unreachable(
      address,
      protocol === 'file:' ? face.needsHttp : isForeign ? face.foreign : face.noConnection,
    );
  };
}
