import type { Page } from 'playwright';
import { readMeter, type Meter } from '../meter.js';

/** A gauge's meter, with how much is inside it that is read out on its own. */
export interface GaugeMeter extends Meter {
  readonly children: number;
}

/** The nodes of Chromium's accessibility tree, in the order of the document. */
export interface Tree {
  readonly meters: readonly GaugeMeter[];
  /** The names of the nodes with a role. */
  readonly named: (role: string) => readonly string[];
}

/** The accessibility tree of a page, whether in sight or not, by the protocol of Chromium's developer tools. */
export async function readTree(page: Page): Promise<Tree> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  await session.send('DOM.enable');
  const nodes = (await session.send('Accessibility.getFullAXTree')).nodes.filter(({ ignored }) => !ignored);
  const seen = new Set(nodes.map(({ nodeId }) => nodeId));
  const find = (wanted: string): typeof nodes => nodes.filter(({ role }) => role?.value === wanted);
  const meters = await Promise.all(
    find('meter').map(async (node) => ({
      ...(await readMeter(session, node)),
      children: (node.childIds ?? []).filter((id) => seen.has(id)).length,
    })),
  );
  await session.detach();
  return { meters, named: (role) => find(role).map(({ name }) => `${name?.value as string}`) };
}
