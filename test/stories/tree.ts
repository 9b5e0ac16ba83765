import type { Page } from 'playwright';
import { readMeter, type Meter } from '../meter.js';

/** Chromium's own accessibility tree below an element of a page. */
export interface Tree {
  readonly meters: readonly Meter[];
  /** The cursors of trends. */
  readonly sliders: readonly Meter[];
  /** All that is read out as text. */
  readonly text: string;
}

/** A reader of a page's accessibility tree below an element, by the protocol of Chromium's developer tools. */
export async function openTree(page: Page): Promise<(id: string) => Promise<Tree>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  await session.send('DOM.enable');
  return async (id) => {
    const { result } = await session.send('Runtime.evaluate', {
      expression: `document.getElementById(${JSON.stringify(id)})`,
    });
    const find = async (role: string) => {
      const query = { objectId: result.objectId!, role };
      const { nodes } = await session.send('Accessibility.queryAXTree', query);
      return nodes.filter(({ ignored }) => !ignored);
    };
    const read = async (role: string) =>
      Promise.all((await find(role)).map((node) => readMeter(session, node)));
    return {
      text: (await find('StaticText')).map(({ name }) => name?.value as string).join('\n'),
      meters: await read('meter'),
      sliders: await read('slider'),
    };
  };
}
