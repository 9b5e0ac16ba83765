// Registers <zj-source>: for bundlers and shadow roots.
import { register } from '../element/register.js';
import { ZjSource } from '../source/source.js';

register('zj-source', customElements, ZjSource);
