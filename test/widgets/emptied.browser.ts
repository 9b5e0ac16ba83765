import type { ZjGoalGauge } from '@zj/widgets';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clear, find, measured, mount, read } from './mount.js';

beforeEach(clear);
afterEach(clear);

type Name = 'value' | 'target' | 'baseline' | 'unit' | 'label' | 'start' | 'end' | 'asOf';
type Flag = 'count' | 'compact' | 'elder';
type Host = Omit<ZjGoalGauge, Name | Flag> & Record<Name | Flag, unknown>;

const attributes: Readonly<Record<string, string>> = { asOf: 'as-of' };
const attributeOf = (name: string): string => attributes[name] ?? name;

/** Vue 3's way of setting a property (`patchDOMProp` of its runtime-dom). */
function patch(host: Host, name: Name | Flag, given: unknown): void {
  let value = given;
  let remove = false;
  if (value === '' || value == null) {
    const type = typeof host[name];
    if (type === 'boolean') value = value === '';
    else if (value == null && type === 'string') [value, remove] = ['', true];
    else if (type === 'number') [value, remove] = [0, true];
  }
  host[name] = value;
  if (remove) host.removeAttribute(attributeOf(name));
}

/** The ways in which frameworks clear a property. */
const emptied: Readonly<Record<string, (host: Host, name: Name) => void>> = {
  'Vue 3, null': (host, name) => patch(host, name, null),
  'Vue 3, undefined': (host, name) => patch(host, name, undefined),
  'Vue 3, an empty text': (host, name) => patch(host, name, ''),
  'React 19 and Angular, null': (host, name) => (host[name] = null),
  'React 19 and Lit, undefined': (host, name) => (host[name] = undefined),
  'Preact and Vue 2, an empty text': (host, name) => (host[name] = ''),
  'JSX, false': (host, name) => (host[name] = false),
  'a field for numbers, NaN': (host, name) => (host[name] = NaN),
};

/** The same by attributes. */
const removed: Readonly<Record<string, (host: Host, name: string) => void>> = {
  'React 18, Alpine and Angular, removed': (host, name) => host.removeAttribute(name),
  'Lit, an empty text': (host, name) => host.setAttribute(name, ''),
};

async function change(gauge: ZjGoalGauge, apply: (host: Host) => void): Promise<void> {
  apply(gauge);
  await gauge.updateComplete;
  await measured(gauge);
}

describe('a value that is taken back is nothing reported, and no nought', () => {
  test.each(Object.entries(emptied))('%s', async (_, empty) => {
    for (const before of [71, '71', 0]) {
      const gauge = await mount({ value: before, target: 100 });
      expect(read(gauge, '[part=value]')).toBe(before === 0 ? '0.0%' : '71.0%');
      await change(gauge, (host) => empty(host, 'value'));
      expect(gauge.getAttribute('status')).toBe('no-data');
      expect(read(gauge, '[part=value]')).toBe('—');
      expect(read(gauge, '.chip')).toBe('暂无数据');
      await change(gauge, (host) => patch(host, 'value', 72));
      expect(read(gauge, '[part=value]')).toBe('72.0%');
      clear();
    }
  });

  test.each(Object.entries(removed))('%s', async (_, remove) => {
    const gauge = await mount({ target: 100 });
    gauge.setAttribute('value', '71');
    await gauge.updateComplete;
    expect(read(gauge, '[part=value]')).toBe('71.0%');
    await change(gauge, (host) => remove(host, 'value'));
    expect(gauge.getAttribute('status')).toBe('no-data');
    expect(read(gauge, '[part=value]')).toBe('—');
  });

  test('nought that is reported is nought', async () => {
    for (const nought of [0, '0', -0]) {
      const gauge = await mount({ value: nought, target: 100 });
      expect(read(gauge, '[part=value]')).toBe('0.0%');
      clear();
    }
  });
});

describe('so is every other text and figure', () => {
  const dates = { start: '2026-01-01', end: '2026-12-31', asOf: '2026-10-31' };
  test.each(Object.entries(emptied))('%s', async (_, empty) => {
    const told = async (given: Record<string, unknown>, name: Name): Promise<string> => {
      const gauge = await mount(given);
      await change(gauge, (host) => empty(host, name));
      const text = read(gauge, 'figure');
      clear();
      return text;
    };
    expect(await told({ value: 71, target: 100 }, 'target')).toContain('暂不能评判');
    expect(await told({ value: 71, baseline: 20, target: 100 }, 'baseline')).toContain('71.0%');
    expect(await told({ value: 71, target: 100, unit: '件' }, 'unit')).not.toContain('件');
    expect(await told({ value: 71, target: 100, label: '专利' }, 'label')).toMatch(/^目标/);
    expect(await told({ value: 71, target: 100, ...dates }, 'asOf')).not.toContain('83.3%');
    expect(await told({ value: 71, target: 100, ...dates }, 'start')).toContain('start=""');
    expect(await told({ value: 71, target: 100, ...dates }, 'end')).toContain('end=""');
  });
});

describe('a boolean', () => {
  const flags: readonly Flag[] = ['count', 'compact', 'elder'];

  test('is set by an attribute without a value, as templates write it, and never by nothing', async () => {
    for (const name of flags) {
      const host = (await mount({ value: 1, target: 2 })) as unknown as Host;
      expect(host[name]).toBe(false);
      patch(host, name, '');
      expect(host[name]).toBe(true);
      for (const nothing of [null, undefined, false]) {
        host[name] = true;
        patch(host, name, nothing);
        expect(host[name]).toBe(false);
      }
      // Preact.
      host[name] = true;
      host[name] = '';
      expect(host[name]).toBe(false);
    }
  });

  test('that React 18 writes as false is not set', async () => {
    for (const name of flags) {
      const host = (await mount({ value: 1, target: 2 })) as unknown as Host;
      host.setAttribute(name, 'true');
      expect(host[name]).toBe(true);
      host.setAttribute(name, 'false');
      expect(host[name]).toBe(false);
      expect(host.hasAttribute(name)).toBe(false);
    }
  });
});

describe('an empty src and an empty goal are not given', () => {
  test('a gauge that stands alone does so beside them', async () => {
    for (const nothing of ['', ' ', null, undefined, false]) {
      const gauge = await mount({ src: nothing, goal: nothing, value: 71, target: 100 } as never);
      await measured(gauge);
      expect(read(gauge, '[part=value]')).toBe('71.0%');
      clear();
    }
  });

  test('without anything else the gauge waits', async () => {
    const gauge = await mount({ src: '', goal: '' });
    expect(gauge.hasAttribute('loading')).toBe(true);
    expect(gauge.hasAttribute('failed')).toBe(false);
  });

  test('one of them alone is told', async () => {
    expect(read(await mount({ src: '', goal: 'a', value: 71 }), '[part=error]')).toContain('src=""');
    clear();
    expect(read(await mount({ src: '/a.json', goal: '', value: 71 }), '[part=error]')).toContain('goal=""');
  });
});

describe('white space', () => {
  test.each(['\n', '\r\n', '\t', '\u00a0', '\u2028', '\u3000', ' \n  '])(
    '%j in a text is a space',
    async (space) => {
      const gauge = await mount({
        value: `${space}71`,
        target: `100${space}`,
        unit: `billion${space}yuan${space}`,
        label: `PCT${space}专利`,
        start: `${space}2026-01-01`,
        end: '2026-12-31',
        asOf: `2026-10-31${space}`,
        lang: 'en',
      });
      expect(read(gauge, 'figcaption')).toBe('PCT 专利');
      expect(find(gauge, 'b + p').textContent).toBe('71 / 100 billion yuan');
      expect(read(gauge, '[part=pace]')).toContain('83.3%');
    },
  );
});

describe('the day up to which a figure counts', () => {
  const given = { value: 71, target: 100, start: '2026-01-01', end: '2026-12-31' };

  test('may be written asof, as frameworks write the attribute of a property asOf', async () => {
    const gauge = await mount(given);
    gauge.setAttribute('asOf', '2026-10-31');
    await gauge.updateComplete;
    expect(gauge.getAttributeNames()).toContain('asof');
    expect(read(gauge, '[part=pace]')).toContain('83.3%');
    gauge.asOf = '2026-11-30';
    await gauge.updateComplete;
    expect(read(gauge, '[part=pace]')).toContain('91.5%');
    gauge.removeAttribute('asof');
    await gauge.updateComplete;
    expect(read(gauge, '[part=pace]')).not.toContain('%');
  });

  test('is missed beside start or end, in words and without hiding the figure', async () => {
    for (const { start, end } of [given, { start: given.start, end: '' }, { start: '', end: given.end }]) {
      const gauge = await mount({ ...given, start, end });
      expect(read(gauge, '[part=value]')).toBe('71.0%');
      expect(read(gauge, '[part=pace]')).toBe('未写 as-of，不与时序比较');
      gauge.lang = 'en';
      await gauge.updateComplete;
      expect(read(gauge, '[part=pace]')).toBe('No schedule: as-of is missing');
      expect(gauge.hasAttribute('failed')).toBe(false);
      clear();
    }
    expect(read(await mount({ value: 71, target: 100 }), '.facts')).not.toContain('as-of');
  });
});
