import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import Page from './Page.vue';

/** The page as HTML: what stands inside the tags is read where scripts are off. */
export function render(verdict) {
  return renderToString(createSSRApp(Page, { verdict }));
}
