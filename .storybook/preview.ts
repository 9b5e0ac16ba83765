import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import '@zj/widgets/define';
import manifest from '@zj/widgets/custom-elements.json';
import { arrangeManifest, offerControls, tellInText } from './manifest.js';
import { stage } from './stage.js';
import './stage.css';

setCustomElementsManifest(arrangeManifest(manifest));

type Menu = NonNullable<Preview['globalTypes']>[string];

/** A menu of the toolbar: what it sets, and the words for each value. */
const toolbar = (
  title: string,
  icon: NonNullable<Menu['toolbar']>['icon'] & string,
  items: { value: string; title: string }[],
): Menu => ({
  description: title,
  toolbar: { title, icon, items, dynamicTitle: true },
});

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [stage],
  argTypesEnhancers: [offerControls],
  argsEnhancers: [tellInText],
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'none' },
    a11y: { test: 'error' },
    docs: { source: { transform: (code: string) => code.replace(/blob:[^"]+/g, '/release/verdicts.json') } },
    options: {
      storySort: {
        order: [
          'Guide',
          [
            'Start here',
            'Embedding',
            'Which chart when',
            'Browsers',
            'React',
            'Vue',
            'Angular and Svelte',
            'Writing a theme',
            'Parts, slots and properties',
            'Tokens',
            'Accessibility',
            'Charts compared',
            'Decisions',
          ],
          'Gauge',
          [
            'Tag',
            'Statuses',
            'States',
            'Appearances',
            'Forecasts',
            'Figures',
            'Words',
            'Sizes',
            'Grids',
            'Themes',
            'Parts',
            'Hide',
            'Pens',
            'Recipes',
            'Contact sheet',
          ],
          'Trend',
          'Breakdown',
          'Table',
          'Filter',
          'Goal board',
          'Ladder',
          'Board',
          'Verify',
          'Menu',
          'Source',
          'Theme',
        ],
      },
    },
  },
  initialGlobals: { theme: 'light', elder: 'off', lang: 'zh-CN', textSize: 'medium', width: 'auto' },
  globalTypes: {
    theme: toolbar('Theme', 'paintbrush', [
      { value: 'light', title: 'Light' },
      { value: 'dark', title: 'Dark' },
      { value: 'blue', title: 'Blue' },
      { value: 'blue dark', title: 'Blue, dark' },
      { value: 'red', title: 'Red' },
      { value: 'red dark', title: 'Red, dark' },
      { value: 'light contrast', title: 'High contrast' },
      { value: 'dark contrast', title: 'High contrast, dark' },
    ]),
    elder: toolbar('Elder mode', 'accessibility', [
      { value: 'off', title: 'Elder mode off' },
      { value: 'on', title: '长辈版 elder mode' },
    ]),
    lang: toolbar('Language', 'globe', [
      { value: 'zh-CN', title: '中文' },
      { value: 'en', title: 'English' },
    ]),
    textSize: toolbar('Text size', 'zoom', [
      { value: 'medium', title: 'Text 100 %' },
      { value: '20px', title: 'Text 125 %' },
      { value: '24px', title: 'Text 150 %' },
      { value: '32px', title: 'Text 200 %' },
    ]),
    width: toolbar('Width', 'grow', [
      { value: 'auto', title: 'Full width' },
      ...[120, 200, 288, 360, 480, 640, 960].map((width) => ({ value: `${width}px`, title: `${width} px` })),
    ]),
  },
};

export default preview;
