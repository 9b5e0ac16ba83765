/** How the content of a file is laid out. */
export type FileFormat = 'csv' | 'json' | 'json-lines' | 'workbook' | 'parquet' | 'arrow';

/** The format that a file's name says. */
const extensions: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  json: 'json',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  xlsx: 'workbook',
  xlsm: 'workbook',
  xlsb: 'workbook',
  xls: 'workbook',
  et: 'workbook',
  parquet: 'parquet',
  arrow: 'arrow',
  arrows: 'arrow',
  feather: 'arrow',
};

/** The format that the name of a file promises, if any. */
export function namedFormat(name: string): FileFormat | undefined {
  return extensions[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
}

const signatures: readonly (readonly [first: string, format: FileFormat | 'archive'])[] = [
  ['PK\x03\x04', 'workbook'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'workbook'],
  ['PAR1', 'parquet'],
  ['ARROW1', 'arrow'],
  ['\xff\xff\xff\xff', 'arrow'],
  ['\x1f\x8b', 'archive'],
  ['Rar!', 'archive'],
  ["7z\xbc\xaf'\x1c", 'archive'],
];

/** The format that the first bytes of a file prove; `undefined` for text. */
export function provenFormat(bytes: Uint8Array): FileFormat | 'archive' | undefined {
  const first = String.fromCharCode(...bytes.subarray(0, 8));
  return signatures.find(([signature]) => first.startsWith(signature))?.[1];
}
