// Registers <zj-tier-ladder>: for bundlers and shadow roots.
import { register } from '../element/register.js';
import { ZjTierLadder } from '../tier-ladder/tier-ladder.js';

register('zj-tier-ladder', customElements, ZjTierLadder);
