import { say } from '../../base/sentence.js';
import { ReadingFault } from './reading-fault.js';

/** The receiver of an XML document's events, in its order. */
export interface XmlReader {
  /**
   * An element begins. Its name is without a prefix where it has the namespace prefix of the document's first element; other
   * names have a colon in them.
   */
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  /** Text between tags; comments and CDATA cut it into pieces. */
  text(text: string): void;
  close(name: string): void;
}

/** Takes a document piece by piece. Both throw where it is not well-formed. */
export interface XmlInput {
  push(piece: string): void;
  /** The document is complete. */
  end(): void;
}

const tag = /<([^\s/<>"'=&]+)((?:\s+[^\s/<>"'=&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const none: ReadonlyMap<string, string> = new Map<string, string>();
/** So much text is looked through at once, and a tag is no longer. */
const [pieceLength, longestTag] = [1 << 18, 1 << 20];

/**
 * Reads XML strictly: a text that is cut off, not closed, not quoted or declares entities of its own is no document. A part that a
 * program left out in a comment is left out.
 *
 * @example
 * const input = readXml({ open: (name) => names.push(name), text: () => undefined, close: () => undefined });
 * input.push('<a><b/>');
 * input.push('</a>');
 * input.end(); // names: ['a', 'b']
 */
export function readXml(reader: XmlReader): XmlInput {
  const open: string[] = [];
  let prefix: string | undefined;
  let [pieces, waiting, wanted]: [string[], number, number] = [[], 0, pieceLength];

  const localName = (name: string): string => {
    if (prefix === '') return name;
    return name.startsWith(prefix!) ? name.slice(prefix!.length) : `:${name}`;
  };
  const begin = (name: string, written: string, isEmpty: boolean): void => {
    if (prefix !== undefined && open.length === 0) throw new ReadingFault(say`it has content after its end`);
    prefix ??= name.slice(0, name.indexOf(':') + 1);
    const local = localName(name);
    reader.open(local, written === '' ? none : attributesOf(written));
    if (isEmpty) reader.close(local);
    else open.push(name);
  };
  const finish = (name: string): void => {
    const begun = open.pop();
    if (begun !== name)
      throw new ReadingFault(
        begun === undefined ? say`</${name}> closes nothing` : say`</${name}> closes <${begun}>`,
      );
    reader.close(localName(name));
  };
  const text = (words: string): void => {
    if (open.length > 0) reader.text(words);
    else if (/\S/.test(words)) throw new ReadingFault(say`it has text outside of its elements`);
  };

  /** Reads the complete part of a text, and returns its end. */
  const scan = (source: string, isLast: boolean): number => {
    let at = 0;
    for (;;) {
      const next = source.indexOf('<', at);
      if (next < 0) {
        if (isLast) text(plain(source.slice(at)));
        return isLast ? source.length : at;
      }
      if (next > at) text(plain(source.slice(at, next)));
      const second = source.charCodeAt(next + 1);
      // Is it a comment, a CDATA section, an instruction or a declaration?
      if (second === 33 || second === 63) {
        if (source.length - next < 9 && !isLast) return next;
        const [first, last] = specialAt(source, next);
        const end = source.indexOf(last, next + first.length);
        if (end < 0) return cutOff(next, isLast);
        if (first === '<![CDATA[') text(lines(source.slice(next + first.length, end)));
        at = end + last.length;
      } else if (second === 47) {
        const end = source.indexOf('>', next);
        if (end < 0) return cutOff(next, isLast);
        finish(source.slice(next + 2, end).trimEnd());
        at = end + 1;
      } else {
        tag.lastIndex = next;
        const found = tag.exec(source);
        if (!found) {
          if (!isLast && source.length - next < longestTag) return next;
          throw new ReadingFault(say`${JSON.stringify(source.slice(next, next + 30))} is not a tag`);
        }
        begin(found[1]!, found[2]!, found[3] !== '');
        at = tag.lastIndex;
      }
    }
  };

  return {
    push(piece) {
      pieces.push(piece);
      waiting += piece.length;
      if (waiting < wanted) return;
      const source = pieces.join('');
      const rest = source.slice(scan(source, false));
      // An incomplete part is looked through again when it has doubled, so that the time grows with the length alone.
      [pieces, waiting, wanted] = [[rest], rest.length, Math.max(pieceLength, 2 * rest.length)];
    },
    end() {
      scan(pieces.join(''), true);
      if (open.length > 0 || prefix === undefined) throw new ReadingFault(say`it is cut off`);
    },
  };
}

function cutOff(at: number, isLast: boolean): number {
  if (isLast) throw new ReadingFault(say`it is cut off`);
  return at;
}

/** The beginnings and ends of parts that are neither text nor tag. */
function specialAt(source: string, at: number): readonly [first: string, last: string] {
  if (source.startsWith('<!--', at)) return ['<!--', '-->'];
  if (source.startsWith('<![CDATA[', at)) return ['<![CDATA[', ']]>'];
  if (source.startsWith('<?', at)) return ['<?', '?>'];
  throw new ReadingFault(say`it declares a document type`);
}

/** Reads the attributes that {@link tag} found. */
function attributesOf(written: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  let at = 0;
  for (;;) {
    const equals = written.indexOf('=', at);
    if (equals < 0) return attributes;
    const name = written.slice(at, equals).trim();
    let start = equals + 1;
    while (written[start] !== '"' && written[start] !== "'") start++;
    const end = written.indexOf(written[start]!, start + 1);
    if (attributes.has(name)) throw new ReadingFault(say`an element has ${name} twice`);
    attributes.set(name, plain(written.slice(start + 1, end)));
    at = end + 1;
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  if (!text.includes('&')) return lines(text);
  return lines(text).replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+))?;?/g, (whole, decimal, hex, name) => {
    const code =
      decimal === undefined ? (hex === undefined ? undefined : parseInt(String(hex), 16)) : Number(decimal);
    const meant =
      code === undefined ? entities[String(name)] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (meant === undefined || !whole.endsWith(';'))
      throw new ReadingFault(say`the meaning of ${whole} is not declared`);
    return meant;
  });
}

/** All line breaks are one, as XML asks. */
function lines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
