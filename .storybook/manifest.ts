import type { ArgsEnhancer, ArgTypesEnhancer, InputType, StrictInputType } from 'storybook/internal/types';

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

/** The categories of the table in the order of their use. */
const order = [
  'attributes',
  'properties',
  'slots',
  'css shadow parts',
  'css custom properties',
  'events',
  'states',
];

interface Table {
  readonly category?: string;
  readonly type?: { readonly summary?: string };
}

/**
 * Controls for what a story can set, and for nothing else. An attribute whose words the manifest lists, "arc" | "ring", offers them
 * to choose from, and `hide` any number of its words. Each control can be emptied: the attribute is then absent, and an empty
 * `value` is a figure that is not reported.
 */
export const offerControls: ArgTypesEnhancer = ({ argTypes }) => {
  const rank = (argType: InputType): number =>
    order.indexOf((argType.table as Table | undefined)?.category ?? '');
  const offered = Object.entries(argTypes).map(([name, argType]) => [name, offer(name, argType)] as const);
  return Object.fromEntries(offered.sort(([, one], [, other]) => rank(one) - rank(other)));
};

function offer(name: string, argType: StrictInputType): StrictInputType {
  const { category, type } = (argType.table ?? {}) as Table;
  if (!category || name === 'verdict') return argType;
  if (name.startsWith('['))
    return { ...argType, control: false, table: { ...argType.table, category: 'states' } };
  if (category !== 'attributes') return { ...argType, control: false };
  if (name === 'hide') {
    const words = [...(argType.description ?? '').matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
    return { ...argType, control: { type: 'inline-check' }, options: words };
  }
  const summary = type?.summary ?? '';
  if (/^"[^"]+"( \| "[^"]+")*$/.test(summary)) {
    const words = [...summary.matchAll(/"([^"]+)"/g)].map(([, word]) => word!);
    const control = { type: 'select' as const, labels: { '': '(not set)' } };
    return { ...argType, control, options: ['', ...words] };
  }
  // The control of a number cannot be emptied, and takes no word.
  if (summary.includes('number')) return { ...argType, type: { name: 'string' }, control: { type: 'text' } };
  return argType;
}

/** Numbers as the text of their attributes, since their controls are texts. */
export const tellInText: ArgsEnhancer = ({ initialArgs }) =>
  Object.fromEntries(
    Object.entries(initialArgs).map(([name, given]) => [
      name,
      typeof given === 'number' ? `${given}` : (given as unknown),
    ]),
  );
