import type { Page } from 'playwright';

/**
 * How near things come to each other in every gauge of a page: texts, keys and the marks of a drawing that do not belong together,
 * nearer than `least` px; texts that leave their card; and bands across a card, higher than `band` em, without anything in them. A
 * line of text is as high as its letters, which is its font size around its middle.
 */
export function findCrowding(page: Page, least: number, band: number): Promise<string[]> {
  return page.evaluate(
    async ([least, band]) => {
      // In the first frame the gauges are measured, in the second they are laid out for it.
      for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
      type Point = readonly [x: number, y: number];
      interface Thing {
        readonly name: string;
        /** Things of one owner belong together. */
        readonly owner: Element;
        readonly left: number;
        readonly right: number;
        readonly top: number;
        readonly bottom: number;
      }
      const box = (name: string, owner: Element, points: readonly Point[], reach = 0): Thing => ({
        name,
        owner,
        left: Math.min(...points.map(([x]) => x)) - reach,
        right: Math.max(...points.map(([x]) => x)) + reach,
        top: Math.min(...points.map(([, y]) => y)) - reach,
        bottom: Math.max(...points.map(([, y]) => y)) + reach,
      });
      const isSeen = (element: Element): boolean => {
        if (!element.checkVisibility({ visibilityProperty: true })) return false;
        for (let at: Element | null = element; at; at = at.parentElement) {
          const { clipPath, display } = getComputedStyle(at);
          // Chromium takes what is in a `g` that is not displayed for visible.
          if (clipPath !== 'none' || display === 'none') return false;
        }
        return true;
      };
      const owners =
        'figcaption small, figcaption, .ends span, b, [part=quantity], .chip, [part=outlook], .stale, .pace, .foot > p, summary, text, [part=error] p, .facts > p';
      const textsOf = (root: ShadowRoot): Thing[] => {
        const things: Thing[] = [];
        const walker = document.createTreeWalker(root.querySelector('figure')!, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          const element = node.parentElement!;
          if (!node.data.trim() || !isSeen(element)) continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          // Letters of a drawing have the size of its units.
          const drawn = element instanceof SVGGraphicsElement ? element.getScreenCTM()!.a : 1;
          const half = (parseFloat(getComputedStyle(element).fontSize) * drawn) / 2;
          for (const { left, right, top, bottom, width } of range.getClientRects()) {
            if (width === 0) continue;
            const middle = (top + bottom) / 2;
            things.push(
              // A figure of a row of periods belongs to the name below it.
              box(node.data.trim(), element.closest('.drawing g') ?? element.closest(owners) ?? element, [
                [left, middle - half],
                [right, middle + half],
              ]),
            );
          }
        }
        return things;
      };
      /** Marks outside of the track: they are small enough for their box. */
      const marksOf = (root: ShadowRoot): Thing[] =>
        [
          ...root.querySelectorAll<SVGGraphicsElement>(
            '[part=schedule], [part=limit], [part=pointer], circle, .ends svg, g[part]',
          ),
        ]
          .filter((mark) => isSeen(mark) && !(mark.localName === 'circle' && mark.closest('.ends, g')))
          // Chromium takes a `g` that is not displayed for visible.
          .filter((mark) => mark.getBoundingClientRect().width > 0)
          .map((mark) => {
            const { left, right, top, bottom } = mark.getBoundingClientRect();
            return box(mark.getAttribute('part') ?? mark.localName, mark.closest('.ends') ? mark : mark, [
              [left, top],
              [right, bottom],
            ]);
          });
      const apart = (one: Thing, other: Thing): number =>
        Math.hypot(
          Math.max(one.left - other.right, other.left - one.right, 0),
          Math.max(one.top - other.bottom, other.top - one.bottom, 0),
        );
      return [...document.querySelectorAll('zj-goal-gauge')].flatMap((gauge) => {
        const root = gauge.shadowRoot!;
        const card = root.querySelector('figure')!.getBoundingClientRect();
        const where = `#${gauge.id}`;
        const texts = textsOf(root);
        const marks = marksOf(root);
        const faults: string[] = [];
        for (const one of [...texts, ...marks])
          if (
            one.left < card.left ||
            one.right > card.right ||
            one.top < card.top ||
            one.bottom > card.bottom
          )
            faults.push(`${where}: “${one.name}” leaves the card`);
        texts.forEach((one, at) => {
          for (const other of texts.slice(at + 1)) {
            if (one.owner === other.owner) continue;
            const away = apart(one, other);
            // Lines of one paragraph below another one's are apart by their leading.
            if (away < least)
              faults.push(`${where}: “${one.name}” is ${away.toFixed(1)} px from “${other.name}”`);
          }
          for (const mark of marks) {
            const away = apart(one, mark);
            // The word of a mark, and the number of a limit, stand at what they belong to.
            const isOwn = one.owner.localName === 'text' && /schedule|limit/.test(mark.name);
            const own = isOwn ? 4 : least;
            if (away < own)
              faults.push(`${where}: “${one.name}” is ${away.toFixed(1)} px from the ${mark.name}`);
          }
        });
        // The track of a dial, as a ring around the middle of its drawing.
        const svg = root.querySelector<SVGSVGElement>('.drawing svg')!;
        if (svg.viewBox.baseVal?.width && isSeen(svg) && svg.querySelector('[part=track]')) {
          const matrix = svg.getScreenCTM()!;
          const outer = (svg.viewBox.baseVal.width / 2) * matrix.a;
          const stroke = svg.querySelector('[part=track]')!.getAttribute('stroke-width')!;
          const inner = outer - Number(stroke) * matrix.a;
          const [x, y] = [matrix.e, matrix.f];
          const isArc = gauge.getAttribute('appearance') !== 'ring';
          for (const one of texts) {
            const corners: readonly Point[] = [
              [one.left, one.top],
              [one.right, one.top],
              [one.left, one.bottom],
              [one.right, one.bottom],
            ];
            const nearest = Math.hypot(
              Math.max(one.left - x, x - one.right, 0),
              Math.max(one.top - y, y - one.bottom, 0),
            );
            const farthest = Math.max(...corners.map(([cx, cy]) => Math.hypot(cx - x, cy - y)));
            const isBelow = isArc && one.top - y > outer / 2 - 1;
            const away = Math.max(nearest - outer, inner - farthest);
            if (!isBelow && away < Math.min(least, 4))
              faults.push(`${where}: “${one.name}” is ${away.toFixed(1)} px from the track`);
          }
        }
        // Bands across the card.
        const em = parseFloat(getComputedStyle(root.querySelector('.root')!).fontSize);
        // In a narrow card gaps make up for a smaller drawing: it is never lower than a wider one. In elder mode and in other
        // languages than Chinese, room is kept for lines that break; in a wide card, for the ends of a scale.
        const more = [
          card.width < 15 * em && 0.8,
          gauge.hasAttribute('elder') && 0.5,
          gauge.closest('[lang=en]') && 0.5,
          card.width >= 30 * em && 0.25,
        ].reduce<number>((most, one) => Math.max(most, Number(one)), 0.05);
        const limit = band * em * (1 + more) + 2;
        const solid = [
          ...texts,
          ...[...root.querySelectorAll('figure svg, button, .foot, .chip')]
            .filter(isSeen)
            .map((element) => element.getBoundingClientRect()),
        ]
          .map(({ top, bottom }) => [top, bottom] as const)
          .filter(([top, bottom]) => bottom > top)
          .sort((a, b) => a[0] - b[0]);
        const style = getComputedStyle(root.querySelector('figure')!);
        let end = card.top + parseFloat(style.paddingTop) - 1;
        for (const [top, bottom] of solid) {
          if (top - end > limit)
            faults.push(
              `${where}: ${Math.round(top - end)} px without anything, ${Math.round(end - card.top)} px below the top`,
            );
          end = Math.max(end, bottom);
        }
        if (card.bottom - end > limit)
          faults.push(`${where}: ${Math.round(card.bottom - end)} px without anything at its foot`);
        return faults;
      });
    },
    [least, band] as const,
  );
}
