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
  // The themes of a board are in the manifest that its source reads.
  const isThemed = !src && element.localName.endsWith('-goal-board');
  const source = asks
    ? sourceOf(element, ['manifest', 'sdk', 'engine'])
    : isThemed
      ? sourceOf(element, ['manifest'])
      : undefined;
  if (asks && !source) return undefined;
  const isGauge = element.localName.endsWith('-goal-gauge');
  const address = citedAddress(subject, location.href);
  const dropped: readonly string[] = file ? [...inSource, ...(isGauge ? [] : ['goal'])] : [];
  return {
    tag: element.localName,
    attributes: {
      ...(file && !source && { src: file.url, ...(file.integrity && { integrity: file.integrity }) }),
      ...Object.fromEntries(Object.entries(looks).filter(([name]) => !dropped.includes(name))),
      ...subject.chosen,
      ...(file && refresh !== undefined && { refresh }),
      lang: locale,
    },
    source,
    script: scriptOf(element.ownerDocument),
    // The tag shows all figures: a sentence with those of a selection would contradict it.
    fallback: subject.narrowedTo ? address : citationOf(subject, address, locale),
  };
}

/** The source around an element with full addresses, where it has all of these; one that a script gave its metrics has none. */
function sourceOf(
  element: HTMLElement,
  addresses: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const source = findSource(element);
  const valueOf = (name: string): string => source?.getAttribute(name)?.trim() ?? '';
  if (!addresses.every(valueOf)) return undefined;
  const integrity = valueOf('integrity');
  return {
    ...Object.fromEntries(addresses.map((name) => [name, new URL(valueOf(name), source!.baseURI).href])),
    ...(integrity && { integrity }),
  };
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
