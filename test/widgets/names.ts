import { cdp } from 'vitest/browser';

interface Frames {
  readonly frameTree: { readonly childFrames: readonly { readonly frame: { readonly id: string } }[] };
}

interface Node {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
}

/** What assistive technology is told of the page, by the protocol of Chromium's developer tools: the names of a role, in order. */
export async function readNames(): Promise<(role: string) => readonly string[]> {
  const session = cdp() as unknown as {
    send<Result>(method: string, parameters?: object): Promise<Result>;
  };
  const { frameTree } = await session.send<Frames>('Page.getFrameTree');
  const frameId = frameTree.childFrames.at(-1)!.frame.id;
  const { nodes } = await session.send<{ readonly nodes: readonly Node[] }>('Accessibility.getFullAXTree', {
    frameId,
  });
  return (role) =>
    nodes.filter((one) => !one.ignored && one.role?.value === role).map((one) => one.name?.value ?? '');
}
