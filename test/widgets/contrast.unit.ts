import { describe, expect, test } from 'vitest';
import { sheet } from '../../packages/widgets/src/goal-gauge/sheet.js';
import { colours } from '../../packages/widgets/src/theme/tokens.js';

type Rgb = readonly [number, number, number];

function parse(hex: string): Rgb {
  const full = hex.length === 4 ? hex.replaceAll(/[0-9a-f]/g, '$&$&') : hex;
  return [1, 3, 5].map((at) => parseInt(full.slice(at, at + 2), 16)) as unknown as Rgb;
}

/** One colour over another, as far as it covers it. */
function over(top: Rgb, bottom: Rgb, share: number): Rgb {
  return top.map((part, at) => part * share + bottom[at]! * (1 - share)) as unknown as Rgb;
}

/** Contrast of WCAG 2.2. */
function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [a, b]
    .map((colour) => {
      const [red, green, blue] = colour.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      }) as [number, number, number];
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((one, other) => other - one) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const statuses = ['achieved', 'on-track', 'at-risk', 'off-track', 'neutral'] as const;
const tint = Number(/\.chip::before \{[^}]*opacity: ([\d.]+)/.exec(sheet)![1]);

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s scheme', (_name, at) => {
  const colour = (name: keyof typeof colours): Rgb => parse(colours[name][at]);
  const surface = colour('surface');

  test('text has a contrast of 4.5 to the card', () => {
    for (const name of ['ink', 'ink-soft', 'on-track'] as const) {
      expect(contrast(colour(name), surface), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('a status word has a contrast of 4.5 to its own tint', () => {
    for (const name of statuses) {
      expect(contrast(colour(name), over(colour(name), surface, tint)), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('marks have a contrast of 3 to what is beside them', () => {
    for (const name of statuses) {
      expect(contrast(colour(name), surface), `${name} on the card`).toBeGreaterThanOrEqual(3);
      expect(contrast(colour(name), colour('track')), `${name} on the track`).toBeGreaterThanOrEqual(3);
    }
    // The schedule's mark stands in a casing of the card's colour.
    expect(contrast(colour('ink'), surface)).toBeGreaterThanOrEqual(3);
  });
});
