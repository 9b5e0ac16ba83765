import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBundle, zipOf } from '../../.ci/bundle/bundle.mjs';
import { messages } from '../../.ci/bundle/messages.mjs';
import { escape } from '../../.ci/bundle/page.mjs';
import { policies } from '../../.ci/bundle/words.mjs';
import { detailOf } from '../../packages/widgets/src/goal-gauge/detail/book.js';
import { chartWords } from '../../packages/widgets/src/chart/book.js';
import { sourceWords } from '../../packages/widgets/src/source/book.js';
import { gaugeFace } from '../../packages/widgets/src/goal-gauge/book.js';
import { floor } from '../floor/floor.js';

const root = join(import.meta.dirname, '../..');
const { folder, files } = makeBundle();
const read = (name: string): string => Buffer.from(files.get(name) ?? []).toString('utf8');
const pages = ['start.html', 'start.en.html'];

describe('the zip', () => {
  const zone = process.env.TZ;
  let first: Uint8Array;
  beforeAll(() => {
    first = zipOf({ folder, files });
  }, 120_000);
  afterAll(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test('has the same bytes whenever and wherever it is made', { timeout: 120_000 }, () => {
    process.env.TZ = 'Asia/Shanghai';
    const again = makeBundle();
    const second = zipOf(again);
    expect(createHash('sha256').update(second).digest('hex')).toBe(
      createHash('sha256').update(first).digest('hex'),
    );
  });

  test('unpacks into one folder of the version, with every file as it was built', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'packages/widgets/package.json'), 'utf8')) as {
      version: string;
    };
    const unpacked = unzipSync(first);
    const names = Object.keys(unpacked);
    expect(names.every((name) => name.startsWith(`zj-${version}/`))).toBe(true);
    const built = (path: string, at: string): void => {
      for (const name of readdirSync(join(root, path)).filter((one) => /^zj.*\.(js|css)$/.test(one))) {
        const bytes = unpacked[`zj-${version}/${at}${name}`]!;
        expect(Buffer.compare(bytes, readFileSync(join(root, path, name))), name).toBe(0);
      }
    };
    built('packages/widgets/dist', '');
    built('packages/metrics/dist/browser', 'metrics/');
    built('packages/metrics/dist/browser/engine', 'metrics/engine/');
    // A site without 核验 leaves the folder out: nothing of the engine stands beside the gauge.
    expect(names.filter((name) => /duckdb|engine|zj-metrics/.test(name))).toEqual(
      names.filter((name) => /metrics\/(engine\/|zj-metrics)/.test(name)),
    );
  });

  test('tells the SHA-384 of every file that a page may load', () => {
    const { files: told } = JSON.parse(read('integrity.json')) as { files: Record<string, string> };
    const loaded = [...files.keys()].filter((name) => /\.(js|css|wasm)$/.test(name));
    expect(Object.keys(told)).toEqual(loaded.sort());
    for (const [name, digest] of Object.entries(told)) {
      expect(digest, name).toBe(`sha384-${createHash('sha384').update(files.get(name)!).digest('base64')}`);
    }
  });
});

describe.each(pages)('%s', (page) => {
  const html = read(page);

  test('has the digests of the very files in what it lets a reader copy', () => {
    const { files: told } = JSON.parse(read('integrity.json')) as { files: Record<string, string> };
    const pinned = [...html.matchAll(/\/(zj-[\d.]+)\/([\w.-]+)&#34; integrity=&#34;([^&]+)&#34;/g)];
    expect(pinned.map(([, , name]) => name)).toEqual(['zj.css', 'zj-goal-gauge.js', 'zj.js']);
    for (const [, at, name, digest] of pinned) {
      expect(at).toBe(folder);
      expect(digest).toBe(told[name!]);
    }
  });

  test('leaves nothing to fill in, and links to nothing that is missing', () => {
    expect(html).not.toContain('{{');
    expect(html).not.toMatch(/undefined|NaN|\[object/);
    const links = [...html.matchAll(/ (?:href|src)="([^"…]+)"/g)].map(([, to]) => to!);
    const local = links.filter((to) => !to.startsWith('/'));
    expect(local.length).toBeGreaterThan(15);
    for (const to of local) {
      if (to.startsWith('#')) expect(html).toContain(`id="${to.slice(1)}"`);
      else expect([...files.keys()], to).toContain(to);
    }
  });

  test('has a space between a Chinese word and a Latin one or a figure, and each licence once', () => {
    // Code, and the wording of the plan, have their own.
    const shown = html.replace(/<(pre|code|q|zj-goal-gauge)\b[^]*?<\/\1>/g, '').replace(/<[^>]+>/g, '\n');
    expect(shown.match(/[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/g)).toBeNull();
    const texts = [...html.matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(([, text]) => text!);
    const licences = texts.filter((text) => /第三方|licence|^of the /.test(text));
    expect(licences).toHaveLength(3);
    expect(new Set(licences).size).toBe(3);
  });

  test('names the browsers of the floor, and the policies as they are', () => {
    expect(html).toContain(`Chromium ${floor.chrome}`);
    expect(html).toContain(`Firefox ${floor.firefox}`);
    expect(html).toContain(`Safari ${floor.safari}`);
    for (const policy of Object.values(policies)) expect(html).toContain(escape(policy));
    expect(readFileSync(join(root, 'stories/docs/embedding.mdx'), 'utf8')).toContain(policies.page);
  });
});

/** Words of a gauge that tell nothing wrong: a new one is either here, or in the table of messages. */
const plainWords =
  'text scales space number limit margin keptOf period breaches provisionalBriefly used averaged nature target progress schedule due source demo demoBriefly why whyBriefly provisional retry comma level share day through apart ofTarget forecast chance states near more readAloud stopReading'.split(
    ' ',
  );

test('the table of symptoms quotes the gauge, and numbers its steps from 1', () => {
  for (const [page, face] of [
    ['start.html', gaugeFace('zh-CN')],
    ['start.en.html', gaugeFace('en')],
  ] as const) {
    const html = read(page);
    const [table] = /<table class="silences">[^]*?<\/table>/.exec(html)!;
    expect(table).toContain(`“${face.loading}”`);
    expect(table).toContain(`“${face.target}”`);
    expect(/<ol>[^]*?<\/ol>/.exec(table)![0].match(/<li>/g)!.length).toBeGreaterThan(5);
    expect(table).toContain(`${folder}-2`);
    expect(html).not.toMatch(/[⓪①-⑨]/);
  }
});

describe('the settings for Apache', () => {
  test.each(['conf/zj.htaccess', 'conf/release.htaccess'])('%s names no path of the site', (name) => {
    const statements = read(name).replace(/^\s*#.*$/gm, '');
    expect(statements).not.toMatch(/<Location|<Directory|\/zj|\/release/);
    expect(statements.match(/<IfModule/g)!.length).toBe(statements.match(/<\/IfModule/g)!.length);
  });

  test('knows the type of every file in the zip', () => {
    const endings = new Set([...files.keys()].map((name) => `.${name.split('.').at(-1)!}`));
    const types = read('conf/zj.htaccess')
      .match(/^AddType .*$/gm)!
      .join(' ')
      .split(' ');
    expect([...endings].filter((ending) => !types.includes(ending))).toEqual([]);
  });
});

describe('the table of messages', () => {
  /** What the table asks a locale file for. */
  const asked = new Set<string>();
  const record = <Words extends object>(words: Words): Words =>
    new Proxy(words, {
      get(of, key) {
        asked.add(String(key));
        return Reflect.get(of, key) as unknown;
      },
    });
  const wordsIn = (locale: string) => ({
    face: gaugeFace(locale),
    detail: detailOf(locale),
    source: sourceWords(locale),
    chart: chartWords(locale),
    part: 'zj.js cannot load',
  });
  for (const { says } of messages)
    says({ ...wordsIn('zh-CN'), face: record(gaugeFace('zh-CN')), detail: record(detailOf('zh-CN')) });

  test('has every word of a gauge that is none of its plain ones', () => {
    const other = Object.keys(gaugeFace('zh-CN')).filter((key) => !plainWords.includes(key));
    expect(other.filter((key) => !asked.has(key))).toEqual([]);
    expect(plainWords.filter((key) => asked.has(key))).toEqual([]);
  });

  test('has whatever the sources hand on as a failure or a remark', () => {
    const folder = join(root, 'packages/widgets/src');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/locale|(book|words|en|zh-CN)\.ts$/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
    const handed = sources.flatMap((text) =>
      [...text.matchAll(/\(face\) =>\s*\{?[^;]*?face\.(\w+)/g)].map(([, key]) => key!),
    );
    expect(handed.length).toBeGreaterThan(6);
    // Which language it is, is no message.
    expect(handed.filter((key) => !asked.has(key) && key !== 'text')).toEqual([]);
  });

  test('has every code of a failure, and the sentence of zj.js as it stands there', () => {
    const failure = readFileSync(join(root, 'packages/widgets/src/element/failure.ts'), 'utf8');
    const codes = [.../type FailureCode = ([^;]+);/.exec(failure)![1]!.matchAll(/'(\w+)'/g)].map(
      ([, one]) => one,
    );
    expect(codes.length).toBeGreaterThan(4);
    expect([...new Set(messages.map(({ code }) => code).filter(Boolean))].sort()).toEqual(codes.sort());
    expect(read('start.html')).toMatch(
      /<q>zj\.js cannot load … \(….*data-zj-base on &#60;html&#62; where they are\.<\/q>/,
    );
  });

  test('stands on both pages in the words that a gauge says', () => {
    for (const [page, locale] of [
      ['start.html', 'zh-CN'],
      ['start.en.html', 'en'],
    ] as const) {
      for (const { says } of messages) {
        const sentence = says(wordsIn(locale)).replace('{{folder}}', folder);
        expect(read(page)).toContain(`<q>${escape(sentence)}`);
      }
    }
  });
});
