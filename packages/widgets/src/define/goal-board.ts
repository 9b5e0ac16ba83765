// Registers <zj-goal-board>: for bundlers and shadow roots.
import { register } from '../element/register.js';
import { ZjGoalBoard } from '../goal-board/goal-board.js';

register('zj-goal-board', customElements, ZjGoalBoard);
