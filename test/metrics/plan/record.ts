import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The public record: a plan whose goals and figures are all from public sources. */
export const record = join(import.meta.dirname, '../../../examples/public-record');

export type Row = Readonly<Record<string, string>>;

/** The rows of one of its files by the names of its columns, read by nothing but this. */
export function readRows(name: 'published-figures' | 'published-targets'): readonly Row[] {
  return rowsOf(join(record, `data/${name}.csv`));
}

/** The rows of a file of an example by the names of its columns. */
export function rowsOf(file: string): readonly Row[] {
  const text = readFileSync(file, 'utf8');
  const [header = [], ...rows] = text.trimEnd().split('\n').map(splitLine);
  return rows.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])));
}

/** No cell of these files holds a line break, and one with a comma or a quote stands in quotes. */
function splitLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

/**
 * Every target that the source has: indicator as it stands there, region, year, value, unit. A goal judges each.
 */
export const targets: readonly (readonly [goal: string, ...target: string[]])[] = [
  ['pudong-leading-industries-2023', '三大先导产业规模', '浦东新区', '2023', '7500', '亿元'],
  ['pudong-biomedicine-2027', '生物医药产业规模', '浦东新区', '2027', '5000', '亿元'],
  ['pudong-biomedicine-output-2027', '生物医药工业产值', '浦东新区', '2027', '1000', '亿元'],
  ['shanghai-high-quality-incubators-2025', '高质量孵化器', '上海', '2025', '20', '家'],
  ['shanghai-unicorns-2027', '独角兽企业数', '上海', '2027', '100', '家'],
  [
    'zhangjiang-unicorns-hidden-champions-2025',
    ...['“独角兽”“隐形冠军”企业', '张江高新区', '2025', '100', '家'],
  ],
  [
    'zhangjiang-leading-industries-share-2025',
    ...['三大先导产业总规模占全市比重', '张江高新区', '2025', '85', '%'],
  ],
  ['zhangjiang-talent-2025', '三大先导产业人才规模', '张江高新区', '2025', '80', '万人'],
  ['zhangjiang-high-quality-incubators-2025', '高质量孵化器数量', '张江高新区', '2025', '20', '家'],
  ['zhangjiang-new-enterprises-2025', '日均新增科技企业', '张江高新区', '2025', '200', '家'],
];
