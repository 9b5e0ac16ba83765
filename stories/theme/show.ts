import { html, type TemplateResult } from 'lit';
import { formatHex, machado, parseHex } from './colour.js';
import { listPairs, measurePair } from './pairs.js';
import { colours, hooks, printDefault, statuses, themes, type Theme, type ThemeName } from './themes.js';
import { compareStatuses, leastDifference, see, visions, type Vision } from './vision.js';

/** Elder mode has the colours of light and dark, with soft ink made full. */
const names = (Object.keys(themes) as ThemeName[]).filter((name) => !name.startsWith('elder'));

/** A sample of a colour. */
function sample(hex: string): TemplateResult {
  return html`
    <svg class="sample" viewBox="0 0 40 20" role="img" aria-label=${hex}>
      <rect width="40" height="20" rx="4" fill=${hex} />
    </svg>
  `;
}

/** A sample of a colour, with its value. */
function swatch(hex: string): TemplateResult {
  return html`
    <span class="swatch">
      ${sample(hex)}
      <code>${hex}</code>
    </span>
  `;
}

function table(caption: string, head: readonly string[], rows: readonly unknown[][]): TemplateResult {
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label=${caption}>
      <table class=${head.includes('for') ? 'figures described' : 'figures'}>
        <caption>${caption}</caption>
        <thead>
          <tr>
            ${head.map(
              (cell) => html`
                <th scope="col">${cell}</th>
              `,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([first, ...rest]) => html`
              <tr>
                <th scope="row">${first}</th>
                ${rest.map(
                  (cell) => html`
                    <td>${cell}</td>
                  `,
                )}
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}

/** The ten colours in every theme. */
export function showColours(): TemplateResult {
  return table(
    'The ten colours of a theme',
    ['custom property', 'for', ...names],
    colours.map((name) => [
      html`
        <code>--zj-${name}</code>
      `,
      themes.light[name]!.description,
      ...names.map((theme) => swatch(themes[theme][name]!.css)),
    ]),
  );
}

/** The tokens beside the colours, as they are and in elder mode. */
export function showHooks(): TemplateResult {
  const code = (text: string): TemplateResult => html`
    <code>${text}</code>
  `;
  return table(
    'Accents, type, drawing and card',
    ['custom property', 'for', 'default', 'elder'],
    hooks.map((name) => {
      const [light, elder] = [themes.light[name]!, themes.elder[name]!];
      return [
        code(`--zj-${name}`),
        light.description,
        code(printDefault(light)),
        elder.css === light.css ? '' : code(elder.css),
      ];
    }),
  );
}

/** A measured figure, and whether it is as large as it has to be. */
function verdict(figure: number, least: number, decimals: number): TemplateResult {
  const holds = figure >= least;
  return html`
    <span class=${holds ? 'holds' : 'fails'}>
      ${figure.toFixed(decimals)} ${holds ? '✓ at least' : '✗ below'} ${least}
    </span>
  `;
}

/** Rows of pairs, those that fail first. */
const failingFirst = <Row extends { readonly fails: boolean }>(rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((one, other) => Number(other.fails) - Number(one.fails));

/** The contrast of every pair, in every theme. */
export function showContrasts(): TemplateResult {
  const rows = listPairs(true).map(({ name }) => {
    const cells = names.map((theme) => {
      const pair = listPairs(theme.startsWith('contrast')).find((one) => one.name === name);
      return pair && { figure: measurePair(themes[theme], pair), least: pair.least };
    });
    return { name, cells, fails: cells.some((cell) => cell && cell.figure < cell.least) };
  });
  return table(
    'Contrast (WCAG 2.2), and what it has to be',
    ['pair', ...names],
    failingFirst(rows).map(({ name, cells }) => [
      name,
      ...cells.map((cell) => (cell ? verdict(cell.figure, cell.least, 2) : '')),
    ]),
  );
}

const measureAll = (
  theme: Theme,
): readonly {
  readonly name: string;
  readonly figure: number;
  readonly least: number;
  readonly fails: boolean;
}[] =>
  listPairs(false).map((pair) => {
    const figure = measurePair(theme, pair);
    return { name: pair.name, figure, least: pair.least, fails: figure < pair.least };
  });

/** How many pairs of a theme fail. */
export function tellFailures(theme: Theme): string {
  const all = measureAll(theme);
  return `${all.filter(({ fails }) => fails).length} of ${all.length} pairs fail`;
}

/** The contrast of every pair in one theme. */
export function showContrastsOf(theme: Theme): TemplateResult {
  return table(
    'Contrast (WCAG 2.2), and what it has to be',
    ['pair', 'contrast'],
    failingFirst(measureAll(theme)).map(({ name, figure, least }) => [name, verdict(figure, least, 2)]),
  );
}

/** How the statuses look to readers who lack a kind of cone, and how far apart the nearest two are. */
export function showVision(theme: Theme, caption: string): TemplateResult {
  return table(
    caption,
    ['colour vision', ...statuses, 'CIEDE2000 of the nearest two'],
    visions.map((vision) => {
      const [{ one, other, difference }] = compareStatuses(theme, vision) as [
        { one: string; other: string; difference: number },
      ];
      return [
        vision,
        ...statuses.map((name) => sample(formatHex(see(parseHex(theme[name]!.css), vision)))),
        html`
          ${verdict(difference, leastDifference, 1)}
          <br />
          ${one}, ${other}
        `,
      ];
    }),
  );
}

/**
 * The picture as a reader sees it: SVG's filters compute in linear sRGB, as the matrices ask for.
 */
export function seenBy(vision: Vision, drawn: TemplateResult): TemplateResult {
  if (vision === 'trichromacy') return drawn;
  const rows = machado[vision].map((row) => [...row, 0, 0].join(' '));
  return html`
    <svg width="0" height="0" aria-hidden="true" style="position: absolute">
      <filter id=${vision} color-interpolation-filters="linearRGB">
        <feColorMatrix values=${`${rows.join(' ')} 0 0 0 1 0`} />
      </filter>
    </svg>
    <div style=${`filter: url(#${vision})`}>${drawn}</div>
  `;
}
