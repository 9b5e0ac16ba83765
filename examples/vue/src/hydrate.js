import '@zj/widgets/zj.css';
import './page.css';
import { createSSRApp } from 'vue';
import Page from './Page.vue';

const verdict = JSON.parse(document.getElementById('verdict').textContent);
createSSRApp(Page, { verdict }).mount('#app');
