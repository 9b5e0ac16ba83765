import type { Translation } from '../../base/sentence.js';

export const query: Translation = {};
