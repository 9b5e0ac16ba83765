import type { Page } from 'playwright';
import { blend, contrast, parseHex } from '../../stories/theme/colour.js';
import { tint } from '../../stories/theme/pairs.js';
import { colours, statuses } from '../../stories/theme/themes.js';

/** The colours that a gauge is drawn with, by the names of the tokens, as hexadecimal text. */
export type Seen = Readonly<Record<string, string>>;

const names = [...colours, 'action', 'focus'];

/** The same in a page: the colours of the first gauge that a selector finds, once for each set of its properties. */
function see(
  selector: string,
  settings: readonly Readonly<Record<string, string>>[],
  names: readonly string[],
): readonly Seen[] {
  const gauge = document.querySelector<HTMLElement>(selector)!;
  const root = gauge.shadowRoot!.querySelector('.root')!;
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  /** A colour with its alpha, where it is not opaque. */
  const hex = (colour: string): string => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const bytes = [...canvas.getImageData(0, 0, 1, 1).data];
    return `#${bytes
      .slice(0, bytes[3] === 255 ? 3 : 4)
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')}`;
  };
  const probes = names.map((name) => {
    const probe = document.createElement('i');
    probe.style.setProperty('color', `var(--_${name})`);
    root.append(probe);
    return [name, probe] as const;
  });
  const seen = settings.map((properties) => {
    for (const [name, value] of Object.entries(properties)) gauge.style.setProperty(name, value);
    const colours = probes.map(([name, probe]) => [name, hex(getComputedStyle(probe).color)] as const);
    for (const name of Object.keys(properties)) gauge.style.removeProperty(name);
    return Object.fromEntries(colours);
  });
  for (const [, probe] of probes) probe.remove();
  return seen;
}

/** The colours of the first gauge that a selector finds, once for each set of properties that it has meanwhile. */
export function seeColours(
  page: Page,
  selector: string,
  settings: readonly Readonly<Record<string, string>>[] = [{}],
): Promise<readonly Seen[]> {
  // The page gets the text of the function alone.
  return page.evaluate(`(${see.toString()})(...${JSON.stringify([selector, settings, names])})`);
}

/** The contrast of every text of a gauge to its ground, and of every mark to the track. */
export function measure(seen: Seen): {
  readonly text: Readonly<Record<string, number>>;
  readonly mark: Readonly<Record<string, number>>;
} {
  const of = (name: string): ReturnType<typeof parseHex> => parseHex(seen[name]!);
  const plain = ['ink', 'ink-soft', 'action'].map((name) => [name, contrast(of(name), of('surface'))]);
  const words = statuses.map((name) => [name, contrast(of(name), blend(of(name), of('surface'), tint))]);
  return {
    text: Object.fromEntries([...plain, ...words]) as Record<string, number>,
    mark: Object.fromEntries(statuses.map((name) => [name, contrast(of(name), of('track'))])),
  };
}
