// The file beside the classic script: all that readers ask for.
export * from './detail.js';
export * from '../../menu/menu.js';
