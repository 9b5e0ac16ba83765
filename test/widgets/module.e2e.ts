import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { version } from '../../packages/widgets/package.json';
import { buildModule } from './build.js';
import { openHost, tag, type Host, type Visit } from './host.js';

let host: Host;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  [host, files] = await Promise.all([openHost(), buildModule()]);
});
afterAll(() => host.close());

/** Serves the module's files from a folder, a script of another host with its word that others may read it. */
function serve(folder: string): void {
  for (const [name, body] of files) host.answers.set(`${folder}${name}`, () => Promise.resolve({ body }));
}

/** A page with the module, and no classic script. */
function pageWith(body: string, { html = '', script = '/zj/zj.js' } = {}): string {
  return `<!doctype html><html lang="en" ${html}><head><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><script type="module" src="${script}"></script></head><body>${body}</body></html>`;
}

/** Waits until a tag's figures are there. */
async function shown({ page }: Visit): Promise<string> {
  await page.waitForSelector('zj-goal-gauge[status]');
  return page.$eval('zj-goal-gauge', (gauge) => gauge.shadowRoot!.querySelector('[part=value]')!.textContent);
}

describe('zj.js', () => {
  test('defines the elements whose tags stand in the document, under the strict policy, and asks for no other file', async () => {
    serve('/zj/');
    const visit = await host.visit(pageWith(tag('pct-applications')));
    expect(await shown(visit)).toBe('71.0%');
    expect(host.asked).toEqual([
      '/',
      '/zj/zj.js',
      '/zj/zj-element-goal-gauge.js',
      '/zj/zj-core.js',
      '/zj/zj-gauge.js',
      '/verdicts.json',
    ]);
    await visit.page.locator('summary').click();
    await visit.page.locator('table').first().waitFor();
    expect(host.asked.slice(6)).toEqual(['/zj/zj-element-goal-gauge-detail.js']);
    expect(visit.complaints).toEqual([]);
  });

  test('asks for nothing while no tag occurs, and defines one that comes later', async () => {
    serve('/zj/');
    const visit = await host.visit(pageWith('<main></main>'), { bypassCSP: true });
    await visit.page.waitForLoadState('networkidle');
    expect(host.asked).toEqual(['/', '/zj/zj.js']);
    await visit.page.$eval('main', (main, markup) => (main.innerHTML = markup), tag('pct-applications'));
    expect(await shown(visit)).toBe('71.0%');
  });

  test('gives a page what defines an element in a shadow root', async () => {
    serve('/zj/');
    const visit = await host.visit(pageWith('<main></main>'), { bypassCSP: true });
    await visit.page.evaluate((markup) => {
      document.querySelector('main')!.attachShadow({ mode: 'open' }).innerHTML = markup;
    }, tag('pct-applications'));
    const content = "import { load } from '/zj/zj.js'; await load('goal-gauge');";
    await visit.page.addScriptTag({ type: 'module', content });
    await visit.page.locator('zj-goal-gauge[status]').waitFor();
    const text = await visit.page.locator('[part=value]').textContent();
    expect(text).toBe('71.0%');
  });

  test('finds its files where <html> says that they are', async () => {
    serve('/parts/');
    host.answers.set('/only/zj.js', () => Promise.resolve({ body: files.get('zj.js')! }));
    const visit = await host.visit(
      pageWith(tag('pct-applications'), { html: 'data-zj-base="/parts"', script: '/only/zj.js' }),
    );
    expect(await shown(visit)).toBe('71.0%');
    expect(host.asked).toContain('/parts/zj-core.js');
  });

  test('tells a file that cannot be loaded with its full address; what stands inside the tag stays', async () => {
    host.answers.set('/alone/zj.js', () => Promise.resolve({ body: files.get('zj.js')! }));
    const visit = await host.visit(
      pageWith(tag('pct-applications', '', '<p>71 of 100</p>'), { script: '/alone/zj.js' }),
    );
    await visit.page.waitForSelector('zj-goal-gauge[failed]');
    expect(visit.complaints.join('\n')).toContain(
      `zj.js cannot load ${host.address}alone/zj-element-goal-gauge.js`,
    );
    expect(visit.complaints.join('\n')).not.toContain('crossorigin');
    expect(await visit.page.locator('p').isVisible()).toBe(true);
  });
});

describe('the classic script', () => {
  const page = (script: string, html = ''): string =>
    `<!doctype html><html lang="en" ${html}><head><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"></head><body>${tag('pct-applications')}${script}</body></html>`;
  const opened = async ({ page }: Visit): Promise<string> => {
    await page.waitForSelector('zj-goal-gauge[status]');
    await page.locator('summary').click();
    await page.locator('table, details [role=status]').first().waitFor();
    await page.waitForFunction(() => {
      const told = document.querySelector('zj-goal-gauge')!.shadowRoot!.querySelector('details')!;
      return !told.textContent.includes('Loading');
    });
    return page.$eval('zj-goal-gauge', (gauge) => gauge.shadowRoot!.querySelector('details')!.textContent);
  };

  test.each([
    ['its own tag', '<script src="/all.js" data-zj-base="/parts/"></script>', ''],
    ['<html>', '<script src="/all.js"></script>', 'data-zj-base="/parts"'],
  ])('finds what stands behind a figure where %s says', async (_where, script, html) => {
    host.answers.set('/all.js', () => Promise.resolve({ body: host.script }));
    host.answers.set('/parts/zj-goal-gauge-detail.js', () => Promise.resolve({ body: host.detail }));
    const visit = await host.visit(page(script, html));
    expect(await opened(visit)).toContain('Figures and formulas');
    expect(host.asked).toContain('/parts/zj-goal-gauge-detail.js');
  });

  test('tells a part that it cannot load by its full address', async () => {
    host.answers.set('/lone/zj-goal-gauge.js', () => Promise.resolve({ body: host.script }));
    const visit = await host.visit(page('<script src="/lone/zj-goal-gauge.js"></script>'));
    const told = await opened(visit);
    expect(told).toContain(`${host.address}lone/zj-goal-gauge-detail.js cannot be read`);
    expect(told).not.toContain('crossorigin');
  });

  test('tells of a script from another host that crossorigin is needed', async () => {
    const other = await openHost();
    try {
      const visit = await host.visit(page(`<script src="${other.address}zj-goal-gauge.js"></script>`), {
        bypassCSP: true,
      });
      const told = await opened(visit);
      expect(told).toContain(`${other.address}zj-goal-gauge-detail.js cannot be read`);
      expect(told).toContain('crossorigin');
    } finally {
      await other.close();
    }
  });

  test('beside another version, in a page with two scripts, warns once and works', async () => {
    serve('/zj/');
    for (const [name, body] of files) {
      const newer = body.replaceAll(`"${version}"`, '"9.9.9"');
      host.answers.set(`/new/${name}`, () => Promise.resolve({ body: newer }));
    }
    const both =
      '<script type="module" src="/new/zj.js"></script><script type="module" src="/zj/zj.js"></script>';
    const visit = await host.visit(page(both));
    expect(await shown(visit)).toBe('71.0%');
    await visit.page.waitForLoadState('networkidle');
    expect(visit.complaints).toEqual([expect.stringMatching(/<zj-goal-gauge> .* stays; .* is ignored/)]);
  });
});
