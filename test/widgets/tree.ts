import type { Page } from 'playwright';

/** A gauge's meter as assistive technology finds it. */
export interface Meter {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly range: readonly [min: number, max: number];
  /** How much is inside it that is read out on its own. */
  readonly children: number;
}

/** What Chromium's accessibility tree has of a page, in the order of the document. */
export interface Tree {
  readonly meters: readonly Meter[];
  /** The names of what has a role. */
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
    find('meter').map(async ({ name, value, properties = [], childIds = [], backendDOMNodeId }) => {
      const limit = (wanted: string): number =>
        properties.find((one) => one.name === wanted)!.value.value as number;
      // Chromium's protocol leaves the value text of every element empty: it is read off the node that the tree names.
      const { node } = await session.send('DOM.describeNode', { backendNodeId: backendDOMNodeId! });
      const attributes = node.attributes!;
      return {
        name: name?.value as string,
        value: Number((value?.value as number).toFixed(2)),
        text: attributes[attributes.indexOf('aria-valuetext') + 1]!,
        range: [limit('valuemin'), limit('valuemax')] as const,
        children: childIds.filter((id) => seen.has(id)).length,
      };
    }),
  );
  await session.detach();
  return { meters, named: (role) => find(role).map(({ name }) => `${name?.value as string}`) };
}
