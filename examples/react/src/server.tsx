import type { PublishedVerdict } from '@zj/widgets';
import { gaugeHtml } from '@zj/widgets';
import { renderToString } from 'react-dom/server';
import { Page } from './page';

/** The page as HTML, with the figures inside the tag: they are read where scripts are off. */
export function render(verdict: PublishedVerdict): string {
  const fallback = gaugeHtml(verdict, { locale: 'zh-CN', appearance: 'linear' });
  return renderToString(<Page verdict={verdict} fallback={fallback} />);
}
