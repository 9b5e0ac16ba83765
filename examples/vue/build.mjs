// Builds both pages: node examples/vue/build.mjs --release build/public-record --out build/vue
// The server's part is run once here; a site with a server runs `render` at each request.
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const options = {
  release: { type: 'string', default: 'build/public-record' },
  out: { type: 'string', default: 'build/vue' },
};
const { values } = parseArgs({ options });
const root = import.meta.dirname;
const out = resolve(values.out);
const shared = { root, logLevel: 'warn' };

await build({
  ...shared,
  build: {
    outDir: out,
    emptyOutDir: true,
    rollupOptions: { input: [join(root, 'index.html'), join(root, 'hydrated.html')] },
  },
});
const server = `${out}-server`;
await build({ ...shared, build: { ssr: 'src/server.js', outDir: server, emptyOutDir: true } });
const { render } = await import(pathToFileURL(join(server, 'server.js')));

const { verdicts } = JSON.parse(await readFile(join(values.release, 'verdicts.json'), 'utf8'));
const verdict = verdicts.find(({ goal }) => goal === 'shanghai-unicorns-2027');
const [template, content] = [await readFile(join(out, 'hydrated.html'), 'utf8'), await render(verdict)];
const page = template
  .replace('<!--page-->', () => content)
  .replace('<!--verdict-->', () => JSON.stringify(verdict).replaceAll('<', '\\u003c'));
await writeFile(join(out, 'hydrated.html'), page);
