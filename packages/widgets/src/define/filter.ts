// Registers <zj-filter>: for bundlers and shadow roots.
import { register } from '../element/register.js';
import { ZjFilter } from '../filter/filter.js';

register('zj-filter', customElements, ZjFilter);
