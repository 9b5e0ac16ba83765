import type { Say } from '../locale/words.js';

/** The attributes that are words of a list, and which there are. Of `hide` there can be several. */
export type Known = Readonly<Record<string, readonly string[]>>;

/**
 * The words of such an attribute, known or not. Scripts leave it out by `false`, which React 18 writes as a text. A value that is no
 * text is an ellipsis.
 */
export function wordsIn(name: string, written: unknown): readonly string[] {
  const text = typeof written === 'string' ? written.trim() : (written ?? false) === false ? '' : '…';
  return /^(false)?$/.test(text) ? [] : name === 'hide' ? text.split(/\s+/) : [text];
}

/**
 * A sentence for each word that an element does not know.
 *
 * @example doubtsOf({ appearance: 'dial' }, { appearance: ['arc', 'ring'] })[0](faceOf('en')) // 'Attribute appearance="dial" is unknown. …'
 */
export function doubtsOf(given: object, known: Known): readonly Say[] {
  return Object.entries(known).flatMap(([name, words]) =>
    wordsIn(name, given[name as keyof typeof given])
      .filter((word) => !words.includes(word))
      .map(
        (word): Say =>
          (face) =>
            face.unknown(name, word, [...new Set(words)]),
      ),
  );
}

/** What only goes with an address: for a source, it is the address of the source that counts. */
const ofSrc = { integrity: 'integrity', refreshAfter: 'refresh' } as const;

/** A sentence for each attribute of the file at `src`, where there is no `src`: a figure that its author takes for pinned would not be. */
export function idleDoubts(given: object): readonly Say[] {
  const written = (name: string): boolean => wordsIn(name, given[name as keyof typeof given]).length > 0;
  return Object.entries(ofSrc).flatMap(([name, attribute]): readonly Say[] =>
    written(name) && !written('src') ? [(face) => face.idle(attribute)] : [],
  );
}
