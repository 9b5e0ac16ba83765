import type { PublishedVerdict } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { gaugeShape, type Appearance, type Attributes, type Look, type Tree } from '@zj/widgets';
import { every, foreseen, full, incubators, revenue, unicorns } from '../../stories/verdicts.js';

/** The attributes of every line of a drawing that is such a part. */
function parts(
  verdict: PublishedVerdict,
  part: string,
  appearance: Appearance = 'linear',
  look: Partial<Look> = {},
): Attributes[] {
  const shape = gaugeShape(verdict, { locale: 'en', appearance, ...look });
  const [, , ...lines] = shape.drawing as Exclude<Tree, string>;
  return lines.map((line) => line[1] as Attributes).filter((attributes) => attributes.part === part);
}
/** Where bars begin and end, in per cent of the scale. */
const bars = (verdict: PublishedVerdict, part: string): number[][] =>
  parts(verdict, part).map(({ x, width }) => [
    parseFloat(`${x}`),
    parseFloat(`${x}`) + parseFloat(`${width}`),
  ]);
const at = (verdict: PublishedVerdict, part: string): number[] =>
  parts(verdict, part).map(({ cx, x1 }) => parseFloat(`${cx ?? x1}`));
const ends = (verdict: PublishedVerdict) => gaugeShape(verdict, { locale: 'zh-CN' }).ends;
const tracks = ['arc', 'ring', 'linear'] as const;

/** The same figures, judged as another status, with another schedule. */
function judged(verdict: PublishedVerdict, status: PublishedVerdict['status']): PublishedVerdict {
  return { ...verdict, status };
}
function expecting(verdict: PublishedVerdict, expected: number): PublishedVerdict {
  return { ...verdict, schedule: { ...verdict.schedule!, expected } };
}

/** A level may be beyond its target before the end of its period. */
const both = foreseen(judged(every['beyond the target']!, 'on-track'), 7300);

describe('a bar', () => {
  test('is filled as far as the goal has come, with a mark where it should be', () => {
    expect(bars(revenue(), 'track')).toEqual([[0, 100]]);
    expect(bars(revenue(), 'done')).toEqual([[0, 83.936]]);
    expect(at(revenue(), 'schedule')).toEqual([83.288]);
    expect(parts(every['no target']!, 'schedule')).toEqual([]);
  });

  test('has a piece for each thing of a small count, and no mark, because a pace says nothing of it', () => {
    expect(bars(unicorns(), 'track')).toEqual([
      [0, 49.4],
      [50.6, 100],
    ]);
    expect(bars(unicorns(), 'done')).toEqual([[0, 49.4]]);
    expect(bars(every['five of twelve']!, 'track')).toHaveLength(12);
    expect(bars(every['five of twelve']!, 'done')).toHaveLength(5);
    expect(bars(incubators(), 'done')).toEqual(bars(incubators(), 'track'));
    for (const part of ['schedule', 'due', 'forecast']) expect(parts(unicorns(), part)).toEqual([]);
    expect(bars(unicorns({ target: 13 }), 'track')).toHaveLength(1);
  });

  test('ends at the target whatever the figure and the forecast', () => {
    for (const verdict of Object.values(every)) {
      for (const part of ['track', 'done']) {
        for (const [from, to] of bars(verdict, part).filter(([from]) => !Number.isNaN(from))) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(100.001);
        }
      }
      for (const place of [...at(verdict, 'schedule'), ...at(verdict, 'forecast')]) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(100);
      }
    }
    for (const name of ['beyond the target', 'far beyond', 'a forecast beyond the target']) {
      expect(bars(every[name]!, 'track')).toEqual([[0, 100]]);
      expect(ends(every[name]!)).toEqual(['0', '6,000']);
    }
    expect(bars(every['beyond the target']!, 'done')).toEqual([[0, 100]]);
    expect(bars(every['five of two']!, 'done')).toEqual(bars(unicorns(), 'track'));
  });

  test('begins at the beginning whatever the figure: below it, nothing is filled', () => {
    for (const name of ['below nothing', 'far below', 'rising, where it should fall']) {
      expect(bars(every[name]!, 'track')).toEqual([[0, 100]]);
      expect(bars(every[name]!, 'done')).toEqual([]);
    }
    expect(ends(every['below nothing']!)).toEqual(['0', '6,000']);
  });

  test('of a goal that falls runs from the baseline to the target', () => {
    expect(bars(every['falling, as it should']!, 'done')).toEqual([[0, 45]]);
    expect(ends(every['falling, as it should']!)).toEqual(['80', '40']);
    expect(ends(every['rising, where it should fall']!)).toEqual(['80', '40']);
  });

  test('has a ring above it where the goal will end, and no interval', () => {
    expect(at(full, 'forecast')).toEqual([99.307]);
    expect(parts(full, 'forecast')[0]).toMatchObject({ cy: '-.65em' });
    expect(at(every['falling, as it should']!, 'forecast')).toEqual([61.25]);
    expect(at(every['a forecast without interval']!, 'forecast')).toEqual([87]);
    expect(parts(every['no data']!, 'forecast')).toEqual([]);
    // The interval is told in words.
    expect(gaugeShape(full, { locale: 'en' }).outlook).toContain('96–100');
  });
});

describe('a forecast', () => {
  test('is drawn until the goal is achieved or missed', () => {
    for (const appearance of tracks) {
      for (const status of ['on-track', 'at-risk', 'off-track', 'not-assessable', 'no-data'] as const)
        expect(parts(judged(full, status), 'forecast', appearance)).toHaveLength(1);
      for (const status of ['achieved', 'missed'] as const) {
        expect(parts(judged(full, status), 'forecast', appearance)).toEqual([]);
        expect(gaugeShape(judged(full, status), { locale: 'en', appearance }).marks.forecast).toBe(false);
      }
    }
  });

  test('is no longer drawn where a page hides it; all else stays', () => {
    const beyond = every['a forecast beyond the target']!;
    for (const appearance of tracks) {
      for (const verdict of [full, beyond]) {
        const shape = gaugeShape(verdict, { locale: 'en', appearance, hide: ['forecast'] });
        expect(JSON.stringify([shape.drawing, shape.beyond])).not.toContain('forecast');
        expect(shape.marks).toEqual({ schedule: true, forecast: false });
        for (const part of ['track', 'done', 'schedule'])
          expect(parts(verdict, part, appearance, { hide: ['forecast'] })).toEqual(
            parts(verdict, part, appearance),
          );
      }
    }
  });

  test('has a key exactly where it is drawn, and so has the schedule', () => {
    for (const verdict of [...Object.values(every), both, foreseen(revenue(), -100)]) {
      for (const appearance of [...tracks, 'number'] as const) {
        const { marks, drawing, beyond } = gaugeShape(verdict, { locale: 'en', appearance });
        // A ring has no row of ends.
        const drawn = JSON.stringify(appearance === 'ring' ? drawing : [drawing, beyond]);
        expect([marks.schedule, marks.forecast]).toEqual(
          ['schedule', 'forecast'].map((part) => drawn.includes(`"part":"${part}"`)),
        );
      }
    }
  });
});

describe('what lies outside the scale', () => {
  /** The parts of the arrows of a gauge, at its beginning and at its end. */
  const arrows = (verdict: PublishedVerdict, appearance: Appearance = 'arc'): unknown[][] => {
    const { below, above } = gaugeShape(verdict, { locale: 'en', appearance }).beyond;
    return [below, above].map((list) => list.map((arrow) => (arrow as Exclude<Tree, string>)[1].part));
  };

  test.each(['arc', 'linear'] as const)('is an arrow at the end of an %s', (appearance) => {
    expect(arrows(judged(full, 'on-track'), appearance)).toEqual([[], []]);
    expect(arrows(every['beyond the target']!, appearance)).toEqual([[], ['done']]);
    expect(arrows(every['a forecast beyond the target']!, appearance)).toEqual([[], ['forecast']]);
    // Beyond an end that the figure has passed, its forecast says no more.
    expect(arrows(both, appearance)).toEqual([[], ['done']]);
    expect(arrows(foreseen(every['below nothing']!, 3000), appearance)).toEqual([['done'], []]);
    expect(arrows(foreseen(every['below nothing']!, -200), appearance)).toEqual([['done'], []]);
    expect(arrows(foreseen(every['below nothing']!, 7000), appearance)).toEqual([['done'], ['forecast']]);
  });

  test('of a goal that falls is on the side of its way', () => {
    expect(arrows(foreseen(every['rising, where it should fall']!, 60))).toEqual([['done'], []]);
    expect(arrows(foreseen(every['falling, as it should']!, 30))).toEqual([[], ['forecast']]);
  });

  test('of a count is an arrow of the figure alone', () => {
    expect(arrows(foreseen(every['five of two']!, 6))).toEqual([[], ['done']]);
    expect(arrows(foreseen(unicorns(), 6))).toEqual([[], []]);
  });

  test('is nothing where the figure or the forecast is at the end itself', () => {
    expect(arrows(foreseen(revenue(), 6000))).toEqual([[], []]);
    expect(arrows(foreseen(revenue(), 0))).toEqual([[], []]);
    expect(arrows(foreseen(revenue(), 6000.001))).toEqual([[], ['forecast']]);
  });

  test('has no arrow where there is no scale: beside a figure alone, and without a way', () => {
    for (const verdict of [both, every['far beyond']!, every['far below']!])
      expect(arrows(verdict, 'number')).toEqual([[], []]);
    for (const name of ['no target', 'no baseline', 'no data'])
      expect(arrows(every[name]!)).toEqual([[], []]);
  });

  test('is one arrow over twelve o’clock of a ring, from a line at the target', () => {
    for (const [verdict, part] of [
      [every['beyond the target']!, 'done'],
      [every['a forecast beyond the target']!, 'forecast'],
      [both, 'done'],
    ] as const) {
      const [, , ...lines] = gaugeShape(verdict, { locale: 'en', appearance: 'ring' }).drawing as Exclude<
        Tree,
        string
      >;
      const [, attributes, finish, arrow] = lines.at(-1) as readonly [string, Attributes, Tree, Tree];
      expect(attributes).toMatchObject({ part });
      // The ring's outer edge is at nine twentieths of the diameter.
      expect(finish[1]).toMatchObject({ part: 'finish', d: 'M0 -81.2v-12' });
      expect(arrow[1]).toEqual({ transform: 'translate(4 -94.2)' });
    }
    for (const verdict of [full, every['below nothing']!]) {
      const [, , ...lines] = gaugeShape(verdict, { locale: 'en', appearance: 'ring' }).drawing as Exclude<
        Tree,
        string
      >;
      expect(JSON.stringify(lines)).not.toContain('finish');
    }
    expect(arrows(both, 'ring')).toEqual([[], ['done']]);
    expect(arrows(every['below nothing']!, 'ring')).toEqual([[], []]);
  });

  test('is told in words as it is', () => {
    expect(gaugeShape(both, { locale: 'en' })).toMatchObject({ figure: ['118.7', '%'] });
    expect(gaugeShape(both, { locale: 'en' }).brief).toContain('122%');
  });
});

describe('a dial', () => {
  const path = (verdict: PublishedVerdict, part: string, appearance: Appearance, look?: Partial<Look>) =>
    `${parts(verdict, part, appearance, look)[0]!.d}`;
  const points = (d: string): number[] =>
    [...d.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
  const dials = [
    ['arc', (Math.PI * 4) / 3, 0, 1],
    ['ring', Math.PI * 2, Math.PI, 0.9],
  ] as const;

  test.each(dials)(
    '%s: its tip is where the share of its way is, with round ends and straight ones, in any thickness',
    (appearance, turn, middle, part) => {
      for (const size of [48, 96, 176, 320]) {
        for (const thickness of [1, 6, 14, 16].filter((one) => one <= size / 3)) {
          for (const butt of [false, true]) {
            const pen = { size, thickness, butt };
            const radius = (size * part) / 2 - thickness / 2;
            const cap = butt ? 0 : Math.asin(thickness / 2 / radius);
            for (const attainment of [0.3, 0.5, 0.8394, 0.99]) {
              const line = parts({ ...revenue(), attainment }, 'done', appearance, { pen })[0]!;
              expect(line['stroke-width']).toBe(thickness);
              // The end of a round line reaches half its thickness beyond its path.
              expect(line['stroke-linecap']).toBe(butt && 'butt');
              const d = points(`${line.d}`);
              for (const [[x, y], angle] of [
                [d.slice(0, 2), -0.5 * turn + middle + cap],
                [d.slice(-2), (attainment - 0.5) * turn + middle - cap],
              ] as const) {
                expect(x).toBeCloseTo(radius * Math.sin(angle), 2);
                expect(y).toBeCloseTo(-radius * Math.cos(angle), 2);
              }
            }
          }
        }
      }
    },
  );

  test('the tip of a round end touches the line to the figure, and no more', () => {
    const pen = { size: 176, thickness: 14, butt: false };
    const [x, y] = points(path(revenue(), 'done', 'arc', { pen })).slice(-2) as [number, number];
    const angle = (revenue().attainment! - 0.5) * ((Math.PI * 4) / 3);
    // How far the centre of the cap, a circle of 7, is from the ray at the figure's angle.
    expect(Math.abs(x * Math.cos(angle) + y * Math.sin(angle))).toBeCloseTo(7, 2);
  });

  test('a whole ring is drawn, with both ends', () => {
    for (const butt of [false, true]) {
      const pen = { size: 176, thickness: 14, butt };
      const d = points(path({ ...revenue(), attainment: 1 }, 'done', 'ring', { pen }));
      expect(Math.hypot(d.at(-2)! - d[0]!, d.at(-1)! - d[1]!)).toBeGreaterThan(0.01);
    }
  });

  test('has its forecast 17 units outside the track, and 10 inside it at its top, where a name may be near', () => {
    for (const [appearance, turn, middle, part] of dials) {
      for (const size of [96, 176]) {
        const pen = { size, thickness: 14, butt: false };
        for (const share of [0, 0.1, 0.4, 0.5, 0.6, 0.9, 1]) {
          const [dot, ...more] = parts(foreseen(revenue(), share * 6000), 'forecast', appearance, { pen });
          expect(more).toEqual([]);
          const [x, y] = [Number(dot!.cx), Number(dot!.cy)];
          const angle = (share - 0.5) * turn + middle;
          expect(Math.hypot(x, y)).toBeCloseTo((size * part) / 2 + (Math.cos(angle) > 0.77 ? -24 : 17), 1);
          expect(Math.sin(Math.atan2(x, -y) - angle)).toBeCloseTo(0, 3);
        }
      }
    }
  });

  test('has the same pieces as a bar, but for the word at a mark and what is over a ring', () => {
    for (const verdict of Object.values(every)) {
      const names = (appearance: Appearance): unknown[] =>
        (gaugeShape(verdict, { locale: 'en', appearance }).drawing as Exclude<Tree, string>)
          .slice(2)
          .map((line) => line as Exclude<Tree, string>)
          .filter(([tag, { part }]) => tag !== 'text' && tag !== 'g' && part !== 'finish')
          .map(([, { part }]) => part);
      expect(names('arc')).toEqual(names('linear'));
      expect(names('ring')).toEqual(names('linear'));
      expect(names('number')).toEqual([]);
    }
  });

  test('nothing that is drawn is not a number', () => {
    for (const verdict of Object.values(every)) {
      for (const appearance of tracks) {
        for (const butt of [false, true]) {
          const shape = gaugeShape(verdict, {
            locale: 'en',
            appearance,
            pen: { size: 48, thickness: 16, butt },
          });
          expect(JSON.stringify(shape)).not.toMatch(/NaN|Infinity|null/);
        }
      }
    }
  });
});

describe('the mark of the schedule', () => {
  /** How far a mark of a dial is from its middle, at its inner end and its outer one. */
  const reach = (verdict: PublishedVerdict): number[] => {
    const [x1, y1, x2, y2] = `${parts(verdict, 'schedule', 'arc')[0]!.d}`
      .slice(1)
      .split(/[ L]/)
      .map(Number) as [number, number, number, number];
    return [Math.hypot(x1, y1), Math.hypot(x2, y2)];
  };

  test('crosses the track in a casing', () => {
    const verdict = expecting(revenue(), 0.6);
    const [inner, outer] = reach(verdict);
    expect(inner).toBeCloseTo(88 - 14 - 3, 1);
    expect(outer).toBeCloseTo(88 + 5, 1);
    expect(parts(verdict, 'notch', 'arc')).toMatchObject([{ 'stroke-width': 7 }]);
  });

  test('stands outside of the track, without a casing, where it would hide the tip', () => {
    const cased = (apart: number): number[] =>
      tracks.map(
        (track) => parts(expecting(revenue(), revenue().attainment! + apart), 'notch', track).length,
      );
    for (const apart of [0, 0.005, -0.005, 0.015, -0.015]) expect(cased(apart)).toEqual([0, 0, 0]);
    for (const apart of [0.03, -0.03]) expect(cased(apart)).toEqual([1, 1, 1]);
    expect(reach(expecting(revenue(), revenue().attainment!))[0]).toBeGreaterThan(88);
    // A tip that is not there cannot be hidden.
    expect(parts(expecting({ ...revenue(), attainment: 0 }, 0), 'notch', 'arc')).toHaveLength(1);
  });

  test('is the schedule’s own at both ends of the scale', () => {
    expect(at(expecting(revenue(), 1.2), 'schedule')).toEqual([100]);
    expect(at(expecting(revenue(), -0.2), 'schedule')).toEqual([0]);
  });
});

describe('a goal without data', () => {
  test('has a thin dashed line for its track, and nothing done', () => {
    for (const appearance of tracks) {
      const [track, ...more] = parts(every['no data']!, 'track', appearance);
      expect(more).toEqual([]);
      expect(track).toMatchObject({ 'stroke-width': 1.6, 'stroke-dasharray': '4 4' });
      expect(parts(every['no data']!, 'done', appearance)).toEqual([]);
      expect(parts(revenue(), 'track', appearance)[0]).not.toHaveProperty('stroke-dasharray');
    }
  });
});
