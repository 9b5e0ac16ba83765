import type { Page } from 'playwright';

/**
 * The faults of the texts of all gauges of a page: two that overlap, one that leaves its card, and one in the middle
 * of a dial that touches the track. A line of text is as high as its letters, which is its font size around its middle.
 */
export function findFaults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // In the first frame the gauges are measured, in the second they are laid out for it.
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    interface Line {
      readonly text: string;
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
      readonly element: Element;
    }
    const linesOf = (node: Text): Line[] => {
      const element = node.parentElement!;
      // A box that scrolls cuts nothing off.
      if (getComputedStyle(element).overflowX === 'auto') return [];
      if (!element.checkVisibility({ visibilityProperty: true })) return [];
      // What is clipped away is for assistive technology.
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { clipPath, display } = getComputedStyle(at);
        // Chromium takes what is in a `g` that is not displayed for visible.
        if (clipPath !== 'none' || display === 'none') return [];
      }
      const range = document.createRange();
      range.selectNodeContents(node);
      const half = parseFloat(getComputedStyle(element).fontSize) / 2;
      return [...range.getClientRects()]
        .filter(({ width }) => width > 0)
        .map(({ left, right, top, bottom }) => {
          const middle = (top + bottom) / 2;
          return { text: node.data, left, right, top: middle - half, bottom: middle + half, element };
        });
    };
    return [...document.querySelectorAll('zj-goal-gauge')].flatMap((gauge, at) => {
      const root = gauge.shadowRoot!;
      const figure = root.querySelector('figure')!.getBoundingClientRect();
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const lines: Line[] = [];
      while (walker.nextNode()) lines.push(...linesOf(walker.currentNode as Text));
      const where = `${at} ${gauge.getAttribute('appearance')}`;
      const faults: string[] = [];
      lines.forEach((one, i) => {
        if (one.left < figure.left || one.right > figure.right || one.bottom > figure.bottom) {
          faults.push(`${where}: “${one.text}” leaves the card`);
        }
        for (const other of lines.slice(i + 1)) {
          const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
          if (wide > 1 && high > 1) faults.push(`${where}: “${one.text}” and “${other.text}” overlap`);
        }
      });
      const svg = root.querySelector<SVGSVGElement>('.drawing svg')!;
      // While it waits nothing but the pale track is drawn, and a word can be read across it.
      if (gauge.matches('[loading]')) return faults;
      // A row of periods has no track.
      if (!svg.viewBox.baseVal?.width || !svg.getClientRects().length || !svg.querySelector('[part=track]'))
        return faults;
      const matrix = svg.getScreenCTM()!.inverse();
      const track = root.querySelector('.drawing')!.getBoundingClientRect();
      const inDial = lines.filter(
        ({ element, top }) =>
          element.closest('.dial') && !element.closest('.ends, svg') && top < track.bottom - 1,
      );
      for (const { text, left, right, top, bottom } of inDial) {
        for (const [x, y] of [
          [left, top],
          [right, top],
          [left, bottom],
          [right, bottom],
        ] as const) {
          const point = new DOMPoint(x, y).matrixTransform(matrix);
          const open = gauge.getAttribute('appearance') === 'arc' && point.y > svg.viewBox.baseVal.width / 4;
          // The inner edge of the track, and a unit of it.
          const inner = svg.viewBox.baseVal.width / 2 - 13;
          if (Math.hypot(point.x, point.y) > inner && !open)
            faults.push(`${where}: “${text}” touches the track`);
        }
      }
      return faults;
    });
  });
}
