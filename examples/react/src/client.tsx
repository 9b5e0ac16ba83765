import '@zj/widgets/define/goal-gauge';
import '@zj/widgets/zj.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { Alone } from './alone';
import { Dated } from './dated';
import { Published } from './published';

createRoot(document.getElementById('root')!).render(
  <main>
    <h1>React：在浏览器里渲染</h1>
    <Alone />
    <Dated />
    <Published goal="shanghai-unicorns-2027" />
  </main>,
);
