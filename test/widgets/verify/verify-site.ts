import { join } from 'node:path';
import type { ZjVerify } from '@zj/widgets';
import type { Page } from 'playwright';
import { openSite, type Site, type Visit } from '../../metrics/engine/site.js';
import { publishSmall, type Published } from '../../cli/verify-release.js';
import { buildModule } from '../build.js';

/** A served release, really published, with the built elements and the real engine beside it. */
export interface VerifySite {
  readonly published: Published;
  readonly site: Site;
  /** A page with these tags; its script is loaded. */
  open(tags: string, lang?: string): Promise<Visit>;
  close(): Promise<void>;
}

/** Publishes a small release, and serves it under a strict policy. */
export async function openVerifySite(): Promise<VerifySite> {
  const published = await publishSmall();
  const site = await openSite(published.release);
  for (const [file, code] of await buildModule()) {
    site.answers.set(`/zj/${file}`, (response) => {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(code);
    });
  }
  return {
    published,
    site,
    async open(tags, lang = 'zh-CN') {
      site.answers.set('/verify', (response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end(
          `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><body>${tags}<script type="module" src="/zj/zj.js"></script>`,
        );
      });
      const visit = await site.visit();
      await visit.page.goto(`${site.address}/verify`);
      await visit.page.waitForFunction(() =>
        [...document.querySelectorAll('zj-verify')].every(
          (one) => one.shadowRoot?.querySelector('[part=start]:not([disabled]), [part=error] p') ?? false,
        ),
      );
      return visit;
    },
    async close() {
      await site.close();
      await published.remove();
    },
  };
}

/** A source with its engine, and tags inside. */
export const sourceOf = (inside: string, attributes = ''): string =>
  `<zj-source manifest="/release/manifest.json" sdk="/zj-metrics.js" engine="/engine/" ${attributes}>${inside}</zj-source>`;

/** The path of a file of the release on the site. */
export const served = (path: string): string => `/release/${path}`;

/** The file of the release at a path. */
export const fileOf = ({ release }: Published, path: string): string => join(release, path);

/** Presses the button of the one verification on a page, and waits for its end. */
export async function verify(page: Page): Promise<void> {
  await page.locator('zj-verify [part=start]').click();
  await ended(page);
}

/** Waits for the end of the verification. */
export async function ended(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const element = document.querySelector<ZjVerify>('zj-verify')!;
    return element.matches('[outcome], [failed]') && !element.matches('[loading]');
  });
}

/** The text of a part, with single spaces. */
export const textOf = async (page: Page, part: string): Promise<string> =>
  (await page.locator(`zj-verify [part="${part}"]`).first().innerText()).replaceAll(/\s+/g, ' ').trim();
