import manifest from '@zj/widgets/custom-elements.json';

/** One line of the manifest: a part, a slot, an attribute or a custom property. */
export interface Listed {
  readonly name: string;
  readonly description: string;
  readonly default?: string;
}

interface Declared {
  readonly cssParts: readonly Listed[];
  readonly slots: readonly Listed[];
  readonly attributes: readonly Listed[];
  readonly cssProperties: readonly Listed[];
}

const gauge = manifest.modules
  .flatMap(
    ({ declarations }) => declarations as unknown as readonly (Declared & { readonly tagName?: string })[],
  )
  .find(({ tagName }) => tagName === 'zj-goal-gauge')!;

/** All parts of the gauge's card. A part has the number of its place in this list. The menu that opens over the page, and the button that needs a voice, are in no picture. */
export const parts = gauge.cssParts.filter(({ name }) => !/^(menu-(?!button)|read-button)/.test(name));
export const slots = gauge.slots;
export const properties = gauge.cssProperties;
/** The attributes that the gauge sets. */
export const states = gauge.attributes.filter(({ description }) =>
  description.startsWith('Set by the gauge'),
);

/** The number of a part, from 1; 0 of a name that is not in the manifest. */
export function numberOf(part: string): number {
  return parts.findIndex(({ name }) => name === part) + 1;
}
