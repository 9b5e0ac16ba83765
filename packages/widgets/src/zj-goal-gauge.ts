// One classic script for a page with gauges alone: the detail of a figure is a part beside it.
import { declaredBase } from './element/base.js';
import { placeParts } from './element/part.js';
import './define/goal-gauge.js';

placeParts({
  base: declaredBase(document.currentScript) ?? import.meta.url,
  read: (address) => import(address),
});
