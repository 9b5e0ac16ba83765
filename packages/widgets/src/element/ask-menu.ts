import type { Say } from '../locale/words.js';
import { isPlaced, loadPart, tellUnreachable } from './part.js';

/** The exports of the file with the menu. */
type Menu = typeof import('../menu/menu.js');

/** The classic script has a menu of its own beside it. */
const file = (): string => (isPlaced() ? 'zj-goal-gauge-menu.js' : 'zj-menu.js');
let menu: Promise<Menu> | undefined;
let failures = 0;

/** The code of the menu, which the first press has loaded; after a failure the next one tries again. */
export function askMenu(): Promise<Menu> {
  menu ??= loadPart(file(), () => import('../menu/menu.js'), failures).catch((cause: unknown) => {
    menu = undefined;
    failures++;
    throw cause;
  });
  return menu;
}

/** Why the menu is not there. */
export const noMenu: Say = (face) => tellUnreachable(file())(face);
