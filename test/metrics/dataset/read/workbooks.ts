import { utils, write, type BookType, type WorkSheet } from '@e965/xlsx';

/** A cell of a workbook to write: a value, or all that the format knows of one. */
export type Cell =
  string | number | boolean | null | { t: 'n' | 'e' | 's' | 'z'; v?: unknown; z?: string; f?: string };

/** A sheet with merged cells, `A1:C1`. */
export function sheet(rows: readonly (readonly Cell[])[], ...merges: readonly string[]): WorkSheet {
  const made = utils.aoa_to_sheet(rows as unknown[][]);
  made['!merges'] = merges.map((range) => utils.decode_range(range));
  return made;
}

/** The bytes of a workbook. */
export function workbook(
  sheets: Readonly<Record<string, WorkSheet>>,
  {
    bookType = 'xlsx',
    date1904 = false,
    compression = true,
  }: { bookType?: BookType; date1904?: boolean; compression?: boolean } = {},
): Uint8Array {
  const book = utils.book_new();
  for (const [name, one] of Object.entries(sheets)) utils.book_append_sheet(book, one, name);
  book.Workbook = { ...book.Workbook, WBProps: { date1904 } };
  return new Uint8Array(write(book, { type: 'array', bookType, compression }) as ArrayBuffer);
}

export const month = (serial: number) => ({ t: 'n', v: serial, z: 'yyyy"年"m"月"' }) as const;

/** A file as a district office sends it: a title, who reports and in which unit, and a header of two rows. */
export const report = sheet(
  [
    ['浦东新区重点产业营业收入月报', null, null, null],
    ['填报单位：统计局', null, null, '单位：万元'],
    ['月份', '行业', '营业收入', null],
    [null, null, '本月', '累计\n（万元）'],
    [month(46266), '集成电路', 0.1 + 0.2, 1234567.89],
    [month(46266), '生物医药', { t: 'e', v: 0x2a }, 3],
    [null, null, null, null],
    [month(46296), '集成电路', '１２，３００', { t: 'n', v: 5.5, f: 'D5+1' }],
    [null, null, null, null],
  ],
  'A1:D1',
  'A3:A4',
  'B3:B4',
  'C3:D3',
);
