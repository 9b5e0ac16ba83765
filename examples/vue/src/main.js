import '@zj/widgets/define/goal-gauge';
import '@zj/widgets/zj.css';
import './page.css';
import { createApp } from 'vue';
import App from './App.vue';

createApp(App).mount('#app');
