import { longText } from './figure.js';

/** Numbers of a sheet whose digits a double cannot hold, by address: `C5` → `12345678901234567.89`. */
export type LongNumbers = ReadonlyMap<string, string>;

/** Reads a sheet of a workbook for long numbers, piece by piece. */
export interface DigitsReader {
  readonly push: (piece: Uint8Array) => void;
  readonly end: () => LongNumbers;
}

const cells =
  /<(?:\w+:)?c\s([^>]*)>(?:<(?:\w+:)?f\b[^>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>))?<(?:\w+:)?v>([^<]{16,400})<\//g;
/** So much text is looked through at once, and so much of it again, for a cell that was cut through. */
const [mostText, longestCell] = [1_000_000, 50_000];

/** The library makes a double of each number: what that loses is read beforehand. */
export function readDigits(): DigitsReader {
  const decoder = new TextDecoder();
  const numbers = new Map<string, string>();
  let text = '';
  const look = (): void => {
    for (const [, attributes = '', value = ''] of text.matchAll(cells)) {
      const digits = longText(value.trim());
      if (digits === undefined || (attributeOf(attributes, 't') ?? 'n') !== 'n') continue;
      const address = attributeOf(attributes, 'r');
      if (address !== undefined) numbers.set(address, digits);
    }
    text = text.slice(-longestCell);
  };
  return {
    push(piece) {
      text += decoder.decode(piece, { stream: true });
      if (text.length > mostText) look();
    },
    end() {
      look();
      return numbers;
    },
  };
}

/** The paths of the parts of a workbook by the ids that it gives them: `rId1` → `xl/worksheets/sheet1.xml`. */
export function readTargets(relations: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const [, attributes = ''] of relations.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)) {
    const [id, target] = [attributeOf(attributes, 'Id'), attributeOf(attributes, 'Target')];
    if (id === undefined || target === undefined) continue;
    targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return targets;
}

function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}=["']([^"']*)["']`).exec(attributes)?.[1];
}
