import '@zj/widgets/zj.css';
import './page.css';
import type { PublishedVerdict } from '@zj/widgets';
import { hydrateRoot } from 'react-dom/client';
import { Page } from './page';

const verdict = JSON.parse(document.getElementById('verdict')!.textContent) as PublishedVerdict;
hydrateRoot(document.getElementById('root')!, <Page verdict={verdict} />);
