import type { Manifest, Metrics, Query, QueryResult, RowsQuestion, Selection } from '@zj/metrics';
import { ZjSource, type ZjGoalGauge } from '@zj/widgets';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findGift, findSource } from '../../packages/widgets/src/element/source.js';
import { elements } from '../../packages/widgets/src/element/release.js';
import { clear, find, read } from './mount.js';
import { chips, manifestOf, north, publishPage, serveFile, serveManifest } from './release-files.js';
import { applications, revenue, withheld } from '../../stories/verdicts.js';

if (!customElements.get('zj-source')) customElements.define('zj-source', ZjSource);

beforeEach(clear);
afterEach(clear);

const goal = revenue().goal;

/** A box of the page with these elements, gone with {@link clear}. */
function place(...inside: readonly Element[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'box';
  box.append(...inside);
  document.body.append(box);
  return box;
}

function sourceOf(
  manifest: string,
  inside: readonly Element[] = [],
  properties: Partial<ZjSource> = {},
): ZjSource {
  const source = document.createElement('zj-source');
  Object.assign(source, { manifest, ...properties });
  source.append(...inside);
  return source;
}

function gaugeOf(id = goal, properties: Partial<ZjGoalGauge> = {}): ZjGoalGauge {
  return Object.assign(document.createElement('zj-goal-gauge'), { goal: id, ...properties });
}

/** A gauge, once it shows a figure, a failure or that it is withheld. */
async function shown(gauge: ZjGoalGauge): Promise<ZjGoalGauge> {
  while (!gauge.matches('[status], [failed], [withheld]') || gauge.hasAttribute('loading')) {
    await new Promise(requestAnimationFrame);
  }
  await new Promise(requestAnimationFrame);
  return gauge;
}

/** The events of a kind that reach the page while it works. */
async function eventsOf<Detail>(type: string, work: () => unknown): Promise<readonly Detail[]> {
  const details: Detail[] = [];
  const hear = (event: Event): void => void details.push((event as CustomEvent<Detail>).detail);
  document.addEventListener(type, hear);
  await work();
  await new Promise(requestAnimationFrame);
  document.removeEventListener(type, hear);
  return details;
}

const half = { attainment: 0.5 } as const;

describe('a gauge inside a source', () => {
  test('shows the verdict of its goal without an address; the source has no box', async () => {
    const gauge = gaugeOf();
    const source = sourceOf(publishPage([revenue(), applications()]).manifest, [gauge]);
    place(source);
    expect(read(await shown(gauge), '[part=value]')).toBe('83.9%');
    expect(getComputedStyle(source).display).toBe('contents');
    expect(source.release?.plan.id).toBe('park');
  });

  test('shows that its goal is withheld, and tells a goal that there is not', async () => {
    const { manifest } = publishPage([revenue()], [withheld]);
    const [secret, unknown] = [gaugeOf(withheld.goal), gaugeOf('no-such')];
    place(sourceOf(manifest, [secret, unknown]));
    await shown(secret);
    expect(secret.hasAttribute('withheld')).toBe(true);
    expect(read(await shown(unknown), '[part=error]')).toContain('no-such');
  });

  test('takes the nearest source, across shadow roots; two on a page do not mix', async () => {
    const [one, two] = [publishPage([revenue()]).manifest, publishPage([{ ...revenue(), ...half }]).manifest];
    const [outer, inner, deep] = [gaugeOf(), gaugeOf(), gaugeOf()];
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(deep);
    place(sourceOf(one, [outer, sourceOf(two, [inner, host])]));
    expect(read(await shown(outer), '[part=value]')).toBe('83.9%');
    expect(read(await shown(inner), '[part=value]')).toBe('50.0%');
    expect(read(await shown(deep), '[part=value]')).toBe('50.0%');
  });

  test('an address of its own comes first', async () => {
    const own = publishPage([{ ...revenue(), ...half }]).verdicts;
    const gauge = gaugeOf(goal, { src: own });
    place(sourceOf(publishPage([revenue()]).manifest, [gauge]));
    expect(read(await shown(gauge), '[part=value]')).toBe('50.0%');
  });

  test('goes with its source when it is moved to another, and when the source has another manifest', async () => {
    const [one, two] = [publishPage([revenue()]).manifest, publishPage([{ ...revenue(), ...half }]).manifest];
    const gauge = gaugeOf();
    const [first, second] = [sourceOf(one, [gauge]), sourceOf(two)];
    place(first, second);
    await shown(gauge);
    second.append(gauge);
    await expect.poll(() => read(gauge, '[part=value]')).toBe('50.0%');
    second.manifest = one;
    await expect.poll(() => read(gauge, '[part=value]')).toBe('83.9%');
    second.replaceWith(gauge);
    await gauge.updateComplete;
    // Without a source and an address nothing says where its figures are.
    expect(read(await shown(gauge), '[part=error]')).toContain('src');
  });

  test('waits for a source whose script comes later, and says nothing meanwhile', async () => {
    const late = document.createElement('late-source');
    late.setAttribute('manifest', publishPage([revenue()]).manifest);
    const gauge = gaugeOf();
    late.append(gauge);
    const failures = await eventsOf('zj-failed', async () => {
      place(late);
      await gauge.updateComplete;
      await new Promise(requestAnimationFrame);
      expect(gauge.hasAttribute('loading')).toBe(true);
      customElements.define('late-source', class extends ZjSource {});
      await shown(gauge);
    });
    expect(read(gauge, '[part=value]')).toBe('83.9%');
    expect(failures).toEqual([]);
  });

  test('shows why a manifest cannot be read, with a button that reads it again', async () => {
    let manifest: unknown = { version: 7 };
    const { verdicts } = publishPage([revenue()]);
    const fetch = window.fetch.bind(window);
    const address = new URL('/release/manifest.json', location.href).href;
    window.fetch = (input, options) =>
      input === address ? Promise.resolve(new Response(JSON.stringify(manifest))) : fetch(input, options);
    try {
      const gauge = gaugeOf();
      const source = sourceOf('/release/manifest.json', [gauge]);
      const [failure] = await eventsOf<{ code: string }>('zj-failed', async () => {
        place(source);
        await shown(gauge);
      });
      expect(failure?.code).toBe('RELEASE');
      expect(source.hasAttribute('failed')).toBe(true);
      expect(read(gauge, '[part=error]')).toContain('/release/manifest.json');
      serveFile(address.replace('manifest', 'verdicts'), await (await fetch(verdicts)).text());
      manifest = manifestOf();
      find(gauge, '[part=retry]').click();
      await expect.poll(() => read(gauge, '[part=value]')).toBe('83.9%');
      expect(source.hasAttribute('failed')).toBe(false);
    } finally {
      window.fetch = fetch;
    }
  });

  test.each([
    'https://other.example/verdicts.json',
    '//other.example/a',
    '../secret.json',
    '/a.json',
    'a/../../b',
    'data:,{}',
  ])(
    'a manifest that names a file outside of its folder, %s, is refused, and the file is not asked for',
    async (path) => {
      const { verdicts, ...files } = manifestOf().files;
      const asked = vi.spyOn(window, 'fetch');
      const gauge = gaugeOf();
      const manifest = serveManifest({
        ...manifestOf(),
        files: { ...files, verdicts: { ...verdicts, path } },
      });
      asked.mockClear();
      place(sourceOf(manifest, [gauge]));
      expect(read(await shown(gauge), '[part=error]')).toContain('manifest.json');
      expect(asked.mock.calls.map(([address]) => address)).toEqual([manifest]);
      asked.mockRestore();
    },
  );

  test.each([
    ['manifest', 'http://[', '/data/manifest.json'],
    ['integrity', 'md5-1', 'sha256-'],
    ['refreshAfter', 'often', 'refresh="10"'],
  ] as const)('a wrong attribute %s is told, with an example', async (name, value, example) => {
    const gauge = gaugeOf();
    place(sourceOf(publishPage([revenue()]).manifest, [gauge], { [name]: value }));
    expect(read(await shown(gauge), '[part=error]')).toContain(example);
  });
});

describe('its events', () => {
  test('zj-source-ready has the manifest, once', async () => {
    const { manifest } = publishPage([revenue()]);
    const source = sourceOf(manifest);
    const told = await eventsOf<{ manifest: { plan: { id: string } } }>('zj-source-ready', async () => {
      place(source);
      await expect.poll(() => source.release?.plan.id).toBe('park');
      source.refresh();
      source.lang = 'en';
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(told.map((detail) => detail.manifest.plan.id)).toEqual(['park']);
  });

  test('zj-selection-changed has the selection: at each change, and only then', async () => {
    const source = sourceOf('');
    const told = await eventsOf('zj-selection-changed', () => {
      place(source);
      source.select({ where: [chips] });
      source.select({ where: [{ ...chips }] });
      source.select({ during: '2026' });
      source.selection = { where: [north] };
      source.selection = null;
    });
    expect(told).toEqual([
      { where: [chips] },
      { where: [chips], during: '2026' },
      { where: [north] },
      { where: [] },
    ]);
  });

  test('a selection that was set before the script arrived counts', () => {
    const early = document.createElement('early-source') as ZjSource;
    Object.assign(early, { selection: { where: [chips] }, refresh: 5 });
    place(early);
    customElements.define('early-source', class extends ZjSource {});
    expect(early.selection).toEqual({ where: [chips] });
    expect(early.refreshAfter).toBe('5');
    expect(early.refresh).toBeTypeOf('function');
  });
});

describe('questions', () => {
  /** Metrics of a page that keep the questions, and answer nothing. */
  function metricsOf(asked: Query[], catalogue: Pick<Manifest, 'metrics' | 'datasets'>): Metrics {
    const query = (one: Query): Promise<QueryResult> => {
      asked.push(one);
      return Promise.resolve({ sql: 'SELECT 1' } as QueryResult);
    };
    return {
      query,
      catalogue,
      close: () => Promise.reject(new Error('it is the page’s')),
    } as unknown as Metrics;
  }

  test('are answered by the page’s own metrics, under the selection', async () => {
    const asked: Query[] = [];
    const source = sourceOf('', [gaugeOf()], { metrics: metricsOf(asked, manifestOf()) });
    place(source);
    const gift = findGift(source.firstElementChild!)!;
    expect(gift.canQuery).toBe(true);
    source.select({ where: [chips, north], during: '2026' });
    await gift.query({ metric: 'revenue' });
    await gift.query({ metric: 'visits' });
    await gift.query({ metric: 'revenue', by: ['industry'] }, { except: ['industry'] });
    expect(asked).toEqual([
      { metric: 'revenue', where: [chips, north], during: '2026' },
      { metric: 'visits', where: [north], during: '2026' },
      { metric: 'revenue', by: ['industry'], where: [north], during: '2026' },
    ]);
    source.remove();
    await new Promise((resolve) => setTimeout(resolve));
  });

  test('rows are those under the selection, and a filter leaves out the conditions of other datasets', async () => {
    const [asked, selected]: [RowsQuestion[], Selection[]] = [[], []];
    const state = { selection: { where: [] }, rows: 0, allRows: 0, fields: [] };
    const metrics = {
      ...metricsOf([], manifestOf()),
      rows: (one: RowsQuestion) => {
        asked.push(one);
        return Promise.resolve({ rowCount: 7, window: () => Promise.reject(new Error('gone')) });
      },
      filter: () =>
        Promise.resolve({
          fields: [],
          state,
          select: (one: Selection) => Promise.resolve(void selected.push(one)),
        }),
    } as unknown as Metrics;
    const source = sourceOf('', [gaugeOf()], { metrics });
    place(source);
    const gift = findGift(source.firstElementChild!)!;
    source.select({ where: [chips, north], during: '2026' });
    const rows = await gift.rows({ dataset: 'goods' });
    expect(rows.rowCount).toBe(7);
    await gift.rows({ dataset: 'visits', during: '2025', where: [{ column: 'zone', null: false }] });
    await gift.rows({ dataset: 'goods' }, { except: ['industry'] });
    await gift.rows({ query: { metric: 'visits' } });
    expect(asked).toEqual([
      { dataset: 'goods', where: [chips, north], during: '2026' },
      { dataset: 'visits', where: [{ column: 'zone', null: false }, north], during: '2025' },
      { dataset: 'goods', where: [north], during: '2026' },
      { query: { metric: 'visits', where: [north], during: '2026' } },
    ]);
    const gone = (await rows.window(0, 1).catch((error: unknown) => error)) as { failure: { code: string } };
    expect(gone.failure.code).toBe('QUERY');

    const filter = await gift.filter({ dataset: 'visits', fields: ['zone'] });
    await filter.select(source.selection);
    expect(selected).toEqual([{ where: [north], during: '2026' }]);
    expect(filter.state).toBe(state);
  });

  test('metrics of an older SDK open no rows, and it is said', async () => {
    const source = sourceOf('', [gaugeOf()], { metrics: metricsOf([], manifestOf()), lang: 'en' });
    place(source);
    const gift = findGift(source.firstElementChild!)!;
    const error = await gift.rows({ dataset: 'goods' }).catch((error: unknown) => error);
    const { failure } = error as { failure: { code: string; message: (face: never) => string } };
    expect([failure.code, failure.message({} as never)]).toEqual([
      'ENGINE',
      expect.stringContaining('no method “rows”'),
    ]);
  });

  test('answers are of another era with other metrics', async () => {
    const source = sourceOf('', [gaugeOf()], { metrics: metricsOf([], manifestOf()) });
    place(source);
    await source.updateComplete;
    const gift = findGift(source.firstElementChild!)!;
    const { era } = gift;
    source.lang = 'en';
    await source.updateComplete;
    expect(gift.era).toBe(era);
    source.metrics = metricsOf([], manifestOf());
    await source.updateComplete;
    expect(gift.era).not.toBe(era);
  });

  test.each([
    ['zh-CN', '查询引擎'],
    ['en', 'names no engine'],
  ])('without an engine they fail with the remedy (%s)', async (lang, told) => {
    const source = sourceOf(publishPage([revenue()]).manifest, [gaugeOf()], { lang });
    place(source);
    const gift = findGift(source.firstElementChild!)!;
    expect(gift.canQuery).toBe(false);
    const error = await gift.query({ metric: 'revenue' }).catch((error: unknown) => error);
    const { failure } = error as { failure: { code: string; message: (face: never) => string } };
    expect(failure.code).toBe('ENGINE');
    expect(failure.message({} as never)).toContain(told);
  });

  test('a script that is missing or another one is told by its address', async () => {
    const other = URL.createObjectURL(new Blob(['export const a = 1'], { type: 'text/javascript' }));
    for (const sdk of [other, '/no-such/zj-metrics.js']) {
      const { manifest } = publishPage([revenue()]);
      const source = sourceOf(manifest, [gaugeOf()], { sdk, engine: '/zj/engine/', lang: 'en' });
      place(source);
      const error = await findGift(source.firstElementChild!)!
        .query({ metric: 'revenue' })
        .catch((error: unknown) => error);
      const { failure } = error as { failure: { code: string; message: (face: never) => string } };
      expect(failure.code).toBe('ENGINE');
      expect(failure.message({} as never)).toContain(new URL(sdk, location.href).href);
    }
  });
});

test('sources and gauges that leave the page leave nothing behind', async () => {
  const { manifest } = publishPage([revenue()]);
  const before = elements.size;
  for (let i = 0; i < 20; i++) {
    const gauges = Array.from({ length: 5 }, () => gaugeOf());
    const source = sourceOf(manifest, gauges);
    const box = place(source);
    expect(findSource(gauges[0]!)).toBe(source);
    await shown(gauges[0]!);
    box.remove();
  }
  expect(elements.size).toBe(before);
});

test('a manifest without an address waits, and one that is set later is read', async () => {
  const gauge = gaugeOf();
  const source = sourceOf('', [gauge]);
  place(source);
  await gauge.updateComplete;
  expect(gauge.hasAttribute('loading')).toBe(true);
  expect(gauge.hasAttribute('failed')).toBe(false);
  source.setAttribute('manifest', serveManifest(manifestOf()));
  await expect.poll(() => source.release?.plan.id).toBe('park');
});
