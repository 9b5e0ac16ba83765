// Registers every element.
import { define } from './define/elements.js';

define();
