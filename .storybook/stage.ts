import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';

/** Puts a story on a page of what the toolbar says: theme, elder mode, language, size of the text, width. */
export const stage: Decorator = (story, { globals }) => {
  const { theme, elder, lang, textSize, width } = globals as Readonly<Record<string, string>>;
  const themes = `${theme}${elder === 'on' ? ' elder' : ''}`;
  const sizes = { inlineSize: width, ...(elder !== 'on' && { '--zj-font-size': textSize }) };
  return html`
    <div class="stage" lang=${lang!} data-zj-theme=${themes}>
      <div class="width" style=${styleMap(sizes)}>${story()}</div>
    </div>
  `;
};
