/** What the messages of an Arrow stream are, as far as it must be known before they are read. */
export type StreamFault = 'cut-off' | 'compressed';

/**
 * What is wrong with an Arrow stream: that it ends before its end, or that its bodies are compressed. The library takes a
 * stream that is cut between two messages for a whole one, and compressed values for values.
 */
export function streamFault(bytes: Uint8Array): StreamFault | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length;) {
    if (view.getUint32(at, true) !== 0xffffffff) return 'cut-off';
    const length = view.getInt32(at + 4, true);
    if (length === 0) return undefined;
    if (length < 0 || at + 8 + length > bytes.length) return 'cut-off';
    const message = follow(view, at + 8);
    if (isCompressed(view, message)) return 'compressed';
    const body = fieldOf(view, message, 3);
    at += 8 + length + (body === undefined ? 0 : Number(view.getBigInt64(body, true)));
  }
  return 'cut-off';
}

/** The kinds of message that have values: org.apache.arrow.flatbuf.MessageHeader. */
const dictionaryBatch = 2;
const recordBatch = 3;

function isCompressed(view: DataView, message: number): boolean {
  const [kind, header] = [fieldOf(view, message, 1), fieldOf(view, message, 2)];
  if (kind === undefined || header === undefined) return false;
  let batch = follow(view, header);
  if (view.getUint8(kind) === dictionaryBatch) {
    const data = fieldOf(view, batch, 1);
    if (data === undefined) return false;
    batch = follow(view, data);
  } else if (view.getUint8(kind) !== recordBatch) return false;
  return fieldOf(view, batch, 3) !== undefined;
}

// FlatBuffers: a table begins with the way back to the list of its fields' places; what is large stands elsewhere.
function follow(view: DataView, at: number): number {
  return at + view.getUint32(at, true);
}

function fieldOf(view: DataView, table: number, field: number): number | undefined {
  const places = table - view.getInt32(table, true);
  const at = 4 + 2 * field;
  const place = at < view.getUint16(places, true) ? view.getUint16(places + at, true) : 0;
  return place === 0 ? undefined : table + place;
}
