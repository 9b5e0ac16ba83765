import type { ArgTypesEnhancer } from 'storybook/internal/types';

interface Member {
  readonly name: string;
  /** Of a property: the attribute that sets it. */
  readonly attribute?: string;
  /** Of an attribute: the property that it sets. */
  readonly fieldName?: string;
}
interface Element {
  readonly members?: readonly Member[];
  readonly attributes?: readonly Member[];
  readonly slots?: readonly Member[];
  readonly cssParts?: readonly Member[];
}
interface Manifest {
  readonly modules: readonly { readonly declarations: readonly object[] }[];
}

/**
 * The manifest as Storybook needs it, which keys everything by its name: a part and a state have their selector, so that they hide no
 * attribute of that name, and a property that an attribute sets stands there alone.
 */
export function arrangeManifest(manifest: Manifest): Manifest {
  return {
    ...manifest,
    modules: manifest.modules.map((module) => ({
      ...module,
      declarations: module.declarations.map(arrange),
    })),
  };
}

function arrange(element: Element): Element {
  const { members = [], attributes = [], slots = [], cssParts = [] } = element;
  const isState = ({ name, fieldName }: Member): boolean => !fieldName && name !== 'lang';
  return {
    ...element,
    members: members.filter(({ attribute }) => !attribute),
    attributes: attributes.map((one) => (isState(one) ? { ...one, name: `[${one.name}]` } : one)),
    slots: slots.map((slot) => ({ ...slot, name: slot.name ? `slot="${slot.name}"` : 'in the tag' })),
    cssParts: cssParts.map((part) => ({ ...part, name: `::part(${part.name})` })),
  };
}

/**
 * Controls for what a story can set, and for nothing else: where the manifest lists the words of an attribute, "arc" | "ring", they
 * are offered to choose from.
 */
export const offerControls: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const { category, type } = (argType.table ?? {}) as {
        readonly category?: string;
        readonly type?: { readonly summary?: string };
      };
      if (!category || category === 'properties') return [name, argType];
      if (name.startsWith('[')) {
        return [name, { ...argType, control: false, table: { ...argType.table, category: 'states' } }];
      }
      if (category !== 'attributes') return [name, { ...argType, control: false }];
      const options = [...(type?.summary ?? '').matchAll(/["']([^"']+)["']/g)].map(([, word]) => word);
      return [name, options.length > 0 ? { ...argType, control: { type: 'select' }, options } : argType];
    }),
  );
