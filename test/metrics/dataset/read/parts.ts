import { crc32 } from 'node:zlib';

/** How an archive is written. */
export interface ArchiveOptions {
  /** Sizes and places stand in the fields of Zip64. */
  readonly isLarge?: boolean;
}

/** The bytes of an archive that stores texts as they are, by their paths. */
export function archive(
  parts: readonly (readonly [path: string, content: string | Uint8Array])[],
  { isLarge = false }: ArchiveOptions = {},
): Uint8Array {
  const [content, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [path, given] of parts) {
    const [name, data] = [Buffer.from(path), Buffer.from(given)];
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt32LE(crc32(data), 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(data.length, 22);
    head.writeUInt16LE(name.length, 26);
    content.push(head, name, data);
    const wide = Buffer.alloc(isLarge ? 28 : 0);
    if (isLarge) {
      wide.writeUInt16LE(1, 0);
      wide.writeUInt16LE(24, 2);
      wide.writeBigUInt64LE(BigInt(data.length), 4);
      wide.writeBigUInt64LE(BigInt(data.length), 12);
      wide.writeBigUInt64LE(BigInt(at), 20);
    }
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(crc32(data), 16);
    entry.writeUInt32LE(isLarge ? 0xffffffff : data.length, 20);
    entry.writeUInt32LE(isLarge ? 0xffffffff : data.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt16LE(wide.length, 30);
    entry.writeUInt32LE(isLarge ? 0xffffffff : at, 42);
    directory.push(entry, name, wide);
    at += 30 + name.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isLarge ? 0xffff : parts.length, 8);
  end.writeUInt16LE(isLarge ? 0xffff : parts.length, 10);
  end.writeUInt32LE(isLarge ? 0xffffffff : size, 12);
  end.writeUInt32LE(isLarge ? 0xffffffff : at, 16);
  const ends = isLarge ? [largeEnd(parts.length, size, at), end] : [end];
  return new Uint8Array(Buffer.concat([...content, ...directory, ...ends]));
}

function largeEnd(count: number, size: number, at: number): Buffer {
  const made = Buffer.alloc(76);
  made.writeUInt32LE(0x06064b50, 0);
  made.writeBigUInt64LE(44n, 4);
  made.writeBigUInt64LE(BigInt(count), 24);
  made.writeBigUInt64LE(BigInt(count), 32);
  made.writeBigUInt64LE(BigInt(size), 40);
  made.writeBigUInt64LE(BigInt(at), 48);
  made.writeUInt32LE(0x07064b50, 56);
  made.writeBigUInt64LE(BigInt(at + size), 64);
  return made;
}

/** The parts of a workbook, as XML. */
export interface BookXml {
  /** The content of `sheetData`, or a whole part, or nothing where the part is missing; by the names of the sheets. */
  readonly sheets: Readonly<Record<string, string | undefined>>;
  /** The elements beside `sheetData`, such as merged cells. */
  readonly beside?: string;
  /** The ids of the number formats of the styles from 1 on, and formats that are declared by their ids. */
  readonly formats?: readonly number[];
  readonly declared?: Readonly<Record<number, string>>;
  readonly strings?: readonly string[];
  /** The elements of the workbook beside its sheets. */
  readonly book?: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook of parts that are written by hand. */
export function bookXml(content: BookXml, options?: ArchiveOptions): Uint8Array {
  const { sheets, beside = '', formats = [], declared = {}, strings, book = '' } = content;
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (inner: string) => `<Relationships xmlns="${relationships}">${inner}</Relationships>`;
  const codes = Object.entries(declared).map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const list = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i + 1}"/>`);
  const parts: (readonly [string, string])[] = [
    ['_rels/.rels', relations(relation('r', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        names.map((_, i) => relation(`s${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('') +
          relation('styles', 'styles', '/xl/styles.xml') +
          (strings ? relation('strings', 'sharedStrings', 'sharedStrings.xml') : ''),
      ),
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}">${book}<sheets>${list.join('')}</sheets></workbook>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    ],
    ...names.flatMap((name, i): (readonly [string, string])[] => {
      const xml = sheets[name];
      if (xml === undefined) return [];
      const whole = xml.startsWith('<?xml')
        ? xml
        : `<worksheet xmlns="${main}"><sheetData>${xml}</sheetData>${beside}</worksheet>`;
      return [[`xl/worksheets/sheet${i + 1}.xml`, whole]];
    }),
    ...(strings
      ? [
          [
            'xl/sharedStrings.xml',
            `<sst xmlns="${main}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
          ] as const,
        ]
      : []),
  ];
  return archive(parts, options);
}

/** A row of text cells and of cells that are written as XML: `k`, `<c><v>1</v></c>`. */
export function rowXml(...cells: readonly string[]): string {
  const inner = cells.map((cell) => (cell.startsWith('<') ? cell : textXml(cell)));
  return `<row>${inner.join('')}</row>`;
}

function textXml(text: string): string {
  return text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
}
