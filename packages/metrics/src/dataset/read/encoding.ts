import { problem, type Problem } from '../../base/problem.js';
import { say } from '../../base/sentence.js';
import { tracePlace } from '../cells.js';
import type { Encoding } from '../contract.js';
import { formatPlace } from '../rejects.js';
import { nextTurn } from '../turn.js';
import { emptyFile, type FileOptions } from './source.js';

/** A text in UTF-8 without a byte order mark. */
export interface Utf8 {
  readonly bytes: Uint8Array;
  readonly notes: readonly Problem[];
}

/**
 * The text of a file in UTF-8, converted from its encoding: as its contract says, else as its byte order mark says, else UTF-8
 * where it is that, else GB 18030 (which GBK and GB 2312 are part of) where it is that; or the problem.
 */
export async function readUtf8(
  bytes: Uint8Array,
  { name, contract, signal }: Pick<FileOptions, 'name' | 'contract' | 'signal'>,
): Promise<Utf8 | Problem> {
  const marked = markOf(bytes);
  const { label, length } = marked ?? { label: contract?.encoding ?? 'utf-8', length: 0 };
  const declared = contract?.encoding;
  const body = bytes.subarray(length);
  if (body.length === 0) return emptyFile(name);
  if (declared !== undefined && marked !== undefined && !label.startsWith(declared)) {
    const message = say`The contract says ${declared}, but the file begins with the byte order mark of ${label}.`;
    const remedy = say`Write "encoding": "${label.startsWith('utf-16') ? 'utf-16' : label}" in the contract, or remove it.`;
    return problem({ code: 'wrong-encoding', where: name, message, remedy });
  }
  const first = await recode(body, label, signal);
  if ('bytes' in first) return withoutNul(first.bytes, name) ?? { bytes: first.bytes, notes: [] };
  // Was nothing said of the encoding, and is this no UTF-8 with a fault or two?
  if (declared === undefined && marked === undefined && !first.isNearly) {
    const second = await recode(body, 'gb18030', signal);
    if ('bytes' in second)
      return withoutNul(second.bytes, name) ?? { bytes: second.bytes, notes: [guessed(name)] };
    if (second.line > first.line) return badText(name, 'gb18030', second);
  }
  return badText(name, label, first);
}

function markOf(bytes: Uint8Array): { readonly label: string; readonly length: number } | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { label: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { label: 'utf-16le', length: 2 };
  return a === 0xfe && b === 0xff ? { label: 'utf-16be', length: 2 } : undefined;
}

/** Where a text stops being one; `isNearly` where it is one but for a few characters. */
interface BadPlace {
  readonly line: number;
  readonly column: number;
  readonly isNearly: boolean;
}

const pieceLength = 1 << 20;

/** The same text in UTF-8. Piece by piece: a large file is no single text. */
async function recode(
  bytes: Uint8Array,
  label: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly bytes: Uint8Array } | BadPlace> {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += pieceLength) {
    const stream = at + pieceLength < bytes.length;
    try {
      const text = decoder.decode(bytes.subarray(at, at + pieceLength), { stream });
      if (label !== 'utf-8') pieces.push(encoder.encode(text));
    } catch {
      return findBad(bytes, label, signal);
    }
    await nextTurn(signal);
  }
  if (label === 'utf-8') return { bytes };
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return { bytes: whole };
}

/** The first place that decodes to no character, and how many such there are among those beyond ASCII. */
async function findBad(bytes: Uint8Array, label: string, signal: AbortSignal | undefined): Promise<BadPlace> {
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  let [line, column, found] = [1, 1, false];
  let [bad, beyond] = [0, 0];
  for (let at = 0; at < bytes.length; at += pieceLength) {
    const stream = at + pieceLength < bytes.length;
    const text = decoder.decode(bytes.subarray(at, at + pieceLength), { stream });
    for (const c of text) {
      if (c > '\x7f') beyond++;
      if (c === '\uFFFD') {
        bad++;
        found = true;
      }
      if (found) continue;
      if (c === '\n') [line, column] = [line + 1, 1];
      else column++;
    }
    await nextTurn(signal);
  }
  return { line, column, isNearly: bad * 10 < beyond };
}

function badText(name: string, label: string, { line, column }: BadPlace): Problem {
  const words = encodingWords[label.startsWith('utf-16') ? 'utf-16' : (label as Encoding)];
  return problem({
    code: 'bad-encoding',
    where: `${name}:${line}:${column}`,
    message: say`The bytes here are not a character of ${words}.`,
    remedy: say`Save the file again as UTF-8 (in Excel: "CSV UTF-8 (Comma delimited)"), or declare its "encoding" in the contract.`,
  });
}

const encodingWords: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB 18030',
  'utf-16': 'UTF-16',
};

function withoutNul(bytes: Uint8Array, name: string): Problem | undefined {
  const first = bytes.indexOf(0);
  if (first < 0) return undefined;
  if (!isSixteenBit(bytes)) {
    const tracer = tracePlace(1);
    tracer.push(bytes.subarray(0, first));
    return nulProblem(formatPlace(name, tracer.here()));
  }
  const message = say`This is not a text file, or it is UTF-16 without a byte order mark.`;
  const remedy = say`Export it again as CSV, or declare "encoding": "utf-16" in the contract.`;
  return problem({ code: 'not-text', where: name, message, remedy });
}

/** Whether so many bytes are zero that each character may have two: a text has none but by damage. */
export function isSixteenBit(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, 4096);
  return 10 * beginning.filter((byte) => byte === 0).length > beginning.length;
}

/** A zero byte in the midst of a text. */
export function nulProblem(where: string): Problem {
  return problem({
    code: 'not-text',
    where,
    message: say`There is a NUL byte here, which a text may not contain.`,
    remedy: say`Remove it, or export the file again. Incomplete files and fields of some databases contain such bytes.`,
  });
}

function guessed(name: string): Problem {
  const message = say`This is not UTF-8, and was read as GB 18030 (GBK).`;
  const remedy = say`Check that names are shown correctly. If not, declare the "encoding" in the contract.`;
  return problem({ code: 'guessed-encoding', where: name, message, remedy });
}
