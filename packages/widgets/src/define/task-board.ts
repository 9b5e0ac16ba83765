// Registers <zj-task-board>: for bundlers and shadow roots.
import { register } from '../element/register.js';
import { ZjTaskBoard } from '../task-board/task-board.js';

register('zj-task-board', customElements, ZjTaskBoard);
