import { rm } from 'node:fs/promises';
import type { Engine, Metrics } from '@zj/metrics';
import type { CDPSession, Page } from 'playwright';
import { openSite, type Site, type Visit } from '../../metrics/engine/site.js';
import { ledger, ledgerMetrics, writeLedger } from '../../metrics/session/ledger.js';
import { writeRelease } from '../../metrics/release/release.js';
import { buildModule } from '../build.js';

declare global {
  /** The page's own metrics over the ledger. */
  var ledgerOwn: { readonly engine: Engine; readonly metrics: Metrics };
}

/** A page with a table that scrolls through a ledger of the page's own engine. */
export interface LedgerPage {
  readonly page: Page;
  readonly session: CDPSession;
  readonly visit: Visit;
  readonly close: () => Promise<void>;
}

const tags =
  '<zj-source><zj-data-table dataset-id="ledger" mode="scroll" label="Ledger"></zj-data-table></zj-source>';

/** Opens a page with a table of so many entries, in the order of the attribute, in a window so many px high. */
export async function openLedgerPage(count: number, order = '', height = 2_400): Promise<LedgerPage> {
  const release = await writeRelease();
  const site = await openSite(release.folder);
  for (const [file, code] of await buildModule()) serve(site, `/zj/${file}`, 'text/javascript', code);
  serve(
    site,
    '/table',
    'text/html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><body>${tags}<script type="module" src="/page.js"></script><script type="module" src="/zj/zj.js"></script>`,
  );
  const visit = await site.visit();
  const { page } = visit;
  await page.setViewportSize({ width: 1200, height });
  await page.goto(`${site.address}/table`);
  await page.waitForFunction(() => 'zj' in globalThis && customElements.get('zj-data-table'));
  await page.evaluate(
    async ({ contract, defined, text, order }) => {
      const engine = zj.wasmEngine({ baseUrl: '/engine/' });
      const metrics = zj.createMetrics({ engine });
      await metrics.add({ contract, file: new Blob([text]), metrics: defined }, { deadline: 300_000 });
      globalThis.ledgerOwn = { engine, metrics };
      document.querySelector('zj-data-table')!.setAttribute('order', order);
      Object.assign(document.querySelector('zj-source')!, { metrics });
    },
    {
      ...{ contract: ledger, defined: ledgerMetrics, order },
      text: new TextDecoder().decode(writeLedger(count)),
    },
  );
  const session = await page.context().newCDPSession(page);
  const close = async (): Promise<void> => {
    await site.close();
    await rm(release.folder, { recursive: true });
  };
  return { page, session, visit, close };
}

function serve(site: Site, path: string, type: string, body: string): void {
  site.answers.set(path, (response) => {
    response.setHeader('Content-Type', type);
    response.end(body);
  });
}
