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
