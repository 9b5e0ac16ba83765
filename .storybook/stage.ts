import type { Decorator } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { tellIdle } from './idle.js';

/** Puts a story on a page of the toolbar's settings: theme, elder mode, language, size of the text, width. */
export const stage: Decorator = (story, { globals, storyGlobals, parameters }) => {
  const { theme, elder, lang, textSize, width } = globals as Readonly<Record<string, string>>;
  const themes = `${theme}${elder === 'on' ? ' elder' : ''}`;
  const sizes = { inlineSize: width, ...(elder !== 'on' && { '--zj-font-size': textSize }) };
  // A page without Storybook around it has no toolbar to speak of.
  const own = [
    ...Object.keys((storyGlobals ?? {}) as object),
    ...((parameters.own as readonly string[] | undefined) ?? []),
  ];
  const idle = window.parent === window ? [] : tellIdle(own, elder === 'on', textSize !== 'medium');
  return html`
    <div class="stage" lang=${lang!} data-zj-theme=${themes}>
      ${
        idle.length > 0
          ? html`
              <p class="note" lang="en">${idle.join(' ')}</p>
            `
          : nothing
      }
      <div class="width" style=${styleMap(sizes)}>${story()}</div>
    </div>
  `;
};
