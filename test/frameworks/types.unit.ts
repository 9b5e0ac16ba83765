import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const widgets = join(root, 'packages/widgets');

interface Named {
  readonly name: string;
  readonly description: string;
  readonly fieldName?: string;
}
interface Element {
  readonly tagName: string;
  readonly attributes: readonly Named[];
  readonly events: readonly Named[];
}
const { modules } = JSON.parse(readFileSync(join(widgets, 'custom-elements.json'), 'utf8')) as {
  readonly modules: readonly { readonly declarations: readonly Element[] }[];
};
const elements = modules.flatMap(({ declarations }) => declarations);
const types = (file: string): string => readFileSync(join(widgets, 'frameworks', file), 'utf8');

describe.each(elements.map((element) => [element.tagName, element] as const))('<%s>', (tagName, element) => {
  // `lang` is an attribute of every element; what the element sets itself is no page's to write.
  const given = element.attributes.filter(
    ({ name, description }) => name !== 'lang' && !description.startsWith('Set by the '),
  );

  test('has types in React: its tag, every attribute that a page may write, and every event', () => {
    const text = types('react.d.ts');
    expect(text).toContain(`'${tagName}': Tag<`);
    for (const { name } of given) expect(text, name).toMatch(new RegExp(`^ {2}'?${name}'?\\?: `, 'm'));
    for (const { name } of element.events) expect(text, name).toContain(`'on${name}'?: `);
  });

  test('has types in Vue: its tag, every property that a page may set, and every event', () => {
    const text = types('vue.d.ts');
    expect(text).toContain(`'${tagName}': Tag<`);
    for (const { fieldName } of given) expect(text).toMatch(new RegExp(`^ {2}${fieldName}\\?: `, 'm'));
    for (const { name } of element.events) expect(text, name).toContain(`'${name}': `);
  });

  test('has none for what the element sets itself', () => {
    const own = element.attributes.filter((one) => one.name !== 'lang' && !given.includes(one));
    for (const { name } of own)
      for (const file of ['react.d.ts', 'vue.d.ts'])
        expect(types(file), name).not.toMatch(new RegExp(`^ {2}'?${name}'?\\?: `, 'm'));
  });
});

test.each(['@zj/widgets/react', '@zj/widgets/vue'])('%s is nothing at run time', async (name) => {
  expect(Object.keys((await import(/* @vite-ignore */ name)) as object)).toEqual([]);
});
