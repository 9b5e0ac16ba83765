import { deadline } from './release.js';

/** Knows whether an element has been without any input for so long that no script will give it some. */
export interface BareWatch {
  /** Notes whether it has none; whether that has been so for long. */
  readonly isLong: (isBare: boolean) => boolean;
  readonly end: () => void;
}

/**
 * A script may set the input of a tag that has none, once its own data are there. So the tag says nothing for as long as a file may
 * take; `tell` is called when that is over.
 */
export function createBareWatch(tell: () => void): BareWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const end = (): void => {
    clearTimeout(timer);
    timer = undefined;
    isOver = false;
  };
  return {
    isLong(isBare) {
      if (!isBare) end();
      else
        timer ??= setTimeout(() => {
          isOver = true;
          tell();
        }, deadline);
      return isOver;
    },
    end,
  };
}
