/** A part of a ZIP archive, as its directory tells it. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored as it is, 8: deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes in the archive, and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its own header stands. */
  readonly offset: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const partMark = 0x04034b50;

/** What the directory of a ZIP archive lists, or `undefined` where it is cut off or damaged. */
export function listZip(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endMark) end--;
  if (end < 0) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: String.fromCharCode(...bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Whether a part unpacks to what its directory promises, by its length and check sum; gives what it unpacks. */
export async function isSound(
  bytes: Uint8Array,
  { method, crc, packed, size, offset }: ZipEntry,
  onPiece: (piece: Uint8Array) => void = () => undefined,
): Promise<boolean> {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== partMark) return false;
  if (view.getUint16(offset + 8, true) !== method) return false;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const content = bytes.subarray(start, start + packed);
  if (content.length < packed) return false;
  const sum = sumOf();
  const take = (piece: Uint8Array): void => {
    sum.add(piece);
    onPiece(piece);
  };
  if (method === 0) take(content);
  else if (method !== 8 || !(await inflate(content, size, take))) return false;
  return sum.length() === size && sum.crc() === crc;
}

/** Whether deflated bytes end well within a length. */
async function inflate(
  packed: Uint8Array,
  length: number,
  onPiece: (piece: Uint8Array) => void,
): Promise<boolean> {
  let left = length;
  try {
    const stream = new Blob([new Uint8Array(packed)])
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw'));
    const reader = stream.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      left -= value.length;
      // An archive that promises little and holds much is not unpacked to its end.
      if (left < 0) {
        await reader.cancel();
        return false;
      }
      onPiece(value);
    }
  } catch {
    return false;
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});

/** Counts bytes and sums them up by CRC-32. */
function sumOf() {
  let [crc, length] = [0xffffffff, 0];
  return {
    add: (piece: Uint8Array) => {
      for (const byte of piece) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
      length += piece.length;
    },
    crc: () => (crc ^ 0xffffffff) >>> 0,
    length: () => length,
  };
}
