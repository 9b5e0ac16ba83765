import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Verdicts } from '@zj/metrics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goalTag } from '../../packages/cli/src/goals/tag.js';
import { openTerminal } from '../../packages/cli/src/terminal.js';
import { main } from '../../packages/cli/src/main.js';
import { openFolder, run, writeSource } from './source.js';

let folder = '';
let release = '';
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await openFolder());
  release = join(folder, 'release');
  const source = await writeSource(join(folder, 'source'));
  expect((await run('publish', source, '--out', release)).problems).toEqual([]);
});
afterAll(() => remove());

async function readVerdicts(): Promise<Verdicts> {
  return JSON.parse(await readFile(join(release, 'verdicts.json'), 'utf8')) as Verdicts;
}

let files = 0;
/** Writes a file of its own, with this text or JSON. */
async function write(content: unknown): Promise<string> {
  const path = join(folder, `file${++files}.json`);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** The release with one goal withheld, whose texts would steer a terminal. */
async function writeWithheld(): Promise<string> {
  const verdicts = await readVerdicts();
  const [first, ...rest] = verdicts.verdicts;
  const name = { zh: '营业\u202e收入\n\u001b[31m', en: 'Revenue' };
  const reason = { zh: '参与者太少', en: 'Too few contributors' };
  return write({ ...verdicts, verdicts: rest, withheld: [{ goal: first!.goal, name, reason }] });
}

/** Runs something beside a server on this machine. */
async function beside(listener: RequestListener, work: (address: string) => Promise<void>): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const serveRelease: RequestListener = (request, response) => {
  const name = /^\/data\/(verdicts|manifest)\.json$/.exec(request.url!)?.[1];
  if (!name) return void response.writeHead(404).end();
  void readFile(join(release, `${name}.json`)).then((bytes) => response.end(bytes));
};

describe('zj goals', () => {
  test('lists every goal with its id and both names, and the tag to paste below', async () => {
    const { code, printed, problems } = await run('goals', release);
    expect([code, problems]).toEqual([0, []]);
    const { verdicts, plan } = await readVerdicts();
    expect(printed).toContain(plan.title.zh);
    expect(printed).toContain('(示例数据, demo data)');
    for (const { goal, name, clause } of verdicts) {
      const line = printed.split('\n').find((one) => one.startsWith(`  ${goal} `))!;
      expect(line.replace(/ {2,}/g, ' ')).toBe(` ${goal} published ${name.zh} / ${name.en}`);
      expect(printed).toContain(
        `<zj-goal-gauge src="/release/verdicts.json" goal="${goal}" lang="zh-CN">\n  ${clause.quote.zh}\n</zj-goal-gauge>`,
      );
    }
  });

  test('is the same by the folder, its verdicts.json and its manifest.json', async () => {
    const { printed } = await run('goals', release);
    for (const file of ['verdicts.json', 'manifest.json']) {
      expect((await run('goals', join(release, file))).printed).toBe(printed);
    }
  });

  test('is the same by an address, whose path is what the tags name', async () => {
    const here = await run('goals', release, '--src', '/data/verdicts.json');
    await beside(serveRelease, async (address) => {
      for (const path of ['/data', '/data/', '/data/verdicts.json', '/data/manifest.json']) {
        expect(await run('goals', address + path)).toMatchObject({ code: 0, printed: here.printed });
      }
    });
  });

  test('a goal that is withheld stands there with its reason and its tag, and nothing steers the terminal', async () => {
    let written = '';
    const output = { write: (text: string) => (written += text) };
    const code = await main(
      ['goals', await writeWithheld()],
      openTerminal({ stdout: output, stderr: output }),
    );
    expect(code).toBe(0);
    expect(written).toMatch(/^ {2}leading-industries-revenue +withheld +营业收入 \[31m \/ Revenue$/m);
    expect(written).toContain('leading-industries-revenue is withheld: 参与者太少 / Too few contributors\n');
    expect(written).toContain('goal="leading-industries-revenue"');
    // eslint-disable-next-line no-control-regex
    expect(written).not.toMatch(/[\u001b\u202e]/);
  });

  test('--json gives the same to programs, and --page-lang the texts of the tag', async () => {
    const { printed } = await run('goals', await writeWithheld(), '--json', '--page-lang', 'en');
    const { goals, plan, asOf } = JSON.parse(printed) as {
      readonly plan: Verdicts['plan'];
      readonly asOf: string;
      readonly goals: readonly { readonly goal: string; readonly tag: string; readonly status?: string }[];
    };
    const verdicts = await readVerdicts();
    expect([plan, asOf]).toEqual([verdicts.plan, verdicts.asOf]);
    expect(goals.map(({ goal }) => goal).sort()).toEqual(verdicts.verdicts.map(({ goal }) => goal).sort());
    expect(goals.at(-1)).toMatchObject({ withheld: { en: 'Too few contributors' } });
    expect(goals.at(-1)).not.toHaveProperty('status');
    expect(goals[0]!.tag).toContain('lang="en"');
    expect(goals[0]!.tag).toContain(verdicts.verdicts[1]!.clause.quote.en);
  });

  test('whatever a text holds, the tag is HTML that shows it', () => {
    const name = { zh: '"><script>a</script>&', en: '' };
    const tag = goalTag({ goal: 'a', name, reason: name }, { src: '/a"&b', lang: 'zh' });
    expect(tag).toBe(
      '<zj-goal-gauge src="/a&#34;&#38;b" goal="a" lang="zh">\n  &#34;&#62;&#60;script&#62;a&#60;/script&#62;&#38;\n</zj-goal-gauge>',
    );
  });
});

describe('zj goals of what is no release', () => {
  test('a call that makes no sense tells all that is wrong with it', async () => {
    expect(await run('goals', '--page-lang', '中文')).toMatchObject({
      code: 2,
      told: [
        'RELEASE: No release is named. Write zj goals RELEASE, such as zj goals build/park.',
        '--page-lang: "中文" is not a language. Write zh-CN or en.',
      ],
    });
    expect((await run('goals', 'a', 'b')).told[0]).toContain('One release is expected, but 2 are named.');
  });

  test('no such folder, a folder without verdicts, and a file of something else are told apart', async () => {
    await mkdir(join(folder, 'empty'), { recursive: true });
    const told = async (given: string): Promise<unknown> => {
      const { code, problems, printed } = await run('goals', given);
      expect([code, printed]).toEqual([1, '']);
      return problems.map(({ where, message }) => `${where}: ${message}`);
    };
    const nowhere = join(folder, 'nowhere');
    expect(await told(nowhere)).toEqual([`${nowhere}: There is no such file or folder.`]);
    const empty = join(folder, 'empty');
    expect(await told(empty)).toEqual([
      `${empty}: This folder contains no verdicts.json, so it is not a release.`,
    ]);
    const other = await write({ version: 1, goals: [] });
    expect(await told(other)).toEqual([
      `${other}: This is JSON, but neither the verdicts nor the manifest of a release.`,
    ]);
    const list = await write([]);
    expect(await told(list)).toEqual([expect.stringContaining('neither the verdicts nor the manifest')]);
    const page = await write('<!doctype html><title>404</title>');
    expect(await told(page)).toEqual([`${page}: This is a web page, not a file of a release.`]);
    const database = await write('DUCK\u0000');
    expect(await told(database)).toEqual([
      `${database}: This is not JSON, so it is neither the verdicts nor the manifest of a release.`,
    ]);
    const torn = await write('{"verdicts": [');
    expect(await told(torn)).toEqual([expect.stringMatching(/file\d+\.json:1:15: /)]);
  });

  test('a form that is newer than zj is told as such, and once', async () => {
    const newer = await write({ ...(await readVerdicts()), version: 2, verdicts: { by: 'goal' } });
    expect((await run('goals', newer)).told).toEqual([
      `${newer}: Its format is version 2, which is newer than this zj. Use the zj that published it, or a newer one.`,
    ]);
  });

  test('all that the schema refuses is told at once, with line and column', async () => {
    const verdicts = await readVerdicts();
    const [first, ...rest] = verdicts.verdicts;
    const text = JSON.stringify({ ...verdicts, asOf: 'today', verdicts: [{ ...first, unit: 7 }, ...rest] });
    const { code, problems } = await run('goals', await write(text));
    expect(code).toBe(1);
    expect(problems.map(({ where }) => where.replace(/^.*\.json/, ''))).toEqual([
      expect.stringMatching(/^:1:\d+ \$\.asOf$/),
      expect.stringMatching(/^:1:\d+ \$\.verdicts\[0\]\.unit$/),
    ]);
  });

  test('verdicts that are not those of the manifest are refused', async () => {
    const mixed = join(folder, 'mixed');
    await cp(release, mixed, { recursive: true });
    const path = join(mixed, 'verdicts.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('2026', '2025'));
    expect((await run('goals', join(mixed, 'manifest.json'))).told).toEqual([
      expect.stringMatching(/verdicts\.json: This is not the file that .*manifest\.json describes/),
    ]);
  });

  test('a server that has none, answers with a page, or is not there is told by its address', async () => {
    const page: RequestListener = (_, response) => void response.end('<html>Log in</html>');
    await beside(page, async (address) => {
      expect((await run('goals', address)).told).toEqual([
        expect.stringContaining(`${address}/verdicts.json: This is a web page`),
      ]);
    });
    let closed = '';
    await beside(serveRelease, async (address) => {
      closed = address;
      expect((await run('goals', `${address}/elsewhere`)).told).toEqual([
        expect.stringContaining(`${address}/elsewhere/verdicts.json: The server answers with HTTP 404.`),
      ]);
    });
    expect((await run('goals', closed)).told).toEqual([
      expect.stringContaining(`${closed}/verdicts.json: It cannot be read: ECONNREFUSED.`),
    ]);
    expect((await run('goals', 'https://')).told).toEqual([
      expect.stringContaining('"https://" is not an address.'),
    ]);
  });
});
