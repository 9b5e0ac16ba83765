// Writes how large the gauge's built files are, in bytes of brotli, into the list that the build holds them to.
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const list = 'packages/widgets/sizes.json';
const sizes = JSON.parse(readFileSync(list, 'utf8'));
for (const [name, size] of Object.entries(sizes)) {
  size.written = brotliCompressSync(readFileSync(`packages/widgets/dist/${name}`)).length;
  console.log(`${name}: ${size.written} bytes of brotli`);
}
writeFileSync(list, `${JSON.stringify(sizes, null, 2)}\n`);
