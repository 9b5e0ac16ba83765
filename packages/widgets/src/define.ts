// Registers every element.
import { define } from './registration.js';

define();
