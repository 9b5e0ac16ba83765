/** A part of a ZIP archive, as its directory tells it. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored as it is, 8: deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  /** Bytes in the archive, and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its own header stands. */
  readonly offset: number;
}

const endMark = 0x06054b50;
const largeEndMark = 0x06064b50;
const largePlaceMark = 0x07064b50;
const entryMark = 0x02014b50;
const partMark = 0x04034b50;
/** A number of 16 or 32 bits that says: the true one stands in the wider field of Zip64. */
const [wide16, wide32] = [0xffff, 0xffffffff];

/** The entries of a ZIP archive's directory (also of Zip64), or `undefined` if it is cut off or damaged. */
export function listZip(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endMark) end--;
  if (end < 0) return undefined;
  const directory = directoryOf(view, end);
  if (!directory) return undefined;
  const entries: ZipEntry[] = [];
  let at = directory.offset;
  for (let left = directory.count; left > 0; left--) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) return undefined;
    const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
    const extra = at + 46 + nameLength;
    const wide = wideFields(view, extra, Math.min(extra + extraLength, end));
    const field = (place: number): number | undefined => {
      const value = view.getUint32(at + place, true);
      return value === wide32 ? wide.shift() : value;
    };
    // In the wider fields the unpacked size comes first.
    const [size, packed, offset] = [field(24), field(20), field(42)];
    if (size === undefined || packed === undefined || offset === undefined) return undefined;
    entries.push({
      name: nameText.decode(bytes.subarray(at + 46, extra)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      ...{ packed, size, offset },
    });
    at = extra + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

const nameText = new TextDecoder();

interface Directory {
  readonly count: number;
  readonly offset: number;
}

/** Where the directory begins, and how many parts it lists. */
function directoryOf(view: DataView, end: number): Directory | undefined {
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (count !== wide16 && offset !== wide32) return { count, offset };
  if (end < 20 || view.getUint32(end - 20, true) !== largePlaceMark) return { count, offset };
  const at = wideNumber(view, end - 12);
  if (at + 56 > end || view.getUint32(at, true) !== largeEndMark) return undefined;
  return { count: wideNumber(view, at + 32), offset: wideNumber(view, at + 48) };
}

/** The numbers of 64 bits that an entry carries beside its own. */
function wideFields(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const count = Math.floor(Math.min(view.getUint16(at + 2, true), to - at - 4) / 8);
    return Array.from({ length: Math.min(count, 3) }, (_, i) => wideNumber(view, at + 4 + 8 * i));
  }
  return [];
}

/** No file is longer than a double can count. */
function wideNumber(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/** Takes a piece of a part, and may make whoever unpacks it wait. */
export type TakePiece = (piece: Uint8Array) => void | Promise<void>;

/** Bytes that are taken at once of a part that is not deflated. */
const storedPiece = 1 << 20;

/**
 * Whether a part unpacks as its directory promises, by its length and check sum; passes the pieces on. Throws as `onPiece`.
 */
export async function isSound(
  bytes: Uint8Array,
  { method, isEncrypted, crc, packed, size, offset }: ZipEntry,
  onPiece: TakePiece = () => undefined,
): Promise<boolean> {
  const view = viewOf(bytes);
  if (isEncrypted) return false;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== partMark) return false;
  if (view.getUint16(offset + 8, true) !== method) return false;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const content = bytes.subarray(start, start + packed);
  if (content.length < packed) return false;
  const sum = sumOf();
  const take: TakePiece = (piece) => {
    sum.add(piece);
    return onPiece(piece);
  };
  if (method === 0) {
    for (let at = 0; at < content.length; at += storedPiece)
      await take(content.subarray(at, at + storedPiece));
  } else if (method !== 8 || !(await inflate(content, size, take))) return false;
  return sum.length() === size && sum.crc() === crc;
}

/** Whether deflated bytes end well within a length. */
async function inflate(packed: Uint8Array, length: number, onPiece: TakePiece): Promise<boolean> {
  let left = length;
  const stream = new Blob([new Uint8Array(packed)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  for (;;) {
    const step = await reader.read().catch(() => undefined);
    if (step === undefined || step.done) return step !== undefined;
    left -= step.value.length;
    // An archive that promises little and holds much is not unpacked to its end.
    if (left < 0) {
      await reader.cancel();
      return false;
    }
    await onPiece(step.value);
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
