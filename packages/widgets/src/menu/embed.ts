import { printMarkup } from '../drawing/print.js';
import type { Attributes, Tree } from '../drawing/tree.js';

/** A tag as it is embedded in another page. */
export interface Embedded {
  /** The tag of the element, `zj-goal-gauge`. */
  readonly tag: string;
  readonly attributes: Attributes;
  /** The source around it, where it asks queries. */
  readonly source: Attributes | undefined;
  /** The script that the page loads; `null` where it has bundled it. */
  readonly script: Attributes | null;
  /** The sentence for readers without scripts. */
  readonly fallback: string;
}

/**
 * The HTML of an element for another page: the script, and the tag with the figures in words inside. All texts are escaped.
 *
 * @example embedCode({ tag: 'zj-goal-gauge', attributes: { src: 'https://a.cn/verdicts.json', goal: 'pct' }, … })
 * // '<script src="https://a.cn/zj.js" type="module"></script>\n<zj-goal-gauge src="https://a.cn/verdicts.json" goal="pct"><p>…</p></zj-goal-gauge>'
 */
export function embedCode({ tag, attributes, source, script, fallback }: Embedded): string {
  const element: Tree = [tag, attributes, ['p', {}, fallback]];
  const prefix = tag.replace(/[^-]*-[^-]*$/, '');
  const trees: readonly Tree[] = [
    ...(script ? [['script', script] as Tree] : []),
    source ? [`${prefix}source`, source, element] : element,
  ];
  return trees.map((tree) => printMarkup([tree])).join('\n');
}

/** A property of an element, as its class declares it. */
export interface Declared {
  readonly attribute?: boolean | string;
}

/**
 * The attributes of an element as they are set now, by markup or by script, without those that say where its figures are.
 * `undefined` where a script gave it figures of its own, which no markup has.
 */
export function attributesOf(
  element: object,
  declared: ReadonlyMap<PropertyKey, Declared>,
  isFile: boolean,
): Readonly<Record<string, string | boolean>> | undefined {
  const written: Record<string, string | boolean> = {};
  for (const [name, { attribute }] of declared) {
    const value = (element as Readonly<Record<PropertyKey, unknown>>)[name];
    if (value === null || value === undefined || value === false || value === '') continue;
    if (attribute === false) {
      if (!isFile) return undefined;
      continue;
    }
    const as = typeof attribute === 'string' ? attribute : String(name).toLowerCase();
    written[as] =
      value === true
        ? true
        : Array.isArray(value)
          ? value.join(',')
          : typeof value === 'object'
            ? JSON.stringify(value)
            : // eslint-disable-next-line @typescript-eslint/no-base-to-string -- objects were written above
              String(value);
  }
  return written;
}
