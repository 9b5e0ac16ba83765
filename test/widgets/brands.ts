import type { Theme } from '@zj/widgets';

/** Themes of sites, as sites write them: good ones, poor ones, and some that name only a part of the colours. */
export const brands: Readonly<Record<string, Theme>> = {
  red: {
    '--zj-ink': '#3b0d0c',
    '--zj-ink-soft': '#7a4a44',
    '--zj-surface': '#fff8f5',
    '--zj-line': '#efd5cd',
    '--zj-track': '#f7e4de',
    '--zj-achieved': '#1b6f47',
    '--zj-on-track': '#1459b8',
    '--zj-at-risk': '#8f4e00',
    '--zj-off-track': '#7d0c16',
    '--zj-neutral': '#625a58',
    '--zj-action': '#b3121d',
  },
  'dark green': {
    '--zj-ink': '#f1faf5',
    '--zj-ink-soft': '#b9d3c6',
    '--zj-surface': '#0f3d2e',
    '--zj-line': '#2d5c4b',
    '--zj-track': '#24513f',
    '--zj-achieved': '#57e3b0',
    '--zj-on-track': '#8fc5ff',
    '--zj-at-risk': '#ffc861',
    '--zj-off-track': '#ffa39b',
    '--zj-neutral': '#c0cdc7',
    '--zj-action': '#ffe08a',
  },
  /** Fails nearly every contrast. */
  pastel: {
    '--zj-ink': '#9a93b8',
    '--zj-ink-soft': '#c3bdd8',
    '--zj-surface': '#fdf7ff',
    '--zj-line': '#f0e6f5',
    '--zj-track': '#f3eaf8',
    '--zj-achieved': '#9fdcc0',
    '--zj-on-track': '#a7c9f5',
    '--zj-at-risk': '#f5d29a',
    '--zj-off-track': '#f5aaa7',
    '--zj-neutral': '#cfcbd6',
    '--zj-focus': '#e3d5f0',
  },
  /** Names two colours. */
  partial: { '--zj-surface': '#163a5f', '--zj-on-track': '#9fd0ff' },
  /** Names no colour. */
  serif: {
    '--zj-font': "'Noto Serif CJK SC', 'Songti SC', serif",
    '--zj-radius': '0',
    '--zj-radius-small': '0',
    '--zj-cap': 'butt',
  },
};

/** Where a brand stands: on the tag by a strong selector, on a wrapper inside or outside of a theme's scope, on the root. */
export const places = ['tag', 'inside', 'outside', 'root'] as const;
export type Place = (typeof places)[number];

/** The style sheet of a page that has every brand in every place. */
export const brandStyle = Object.entries(brands)
  .map(([name, theme]) => {
    const [id, lines] = [
      name.replace(' ', '-'),
      Object.entries(theme)
        .map((entry) => entry.join(':'))
        .join(';'),
    ];
    const at: Readonly<Record<Place, string>> = {
      tag: `#tag-${id}.brand`,
      inside: `.inside-${id}`,
      outside: `.outside-${id}`,
      root: `:root.root-${id}`,
    };
    return `${Object.values(at).join()}{${lines}}`;
  })
  .join('');
