import { parseHex } from './colour.js';
import { colours } from './themes.js';

/** Values of custom properties by their names; one that is empty is left out of the theme. */
export type Values = Readonly<Record<string, string | undefined>>;

const named = (values: Values): readonly (readonly [name: string, value: string])[] =>
  Object.entries(values).flatMap(([name, value]) => (value ? [[name, value] as const] : []));

/**
 * A theme as a rule of a style sheet.
 *
 * @example printCss({ '--zj-ink': '#2b1a17' }) // ':root {\n  --zj-ink: #2b1a17;\n}\n'
 */
export function printCss(values: Values): string {
  return `:root {\n${named(values)
    .map(([name, value]) => `  ${name}: ${value};\n`)
    .join('')}}\n`;
}

/**
 * The colours of a theme as a file of design tokens, in the groups of packages/widgets/tokens.
 *
 * @example printTokens({ '--zj-ink': '#ff0000' }) // '{ "color": { "$type": "color", "ink": { "$value": … } } }'
 */
export function printTokens(values: Values): string {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const [property, hex] of named(values)) {
    const name = property.replace('--zj-', '');
    const group = colours.includes(name) ? 'color' : 'accent';
    const components = parseHex(hex).map((part) => Number(part.toFixed(4)));
    groups[group] = {
      ...(groups[group] ?? { $type: 'color' }),
      [name]: { $value: { colorSpace: 'srgb', components, hex } },
    };
  }
  return `${JSON.stringify(groups, undefined, 2)}\n`;
}
