// Writes how large the gauge's built files are, in bytes of brotli, into the list that the build holds them to.
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const list = 'packages/widgets/sizes.json';
const sizes = JSON.parse(readFileSync(list, 'utf8'));
for (const name of Object.keys(sizes)) {
  sizes[name] = brotliCompressSync(readFileSync(`packages/widgets/dist/${name}`)).length;
  console.log(`${name}: ${sizes[name]} bytes of brotli`);
}
writeFileSync(list, `${JSON.stringify(sizes, null, 2)}\n`);
