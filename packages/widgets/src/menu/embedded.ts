import type { MenuSubject } from '../element/menu-subject.js';
import { findSource } from '../element/source.js';
import type { Locale } from '../locale/locale.js';
import { citationOf, citedAddress } from './cite.js';
import { attributesOf, type Declared, type Embedded } from './embed.js';

/** Attributes that name figures inside a source; a file of its own names them in another page. */
const inSource = ['metric', 'grain', 'by', 'query', 'dataset-id'] as const;

/** The tag of an element as another page embeds it; `undefined` where no markup could have its figures. */
export function embedded(element: HTMLElement, subject: MenuSubject, locale: Locale): Embedded | undefined {
  const { file } = subject;
  const { elementProperties } = element.constructor as unknown as {
    readonly elementProperties: ReadonlyMap<PropertyKey, Declared>;
  };
  const set = attributesOf(element, elementProperties, file !== undefined);
  if (!set) return undefined;
  const { src, integrity, refresh, ...looks } = set;
  void [src, integrity];
  const asks = !file && (looks.query !== undefined || looks['dataset-id'] !== undefined);
  const source = asks ? sourceOf(element) : undefined;
  if (asks && !source) return undefined;
  const isGauge = element.localName.endsWith('-goal-gauge');
  const dropped: readonly string[] = file ? [...inSource, ...(isGauge ? [] : ['goal'])] : [];
  return {
    tag: element.localName,
    attributes: {
      ...(file && { src: file.url, ...(file.integrity && { integrity: file.integrity }) }),
      ...Object.fromEntries(Object.entries(looks).filter(([name]) => !dropped.includes(name))),
      ...subject.chosen,
      ...(file && refresh !== undefined && { refresh }),
      lang: locale,
    },
    source,
    script: scriptOf(element.ownerDocument),
    fallback: citationOf(subject, citedAddress(subject, location.href), locale),
  };
}

/** The source around an element with full addresses; one that a script gave its metrics has none. */
function sourceOf(element: HTMLElement): Readonly<Record<string, string>> | undefined {
  const source = findSource(element);
  const known = (['manifest', 'sdk', 'engine', 'integrity'] as const).flatMap((name) => {
    const value = source?.getAttribute(name)?.trim();
    if (!value) return [];
    return [[name, name === 'integrity' ? value : new URL(value, source!.baseURI).href] as const];
  });
  const attributes = Object.fromEntries(known);
  return attributes.manifest && attributes.sdk && attributes.engine ? attributes : undefined;
}

/** The script of the page that defines elements, with the digest that pins it. */
function scriptOf({ scripts }: Document): Readonly<Record<string, string | boolean>> | null {
  const script = [...scripts].find(({ src }) => /\/zj(-goal-gauge)?\.js$/.test(src.replace(/[?#].*$/s, '')));
  if (!script) return null;
  const { src, type, integrity } = script;
  return {
    src,
    ...(type === 'module' ? { type } : { defer: true }),
    ...(integrity && { integrity, crossorigin: 'anonymous' }),
  };
}
