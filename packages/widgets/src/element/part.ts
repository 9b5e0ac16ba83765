/** Where the parts of a script are that was built as files beside each other, and who reads them. A bundler knows for itself. */
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

/** Reads a part: from where it was said to be, else as it was bundled. */
export function loadPart<Part>(file: string, bundled: () => Promise<Part>): Promise<Part> {
  return parts ? (parts.read(partAddress(file)) as Promise<Part>) : bundled();
}
