/** A file whose bytes are read in pieces, from its beginning and as often as is asked. */
export interface ByteFile {
  /** In front of every place. */
  readonly name: string;
  /** Its bytes from the beginning, in pieces of any size. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
}
