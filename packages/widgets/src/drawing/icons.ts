import type { Status } from '@zj/metrics';

/** A stroke for each status in a square of 16: with the word, it tells the status where colour does not. */
export const icons: Readonly<Record<Status, string>> = {
  achieved: 'M3 8l4 4 6-8',
  'on-track': 'M3 8h10M9 4l4 4-4 4',
  'at-risk': 'M8 3v6M8 13v0',
  'off-track': 'M8 3v10L4 9M8 13l4-4',
  missed: 'M4 4l8 8M12 4l-8 8',
  'no-data': 'M3 8h10',
  'not-assessable': 'M5 6a3 3 0 1 1 3 4M8 13v0',
};

/** For a goal of which no figure is published. */
export const lock = 'M5 7V5a3 3 0 0 1 6 0v2M4 7h8v6H4z';

/** For figures that may have been overtaken. */
export const clock = 'M8 2a6 6 0 1 0 .1 0M8 5v3l2 2';
