import type { CompressionCodec, FileMetaData, SchemaElement } from 'hyparquet';
import { MetricsError } from '../../base/error.js';
import { problem, type Problem } from '../../base/problem.js';
import { say } from '../../base/sentence.js';
import type { ReadTable } from '../text-table.js';
import { keepPace, nextTurn } from '../turn.js';
import { isBroken } from './broken-text.js';
import { columnarTable, isIgnored, unsupportedType, withoutZone, type TypedColumn } from './columnar.js';
import { decimalText, plainText, singleText } from './figure.js';
import { dayText, momentText } from './moment.js';
import { loadCompressors } from './compressors.js';
import { reasonOf } from './reading-fault.js';
import { damaged, type FileOptions } from './source.js';

/**
 * Reads a Parquet file: decimals and whole numbers of 64 bits exactly. A nested column, or one of another type without a text,
 * costs that column alone. Throws `ABORTED`.
 */
export async function readParquet(bytes: Uint8Array, options: FileOptions): Promise<ReadTable> {
  const { name, contract, signal } = options;
  const { parquetMetadata, parquetScan } = await import('hyparquet');
  try {
    const { buffer } = new Uint8Array(bytes);
    const metadata = parquetMetadata(buffer, { geoparquet: false });
    const elements = topLevel(metadata.schema).filter((element) => !isIgnored(element.name, contract));
    const readable = elements.filter(printerOf);
    const codecs = codecsOf(metadata, new Set(readable.map((element) => element.name)));
    const compressors = await loadCompressors(codecs);
    const unread = codecs.find((codec) => !plain.includes(codec) && !(codec in compressors));
    if (unread !== undefined) return { problems: [unknownCodec(name, unread)] };
    const scan = await parquetScan({
      file: { byteLength: buffer.byteLength, slice: (start, end) => buffer.slice(start, end) },
      metadata: { ...metadata, schema: metadata.schema.map(withoutMeaning) },
      columns: readable.map((element) => element.name),
      parsers: { timestampFromNanoseconds: (ticks: bigint) => ticks },
      utf8: false,
      compressors,
    });
    const rowCount = Number(metadata.num_rows);
    const pace = keepPace(signal);
    const columns: TypedColumn[] = [];
    for (const element of elements) {
      const print = printerOf(element);
      const cells: (string | null)[] = [];
      const broken: number[] = [];
      if (!print) {
        columns.push({ name: element.name, cells, problem: unreadable(name, element) });
        continue;
      }
      for (const range of scan.ranges) {
        const values = await scan.readColumn({ column: element.name, ...range });
        for (const value of values as Iterable<unknown>) {
          const text = value === null || value === undefined ? null : print(value) || null;
          if (text !== null && isBroken(text)) broken.push(cells.length);
          cells.push(text);
          const turn = pace.next();
          if (turn) await turn;
        }
        await nextTurn(signal);
      }
      if (cells.length !== rowCount)
        return {
          problems: [damaged(name, say`The column ${element.name} of this Parquet file is cut off.`)],
        };
      columns.push({ name: element.name, cells, broken });
    }
    const notes = readable.filter(isZoneless).map((element) => zonelessNote(name, element.name));
    return columnarTable(columns, rowCount, { ...options, notes });
  } catch (error) {
    if (error instanceof MetricsError) throw error;
    return { problems: [damaged(name, say`This Parquet file cannot be read (${reasonOf(error)}).`)] };
  }
}

function unreadable(file: string, element: SchemaElement): Problem {
  const { logical_type: logical, converted_type: converted = '' } = element;
  const isMoment = logical?.type === 'TIMESTAMP' || (!logical && converted.startsWith('TIMESTAMP'));
  if (!isMoment) return unsupportedType(file, element.name, { type: typeName(element) });
  const type = say`TIMESTAMP adjusted to UTC`;
  return unsupportedType(file, element.name, { type, remedy: withoutZone });
}

function isZoneless({ type }: SchemaElement): boolean {
  return type === 'INT96';
}

/** Some programs write local times in this type, and some write those of UTC. */
function zonelessNote(file: string, column: string): Problem {
  return problem({
    code: 'zoneless-time',
    where: `${file}:${column}`,
    message: say`The times of the column ${column} are of type INT96, without a time zone. They were read unchanged.`,
    remedy: say`Check that the days are right, and write them as dates.`,
  });
}

/** The columns of a schema, which lists its tree from the root; a nested one without its content. */
function topLevel(schema: readonly SchemaElement[]): readonly SchemaElement[] {
  const columns: SchemaElement[] = [];
  for (let i = 1; i < schema.length; i += sizeOf(schema, i)) columns.push(schema[i]!);
  return columns;
}

function sizeOf(schema: readonly SchemaElement[], at: number): number {
  let size = 1;
  for (let left = schema[at]!.num_children ?? 0; left > 0; left--) size += sizeOf(schema, at + size);
  return size;
}

/** The library would make doubles of decimals and moments of the world of days: it must give the stored values. */
function withoutMeaning(element: SchemaElement): SchemaElement {
  const stored = { ...element };
  delete stored.converted_type;
  delete stored.logical_type;
  return stored;
}

type Print = (value: unknown) => string;

const perSecond = { MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n } as const;

function printerOf({
  type,
  converted_type: converted,
  logical_type: logical,
  ...rest
}: SchemaElement): Print | undefined {
  if ((rest.num_children ?? 0) > 0 || rest.repetition_type === 'REPEATED') return undefined;
  if (logical?.type === 'DECIMAL' || converted === 'DECIMAL')
    return (value) => decimalText(wholeOf(value), rest.scale ?? 0);
  if (logical?.type === 'TIMESTAMP') {
    // Which day is a moment of the world? That depends on where one stands.
    return logical.isAdjustedToUTC
      ? undefined
      : (ticks) => momentText(wholeOf(ticks), perSecond[logical.unit]);
  }
  if (logical?.type === 'DATE' || converted === 'DATE') return (days) => dayText(days as number);
  if (logical?.type === 'STRING' || logical?.type === 'ENUM' || converted === 'UTF8' || converted === 'ENUM')
    return decode;
  const unsigned =
    /^UINT_(8|16|32|64)$/.exec(converted ?? '')?.[1] ??
    (logical?.type === 'INTEGER' && !logical.isSigned ? String(logical.bitWidth) : undefined);
  if (unsigned !== undefined)
    return (value) => String(BigInt.asUintN(type === 'INT64' ? 64 : 32, wholeOf(value)));
  if ((logical && logical.type !== 'INTEGER') || (converted && !converted.startsWith('INT_')))
    return undefined;
  switch (type) {
    case 'BOOLEAN':
    case 'INT32':
    case 'INT64':
      return String;
    case 'INT96':
      return (ticks) => momentText(ticks as bigint, perSecond.NANOS);
    case 'FLOAT':
      return (value) => singleText(value as number);
    case 'DOUBLE':
      return (value) => plainText(value as number);
    case 'BYTE_ARRAY':
      return decode;
    default:
      return undefined;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const decode: Print = (bytes) => utf8.decode(bytes as Uint8Array);

/** A whole number: as such, or in bytes of two's complement, the highest first. */
function wholeOf(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
  const sum = value.reduce((before, byte) => (before << 8n) | BigInt(byte), 0n);
  return BigInt.asIntN(8 * value.length, sum);
}

function typeName({
  type,
  converted_type: converted,
  logical_type: logical,
}: Partial<SchemaElement>): string {
  return logical?.type ?? converted ?? type ?? 'group';
}

/** Codecs that the library reads by itself. */
const plain: readonly CompressionCodec[] = ['UNCOMPRESSED', 'SNAPPY'];

function codecsOf({ row_groups }: FileMetaData, names: ReadonlySet<string>): readonly CompressionCodec[] {
  const columns = row_groups
    .flatMap((group) => group.columns)
    .filter(({ meta_data }) => names.has(meta_data?.path_in_schema[0] ?? ''));
  return [...new Set(columns.flatMap(({ meta_data }) => (meta_data ? [meta_data.codec] : [])))];
}

function unknownCodec(where: string, codec: string): Problem {
  const message = say`The columns of this Parquet file are compressed with ${codec}, which cannot be read here.`;
  return problem({
    code: 'compressed-file',
    where,
    message,
    remedy: say`Write it with SNAPPY, GZIP or ZSTD.`,
  });
}
