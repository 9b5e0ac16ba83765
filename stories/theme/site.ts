import type { Theme as Properties } from '@zj/widgets';

/** A theme of a site's own, as it stands in its style sheet: the red and the warm greys of a seal on paper. */
export const site: Properties = {
  '--zj-ink': '#2b1a17',
  '--zj-ink-soft': '#6b5550',
  '--zj-surface': '#fffdf9',
  '--zj-line': '#e6d8c9',
  '--zj-track': '#f1e8dd',
  '--zj-achieved': '#1e7a4d',
  '--zj-on-track': '#1061c6',
  '--zj-at-risk': '#a15809',
  '--zj-off-track': '#921217',
  '--zj-neutral': '#616061',
  '--zj-font': "'Noto Serif CJK SC', 'Songti SC', serif",
  '--zj-radius': '0',
};
