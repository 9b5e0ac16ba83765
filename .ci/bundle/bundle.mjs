// One zip for sites without npm: the browser files of one version, their digests, a start page in Chinese and English, and
// settings for servers. npm run bundle writes build/zj-<version>.zip.
import { Buffer } from 'node:buffer';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { detailOf } from '../../packages/widgets/dist/goal-gauge/detail/book.js';
import { chartWords } from '../../packages/widgets/dist/chart/book.js';
import { sourceWords } from '../../packages/widgets/dist/source/book.js';
import { gaugeFace } from '../../packages/widgets/dist/goal-gauge/book.js';
import { integrityOf, readFiles } from './files.mjs';
import { escape, fill, formatSize, joinLines } from './page.mjs';
import { readSample } from './sample.mjs';
import { aloneTag, goalTag, headLines, moduleLine, verifyScript } from './snippets.mjs';
import { filesTable, headersTable, messagesTable, partsTable, silencesTable } from './tables.mjs';
import { policies, words } from './words.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = fileURLToPath(new URL('.', import.meta.url));
const settings = ['conf/nginx.conf', 'conf/zj.htaccess', 'conf/release.htaccess'];
const pages = { 'zh-CN': 'start.html', en: 'start.en.html' };

/** The sentence of zj.js for a part that it cannot load, with an ellipsis for each of its values. */
function readPartSentence() {
  const [, sentence] = /const message = `(zj\.js cannot load [^`]+)`/.exec(
    readFileSync(join(root, 'packages/widgets/src/zj.ts'), 'utf8'),
  );
  return sentence.replace('${foreign}', '').replace(/\$\{.*?\}+/g, '…');
}

/** The zip's folder, and its files by their paths inside, in the order in which they stand there. */
export function makeBundle() {
  const { version } = JSON.parse(readFileSync(join(root, 'packages/widgets/package.json'), 'utf8'));
  const folder = `zj-${version}`;
  const files = readFiles(root);
  for (const name of ['start.css', 'start.js']) files.set(name, readFileSync(join(source, name)));
  const values = { version, folder, 'page-policy': policies.page, 'worker-policy': policies.worker };
  for (const name of settings) {
    files.set(name, Buffer.from(fill(readFileSync(join(source, name), 'utf8'), values)));
  }
  const digested = [...files.keys()].sort().filter((name) => /\.(js|css|wasm)$/.test(name));
  const digests = Object.fromEntries(digested.map((name) => [name, integrityOf(files.get(name))]));
  files.set('integrity.json', Buffer.from(`${JSON.stringify({ version, files: digests }, null, 2)}\n`));

  const sizes = Object.fromEntries([...files].map(([name, { length }]) => [name, length]));
  const sample = readSample(root);
  for (const [language, name] of Object.entries(pages)) {
    const template = joinLines(readFileSync(join(source, name), 'utf8'));
    files.set(
      name,
      Buffer.from(
        fill(template, { ...values, ...pageValues(language, { folder, sizes, digests, sample, values }) }),
      ),
    );
  }
  return { folder, files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** What a start page is filled with, as HTML. */
function pageValues(language, { folder, sizes, digests, sample, values }) {
  const told = words[language];
  const locale = language === 'en' ? 'en' : 'zh-CN';
  const face = gaugeFace(locale);
  const said = { face, detail: detailOf(locale), source: sourceWords(locale), chart: chartWords(locale) };
  const sum = (pattern) =>
    formatSize(Object.keys(sizes).reduce((total, name) => total + (pattern.test(name) ? sizes[name] : 0), 0));
  const alone = { lang: language, text: told.text, demo: told.demo };
  const text = `${sample.clause.quote[told.text]}${told.stop}`;
  const note = `\n  <p slot="note">${told.demoNote}</p>`;
  const notices = Object.keys(sizes).filter((name) => name.includes('THIRD-PARTY'));
  return {
    sample: aloneTag(sample, { ...alone, inside: text + note }),
    head: escape(headLines(folder, digests)),
    module: escape(moduleLine(folder, digests)),
    tag: escape(goalTag(sample, { lang: language, text: told.text, stop: told.stop })),
    alone: escape(aloneTag(sample, { ...alone, inside: text })),
    verify: escape(verifyScript(folder, told)),
    'ask-goals': escape(face.unknown('goal', '?', ['pct-applications', '…'])),
    'page-policy': escape(policies.page),
    'worker-policy': escape(policies.worker),
    'metrics-size': sum(/^metrics\//),
    'engine-size': sum(/^metrics\/engine\//),
    notices: notices
      .map((name) => `${told.and}<a href="${name}">${told.notices[name.replace(/[^/]*$/, '')]}</a>`)
      .join(''),
    parts: partsTable(sizes, told),
    silences: silencesTable(language, told, values),
    messages: messagesTable({ ...said, part: readPartSentence() }, told, values),
    headers: headersTable(told),
    files: filesTable(sizes, digests, told),
  };
}

/**
 * The bytes of the zip: the same from the same files, whatever the day, the time zone and the version of Node. A zip has no
 * time zone, so its time is given in that of this machine.
 */
export function zipOf({ folder, files }) {
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries([...files].map(([name, bytes]) => [`${folder}/${name}`, bytes])), {
    mtime,
    level: 6,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bundle = makeBundle();
  const bytes = zipOf(bundle);
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(join(root, 'build', `${bundle.folder}.zip`), bytes);
  console.log(
    `build/${bundle.folder}.zip: ${bundle.files.size} files, ${formatSize(bytes.length)}, ${integrityOf(bytes)}`,
  );
}
