import { define } from './registration.js';

define();
