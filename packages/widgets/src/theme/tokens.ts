/** The colours, light and dark. Each is a token that a page may set: `--zj-ink`, `--zj-on-track`, … */
export const colours = {
  ink: ['#17212b', '#edf2f7'],
  'ink-soft': ['#526070', '#a8b5c2'],
  surface: ['#fff', '#18222c'],
  line: ['#dde4ea', '#31404e'],
  track: ['#e6ebf0', '#2c3a47'],
  achieved: ['#08774f', '#3ecb97'],
  'on-track': ['#1460b4', '#62aaf8'],
  'at-risk': ['#9c5b00', '#f2b14d'],
  'off-track': ['#b82e2c', '#ff837b'],
  neutral: ['#5b6875', '#9dabb8'],
} as const;

const declare = (value: (light: string, dark: string) => string): string =>
  `.root{${Object.entries(colours)
    .map(([name, [light, dark]]) => `--_${name}:var(--zj-${name},${value(light, dark)});`)
    .join('')}}`;

/**
 * The tokens as private custom properties on the root inside the shadow tree, where no page reaches them but through their public
 * names. Light first; dark only where the browser knows `light-dark()` and the page opts into a dark scheme.
 */
export const tokenStyle = `${declare((light) => light)}@supports(color:light-dark(red,red)){${declare((light, dark) => `light-dark(${light},${dark})`)}}`;
