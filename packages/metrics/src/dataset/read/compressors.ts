// The parts of that package are without types.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./hyparquet-compressors.d.ts" />
import type { CompressionCodec, Compressors } from 'hyparquet';

/**
 * The decompressors of these, and nothing else. SNAPPY the reader of Parquet undoes by itself: the package of all others
 * compiles WebAssembly for it, which a strict page refuses.
 */
export async function loadCompressors(codecs: readonly CompressionCodec[]): Promise<Compressors> {
  const compressors: Compressors = {};
  for (const codec of codecs) {
    if (codec === 'GZIP') {
      const { gunzip } = await import('hyparquet-compressors/src/gzip.js');
      compressors.GZIP = (input, length) => gunzip(input, new Uint8Array(length));
    } else if (codec === 'BROTLI') {
      const { decompressBrotli } = await import('hyparquet-compressors/src/brotli.js');
      compressors.BROTLI = decompressBrotli;
    } else if (codec === 'LZ4' || codec === 'LZ4_RAW') {
      const { decompressLz4, decompressLz4Raw } = await import('hyparquet-compressors/src/lz4.js');
      compressors[codec] = codec === 'LZ4' ? decompressLz4 : decompressLz4Raw;
    } else if (codec === 'ZSTD') {
      const { decompress } = await import('fzstd');
      compressors.ZSTD = (input, length) => decompress(input, new Uint8Array(length));
    }
  }
  return compressors;
}
