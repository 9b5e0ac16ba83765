import { html, nothing, render, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { boardOf, parkPlan } from '../goal-boards.js';
import { revenueSeries } from '../goal-series.js';
import { parkLadder } from '../ladders.js';
import { every } from '../verdicts.js';
import { completeTheme } from './complete.js';
import { printCss, type Values } from './export.js';
import { showContrastsOf, tellFailures } from './show.js';
import { colours, themes } from './themes.js';

/** The themes that a theme of one's own begins as. */
const starts = {
  light: '浅色 Light',
  dark: '深色 Dark',
  blue: '蓝色 Blue',
  'blue dark': '蓝色深色 Blue, dark',
  red: '红色 Red',
  'red dark': '红色深色 Red, dark',
} as const;
type Start = keyof typeof starts;

/** The ten colours, and that of links and buttons. */
const chosen = [...colours, 'action'];
const isDark = (start: Start): boolean => start.endsWith('dark');

/** The values of a ready theme, as a style sheet sets them. */
function valuesOf(start: Start): Values {
  const theme = themes[start];
  return {
    ...(isDark(start) && { 'color-scheme': 'dark' }),
    ...Object.fromEntries(chosen.map((name) => [`--zj-${name}`, theme[name]!.css])),
    ...(theme.rule!.css !== 'transparent' && { '--zj-rule': 'var(--zj-action)' }),
  };
}

/** `#1A2` and `1a2b3c` as `#11aa22` and `#1a2b3c`; nothing for a text that is no such colour. */
export function readHex(text: string): string | null {
  const [, digits] = /^\s*#?([0-9a-f]{3}|[0-9a-f]{6})\s*$/i.exec(text) ?? [];
  if (!digits) return null;
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return `#${full.toLowerCase()}`;
}

/**
 * A page on which a theme is made: a colour for each property, the contrast of every pair, a preview, and the style sheet to copy.
 * It is drawn again after each change.
 */
export function showThemePage(page: HTMLElement): void {
  let start: Start = 'light';
  let values: Values = valuesOf(start);
  /** Written texts that are no colours, by the property. */
  let wrong: Readonly<Record<string, string>> = {};
  let said = '';

  const draw = (): void => {
    const theme = completeTheme(values, isDark(start) ? 'dark' : 'light');
    const css = printCss(values);
    render(
      html`
        <div class="theme-page">
          <p>
            <label>
              从此主题开始 / Start from
              <select name="start" @change=${begin}>
                ${Object.entries(starts).map(
                  ([name, title]) => html`
                    <option value=${name} ?selected=${name === start}>${title}</option>
                  `,
                )}
              </select>
            </label>
          </p>
          <fieldset class="theme-colours">
            <legend>颜色 / Colours</legend>
            ${chosen.map(field)}
          </fieldset>
          <p role="status" class="failures">
            <strong>${tellFailures(theme)}</strong>
          </p>
          <p>
            <button name="copy" @click=${() => void copy(css)}>复制 CSS / Copy CSS</button>
            <output>${said}</output>
          </p>
          <label>
            样式 / Style sheet
            <textarea name="css" readonly rows="16" .value=${css}></textarea>
          </label>
          <div class="preview" style=${styleMap(values)}>${preview()}</div>
          ${showContrastsOf(theme)}
        </div>
      `,
      page,
    );
  };

  const begin = ({ target }: Event): void => {
    start = (target as HTMLSelectElement).value as Start;
    values = valuesOf(start);
    wrong = {};
    said = '';
    draw();
  };

  const set = (name: string, text: string): void => {
    const hex = readHex(text);
    wrong = {
      ...Object.fromEntries(Object.entries(wrong).filter(([one]) => one !== name)),
      ...(!hex && { [name]: text }),
    };
    if (hex) values = { ...values, [`--zj-${name}`]: hex };
    said = '';
    draw();
  };

  const field = (name: string): TemplateResult => {
    const value = values[`--zj-${name}`]!;
    const mistake = wrong[name];
    const onInput = ({ target }: Event): void => set(name, (target as HTMLInputElement).value);
    return html`
      <div class="theme-colour">
        <label for=${`text-${name}`}><code>--zj-${name}</code></label>
        <input
          type="color"
          name=${`pick-${name}`}
          aria-label=${`--zj-${name}: 选颜色 / pick a colour`}
          .value=${value}
          @input=${onInput}
        />
        <input
          id=${`text-${name}`}
          name=${name}
          size="9"
          spellcheck="false"
          autocomplete="off"
          aria-describedby=${`about-${name}`}
          aria-invalid=${mistake === undefined ? 'false' : 'true'}
          .value=${mistake ?? value}
          @change=${onInput}
        />
        <span id=${`about-${name}`}>
          ${themes.light[name]!.description}
          ${
            mistake === undefined
              ? nothing
              : html`
                  <strong role="alert">
                    “${mistake}” 不是颜色，写成 #0a62d0 这样；仍用 ${value}。 Not a colour: write it as
                    #0a62d0. ${value} stays.
                  </strong>
                `
          }
        </span>
      </div>
    `;
  };

  const copy = async (css: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(css);
      said = '已复制。 Copied.';
    } catch {
      page.querySelector('textarea')!.select();
      said =
        '浏览器不允许写剪贴板，请复制下面选中的文字。 The browser did not allow it: copy the selected text.';
    }
    draw();
  };

  draw();
}

const names = ['with all there is', 'at risk', 'off track, a count', 'achieved, a count', 'no data'];
const shown = {
  series: revenueSeries(),
  board: boardOf(names.map((name, at) => ({ ...every[name]!, goal: `goal-${at}` }))),
  ladder: parkLadder(),
};

/** Elements with every status, in the theme that is made. */
function preview(): TemplateResult {
  return html`
    <div class="row">
      ${names.map(
        (name) => html`
          <zj-goal-gauge .verdict=${every[name]!}></zj-goal-gauge>
        `,
      )}
    </div>
    <zj-trend-chart .series=${shown.series}></zj-trend-chart>
    <zj-goal-board .verdicts=${shown.board} .plan=${parkPlan}></zj-goal-board>
    <zj-tier-ladder .ladder=${shown.ladder}></zj-tier-ladder>
  `;
}
