import { expect, test } from 'vitest';
import manifest from '../../packages/widgets/custom-elements.json';
import { tellIdle } from '../../.storybook/idle.js';
import { arrangeManifest, offerControls } from '../../.storybook/manifest.js';

test('a story tells which menus of the toolbar have no effect on it', () => {
  expect(tellIdle([], false, true)).toEqual([]);
  expect(tellIdle([], true, false)).toEqual([]);
  expect(tellIdle([], true, true)).toEqual(['Text size has no effect in elder mode.']);
  expect(tellIdle(['width'], false, false)).toEqual(['Width has no effect here: the story sets its own.']);
  expect(tellIdle(['lang', 'theme', 'elder'], false, true)).toEqual([
    'Theme, Elder mode and Language have no effect here: the story sets its own.',
  ]);
});

/** The controls of the gauge's attributes, as Storybook hands them over. */
function offer(
  names: readonly string[],
): Readonly<Record<string, { control?: unknown; options?: readonly unknown[] }>> {
  interface Element {
    readonly tagName: string;
    readonly attributes: readonly { name: string; type: { text: string }; description: string }[];
  }
  const element = arrangeManifest(manifest)
    .modules.flatMap(({ declarations }) => declarations as unknown as readonly Element[])
    .find(({ tagName }) => tagName === 'zj-goal-gauge')!;
  const given = element.attributes.map(({ name, type, description }) => [
    name,
    { name, description, table: { category: 'attributes', type: { summary: type.text } } },
  ]);
  const offered = offerControls({ argTypes: Object.fromEntries(given) as object } as never);
  return Object.fromEntries(names.map((name) => [name, offered[name]!]));
}

test('every control can be emptied, and offers the words of its attribute', () => {
  const { appearance, hide, ...numbers } = offer(['appearance', 'hide', 'value', 'target', 'refresh']);
  expect(appearance!.options).toEqual(['', 'arc', 'ring', 'linear', 'number']);
  expect(hide).toMatchObject({
    control: { type: 'inline-check' },
    options: ['forecast', 'source', 'through', 'read', 'menu-csv', 'menu-sql', 'menu'],
  });
  for (const text of Object.values(numbers)) expect(text).toMatchObject({ control: { type: 'text' } });
  expect(offer(['[stale]'])['[stale]']).toMatchObject({ control: false });
});
