// What the types of React and of Vue know of the elements, from the manifest: `npm run manifest` writes them beside it.
import { format } from 'prettier';

const head = (name, where) =>
  [
    `// Written from the manifest by "npm run manifest": the tags of @zj/widgets in ${where}.`,
    `// Types alone: import '@zj/widgets/${name}' in one file of a project.`,
    '',
  ].join('\n');

/** The files of `@zj/widgets/react` and `@zj/widgets/vue`, by name. */
export async function writeFrameworks(manifest) {
  const tags = JSON.parse(manifest)
    .modules.flatMap(({ declarations }) => declarations)
    .map(readTag);
  const classes = tags.map(({ element }) => element).join(', ');
  const print = (text) => format(text, { parser: 'typescript', printWidth: 110, singleQuote: true });
  return {
    'react.d.ts': await print(writeReact(tags, classes)),
    'vue.d.ts': await print(writeVue(tags, classes)),
  };
}

/** What a page may write on a tag: each attribute that has a property, and each property that can be set. */
function readTag({ name: element, tagName, description, attributes, members, events }) {
  const isMethod = ({ type }) => type?.text.includes('=>');
  const settable = members.filter((one) => one.kind === 'field' && !one.readonly && !isMethod(one));
  const props = new Map();
  for (const { name, fieldName, type, description } of attributes) {
    if (!fieldName) continue;
    const isProperty = settable.some((member) => member.name === fieldName);
    props.set(name, { type: isProperty ? `${element}['${fieldName}']` : spell(type.text), description });
  }
  for (const { name, description } of settable) {
    if (!props.has(name)) props.set(name, { type: `${element}['${name}']`, description });
  }
  return { element, tagName, description, props: [...props], events };
}

/** The type of what an attribute says: a number may be written as its text. */
function spell(type) {
  return type.replace(/\bnumber\b/, 'number | `${number}`');
}

const comment = (text) => `/** ${text} */`;

/** The members of an interface, each with what it is. */
function list(props) {
  const lines = props.map(
    ([name, { type, description }]) => `${comment(description)}\n'${name}'?: ${type} | null | undefined;`,
  );
  return lines.join('\n');
}

function writeReact(tags, classes) {
  const interfaces = tags.map(
    (tag) => `${comment(tag.description)}
export interface ${tag.element}Props {
${list(tag.props)}
${tag.events.map(({ name, description }) => `${comment(description)}\n'on${name}'?: Listener<'${name}'>;`).join('\n')}
}`,
  );
  return `${head('react', "React's JSX")}import type { ClassAttributes, HTMLAttributes } from 'react';
import type { ${classes} } from '@zj/widgets';

type Listener<Name extends keyof GlobalEventHandlersEventMap> =
  | ((event: GlobalEventHandlersEventMap[Name]) => void)
  | null
  | undefined;

/** What React knows of every element, and of this one. */
type Tag<Element, Props> = ClassAttributes<Element> &
  Omit<HTMLAttributes<Element>, keyof Props> &
  Props & { class?: string | undefined };

${interfaces.join('\n\n')}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      ${tags.map(({ tagName, element }) => `'${tagName}': Tag<${element}, ${element}Props>;`).join('\n')}
    }
  }
}
`;
}

/** Templates name a property as it is or with hyphens; its type has one name. */
function camel(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

function writeVue(tags, classes) {
  const interfaces = tags.map((tag) => {
    const once = new Map(tag.props.map(([name, prop]) => [camel(name), prop]));
    return `${comment(tag.description)}
export interface ${tag.element}Props {
${list([...once])}
}

export interface ${tag.element}Events {
${tag.events.map(({ name, description }) => `${comment(description)}\n'${name}': GlobalEventHandlersEventMap['${name}'];`).join('\n')}
}`;
  });
  return `${head('vue', "Vue's templates")}import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { ${classes} } from '@zj/widgets';

/** What Vue knows of every element, and of this one. */
type Tag<Element, Props, Events> = new () => Element & {
  $props: Props & Omit<HTMLAttributes, keyof Props> & PublicProps;
  $emit: EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;
};

${interfaces.join('\n\n')}

declare module 'vue' {
  interface HTMLAttributes {
    /** The slot of an element that this stands in. */
    slot?: string | undefined;
  }
  interface GlobalComponents {
    ${tags.map(({ tagName, element }) => `'${tagName}': Tag<${element}, ${element}Props, ${element}Events>;`).join('\n')}
  }
}
`;
}
