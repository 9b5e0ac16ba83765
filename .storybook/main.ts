import type { StorybookConfig } from '@storybook/web-components-vite';
import { defaultClientConditions, mergeConfig } from 'vite';

/** Builds and runs offline, and tells nobody. */
const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/docs/*.mdx', '../stories/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  // The stage has menus of its own for grounds and widths, and no story has steps to watch: each of these would load with every story.
  features: {
    sidebarOnboardingChecklist: false,
    // The headings of the guide are found too.
    experimentalSearchDocsHeadings: true,
    actions: false,
    backgrounds: false,
    interactions: false,
    viewport: false,
  },
  viteFinal: (given) =>
    // The packages as they are written, so that no build stands between a change and its story.
    mergeConfig(given, {
      resolve: { conditions: ['source', ...defaultClientConditions] },
      build: { chunkSizeWarningLimit: 4000 },
    }),
};

export default config;
