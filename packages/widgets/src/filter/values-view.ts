import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { draw } from '../drawing/draw.js';
import type { Tree } from '../drawing/tree.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { filterWords } from './book.js';
import { none, toggleValue, type Choice } from './choice.js';
import type { Option, ValuesModel } from './model.js';
import { findIn, initialsOf, type NamePart } from './search-values.js';

/** How far a reader has opened a list of values. */
export interface Opened {
  readonly search: string;
  /** So many values are shown; those that are chosen always are. */
  readonly shown: number;
}

/** So many values are shown at first, and so many more each time. */
export const firstShown = 8;
const moreShown = 50;

/** What the view of a field's values asks of the element. */
export interface ValuesActions {
  readonly locale: Locale;
  readonly opened: Opened;
  readonly choose: (choice: Choice) => void;
  readonly open: (opened: Opened) => void;
}

/** A value, and the part of its name that was looked for. */
interface Listed extends Option {
  readonly parts: readonly NamePart[];
}

/** The values of a field that are listed: all that were found, as far as the list is open. */
export function listedOptions(
  { options, choice = none }: ValuesModel,
  { search, shown }: Opened,
): {
  readonly listed: readonly Listed[];
  readonly found: number;
} {
  const matching = options.flatMap((option) => {
    const parts = findIn(option.name, search);
    return parts ? [{ ...option, parts }] : [];
  });
  const chosen = new Set(choice.values);
  return {
    found: matching.length,
    // A list that is one longer than the limit needs no button.
    listed: matching.filter(
      ({ value }, at) => at < (matching.length <= shown + 1 ? matching.length : shown) || chosen.has(value),
    ),
  };
}

/** The field of values: a search where they are many, a tick for each, a button for more, one that leaves out. */
export function valuesView(model: ValuesModel, actions: ValuesActions): TemplateResult {
  const { locale, opened } = actions;
  const words = filterWords(locale);
  const { options, label } = model;
  const choice = model.choice ?? none;
  const { listed, found } = listedOptions(model, opened);
  const chosen = new Set(choice.values);
  const isLong = options.length > firstShown;
  const hasInitials = faceOf(locale).text === 'zh' && initialsOf('中') === 'z';
  const showsInitials = hasInitials && /^[a-z\d]+$/i.test(opened.search.trim());
  return html`
    ${
      isLong
        ? html`
            <input
              type="search"
              part="search"
              aria-label=${words.search(label)}
              placeholder=${hasInitials ? words.searchHint : words.plainHint}
              autocomplete="off"
              spellcheck="false"
              .value=${live(opened.search)}
              @input=${({ target }: Event) =>
                actions.open({ search: (target as HTMLInputElement).value, shown: firstShown })}
            />
            <p class="unseen" role="status">${opened.search ? words.found(options.length, found) : ''}</p>
          `
        : nothing
    }
    <ul class="list">
      ${repeat(
        listed,
        ({ value }) => String(value === null ? '' : `=${value}`),
        (option) => html`
          <li class=${option.rows === 0 ? 'empty' : ''}>
            <label part="value">
              <input
                type="checkbox"
                .checked=${live(chosen.has(option.value))}
                @change=${() => actions.choose(toggleValue(choice, option.value))}
              />
              ${draw([nameTree(option, { hasInitials: showsInitials, isOut: choice.excludes && chosen.has(option.value) })])}
              ${draw([barTree(option, chosen.size === 0 || chosen.has(option.value) !== choice.excludes)])}
              <span class="rows" aria-hidden="true">${option.rowsText}</span>
              <span class="unseen">${words.rows(option.rowsText)}</span>
            </label>
          </li>
        `,
      )}
    </ul>
    ${
      found === 0
        ? html`
            <p class="none">${words.noneFound(opened.search)}</p>
          `
        : nothing
    }
    <div class="below">
      ${
        listed.length < found
          ? html`
              <button
                part="more"
                @click=${() => actions.open({ ...opened, shown: opened.shown + moreShown })}
              >
                ${words.more(Math.min(found - listed.length, moreShown))}
              </button>
            `
          : nothing
      }
      ${
        choice.values.length > 0
          ? html`
              <button
                part="exclude"
                aria-pressed=${choice.excludes}
                @click=${() => actions.choose({ ...choice, excludes: !choice.excludes })}
              >
                ${words.exclude}
              </button>
            `
          : nothing
      }
    </div>
  `;
}

/** The name of a value, with the part that was found marked, and the initials by which it is looked for. */
function nameTree(
  { value, name, parts }: Listed,
  { hasInitials, isOut }: { readonly hasInitials: boolean; readonly isOut: boolean },
): Tree {
  const told = parts.map(({ text, isMatch }): Tree => (isMatch ? ['mark', { part: 'mark' }, text] : text));
  const initials: readonly Tree[] =
    hasInitials && value !== null
      ? [' ', ['small', { class: 'initials', 'aria-hidden': 'true' }, initialsOf(name)]]
      : [];
  const look = `name${value === null ? ' null' : ''}`;
  return ['span', { class: look }, ...(isOut ? ([['s', {}, ...told]] as const) : told), ...initials];
}

/** The bar of a value: one that stays is in colour. */
function barTree({ share }: Option, isIn: boolean): Tree {
  const width = `${Math.round(share * 1000) / 10}%`;
  return [
    'svg',
    { class: 'share', 'aria-hidden': 'true' },
    ['rect', { class: 'ground', width: '100%', height: '100%', rx: 3 }],
    ['rect', { class: isIn ? 'fill in' : 'fill', width, height: '100%', rx: 3 }],
  ];
}
