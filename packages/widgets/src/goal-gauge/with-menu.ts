// The menu beside the classic script, with what it saves of a gauge.
export * from './tools.js';
export * from '../menu/menu.js';
