// Registers <zj-verify>: for bundlers and shadow roots.
import { register } from '../element/register.js';
import { ZjVerify } from '../verify/verify.js';

register('zj-verify', customElements, ZjVerify);
