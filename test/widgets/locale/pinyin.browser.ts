import { promisePinyin } from './pinyin-promises.js';

promisePinyin('Chromium');
