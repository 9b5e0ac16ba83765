import blue from '@zj/widgets/tokens/blue.tokens.json';
import blueDark from '@zj/widgets/tokens/blue-dark.tokens.json';
import contrast from '@zj/widgets/tokens/contrast.tokens.json';
import contrastDark from '@zj/widgets/tokens/contrast-dark.tokens.json';
import dark from '@zj/widgets/tokens/dark.tokens.json';
import elder from '@zj/widgets/tokens/elder.tokens.json';
import light from '@zj/widgets/tokens/light.tokens.json';
import red from '@zj/widgets/tokens/red.tokens.json';
import redDark from '@zj/widgets/tokens/red-dark.tokens.json';

/** A token of the W3C community group's format (Design Tokens Format Module 2025.10), as far as the gauge's use it. */
interface Token {
  readonly $type?: string;
  readonly $value: unknown;
  readonly $description?: string;
  readonly $extensions?: { readonly 'zj.length'?: string };
}

/** A token with the values that it inherits from its group and from the files below. */
export interface Resolved {
  readonly type: string;
  readonly css: string;
  readonly description: string;
  /** The token that it is the same as by default. */
  readonly follows?: string;
}

/** Every token of a theme by its own name, which with `--zj-` before it is its custom property. */
export type Theme = Readonly<Record<string, Resolved>>;

/** A file of tokens: groups of tokens, each with a type. */
export type TokenFile = Readonly<Record<string, unknown>>;

/** The ten colours that a site sets for a theme of its own. */
export const colours = Object.keys(light.color).filter((name) => !name.startsWith('$'));

/** The colours that tell a status. */
export const statuses: readonly string[] = ['achieved', 'on-track', 'at-risk', 'off-track', 'neutral'];

/** Lays files of tokens over each other, the last on top, and resolves references to other tokens. */
export function resolveTheme(...files: readonly TokenFile[]): Theme {
  const tokens = new Map<string, Token>();
  for (const file of files) {
    for (const [group, members] of Object.entries(file)) {
      if (group.startsWith('$')) continue;
      const { $type, ...named } = members as Record<string, Token> & { readonly $type?: string };
      for (const [name, token] of Object.entries(named)) {
        const path = `${group}.${name}`;
        tokens.set(path, { ...($type && { $type }), ...tokens.get(path), ...token });
      }
    }
  }
  const referred = ({ $value }: Token): string | undefined =>
    /^\{(.+)\}$/.exec(typeof $value === 'string' ? $value : '')?.[1];
  const css = (token: Token): string => {
    const { $type, $value, $extensions } = token;
    const path = referred(token);
    return path ? css(tokens.get(path)!) : ($extensions?.['zj.length'] ?? print($type!, $value));
  };
  return Object.fromEntries(
    [...tokens].map(([path, token]) => {
      const follows = referred(token);
      return [
        nameAt(path),
        {
          type: token.$type!,
          css: css(token),
          description: token.$description!,
          ...(follows && { follows: nameAt(follows) }),
        },
      ];
    }),
  );
}

/** The name of a token by its group and name. */
const nameAt = (path: string): string => path.slice(path.indexOf('.') + 1);

/** The default of a token as a style sheet would write it: a token that follows another names it. */
export function printDefault({ css, follows }: Resolved): string {
  return follows ? `var(--zj-${follows})` : css;
}

/** The tokens beside the ten colours. */
export const hooks = Object.keys(resolveTheme(light)).filter((name) => !colours.includes(name));

/** A value as CSS writes it. */
function print(type: string, value: unknown): string {
  switch (type) {
    case 'color': {
      const { hex, alpha } = value as { readonly hex: string; readonly alpha?: number };
      return alpha === 0 ? 'transparent' : hex;
    }
    case 'dimension': {
      const { value: length, unit } = value as { readonly value: number; readonly unit: string };
      return `${length}${unit}`;
    }
    case 'fontWeight':
      return `${value as number}`;
    case 'strokeStyle':
      return (value as { readonly lineCap: string }).lineCap;
    default:
      return (value as readonly string[]).map((font) => (font.includes(' ') ? `'${font}'` : font)).join(', ');
  }
}

/** The files of each theme. */
export const files = { light, dark, contrast, contrastDark, elder, blue, blueDark, red, redDark } as const;

/** The themes of a brand: each has a palette for light and one for dark pages. */
export const brands = ['blue', 'red'] as const;

/** Every theme that a reader can meet. */
export const themes = {
  light: resolveTheme(light),
  dark: resolveTheme(light, dark),
  contrast: resolveTheme(light, contrast),
  'contrast dark': resolveTheme(light, dark, contrastDark),
  elder: resolveTheme(light, elder),
  'elder dark': resolveTheme(light, dark, elder),
  blue: resolveTheme(light, blue),
  'blue dark': resolveTheme(light, dark, blueDark),
  red: resolveTheme(light, red),
  'red dark': resolveTheme(light, dark, redDark),
} as const;

export type ThemeName = keyof typeof themes;
