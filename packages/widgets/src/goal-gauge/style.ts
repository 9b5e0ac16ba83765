import { unsafeCSS } from 'lit';
import { tokenStyle } from '../theme/tokens.js';
import { sheet } from './sheet.js';

/** Everything that a gauge's shadow root looks by: its tokens, and the sheet that uses them. */
export const style = unsafeCSS(tokenStyle + sheet);
