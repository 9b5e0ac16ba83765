import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { showThemePage } from './theme/theme-page.js';

/** A theme of one's own: set its colours, see every contrast and the elements in it, and copy its style sheet. */
const meta: Meta = {
  title: 'Theme/Make a theme',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true }, own: ['theme'] },
};
export default meta;

const begun = new WeakSet<Element>();

export const ThemePage: StoryObj = {
  render: () => html`
    <div
      ${ref((page) => {
        if (!page || begun.has(page)) return;
        begun.add(page);
        showThemePage(page as HTMLElement);
      })}
    ></div>
  `,
};
