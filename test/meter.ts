import type { CDPSession } from 'playwright';

/** A meter as assistive technology finds it. */
export interface Meter {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly range: readonly [min: number, max: number];
}

/** The parts of an accessibility node that a meter is read from. */
interface Node {
  readonly name?: { readonly value?: unknown };
  readonly value?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly backendDOMNodeId?: number;
}

/** The meter at a node of Chromium's accessibility tree. */
export async function readMeter(
  session: CDPSession,
  { name, value, properties = [], backendDOMNodeId }: Node,
): Promise<Meter> {
  const limit = (wanted: string): number =>
    // Chromium keeps the ends as numbers of half the length.
    Number((properties.find((one) => one.name === wanted)!.value.value as number).toFixed(2));
  // The protocol leaves the value text of every element empty: it is read off the node that the tree names.
  const { node } = await session.send('DOM.describeNode', { backendNodeId: backendDOMNodeId! });
  const attributes = node.attributes!;
  return {
    name: name?.value as string,
    value: Number((value?.value as number).toFixed(2)),
    text: attributes[attributes.indexOf('aria-valuetext') + 1]!,
    range: [limit('valuemin'), limit('valuemax')],
  };
}
