/** Features newer than the floor that the built files may use, each with the reason why it does no harm there. */
export interface Allowed {
  readonly file: RegExp;
  /** As a finding names it. */
  readonly what: RegExp;
  readonly reason: string;
}

export const allowed: readonly Allowed[] = [
  {
    file: /./,
    what: /^Blob\.bytes$/,
    reason: 'Read, not called: a property of our own objects (bytes of a file), not the method of a Blob.',
  },
  {
    file: /query\/figure\.js$/,
    what: /^Element\.role$/,
    reason: 'The role of a column of results, not of an element.',
  },
  {
    file: /zj-element-[\w-]+\.js$/,
    what: /^Navigator\.share\(\)$/,
    reason: 'A share of the way in words: a method of `Face`, which zj-core.js holds.',
  },
  {
    file: /zj-[\w-]+\.js$/,
    what: /^trustedTypes$/,
    reason: 'Lit asks whether it is there, and does without it.',
  },
  {
    file: /zj-[\w-]+\.js$/,
    what: /^contain-intrinsic-width$/,
    reason: 'The sheet has an `@supports not` of it: a box of the same width, which takes no height.',
  },
  {
    file: /zj-[\w-]+\.js$/,
    what: /^text-spacing-trim$/,
    reason: 'Without it, a bracket at the start of a line keeps its half of a character of white.',
  },
  {
    file: /\.css$/,
    what: /^@media \(scripting\)$/,
    reason:
      'Without it, a page whose scripts are off keeps the room of a gauge free, under the words inside the tag.',
  },
  {
    file: /\.css$/,
    what: /^text-wrap$/,
    reason: 'Without it, the lines of a heading are not of like length.',
  },
  {
    file: /park\.css$/,
    what: /^(::details-content|content-visibility)$/,
    reason: 'Without it, what is closed on the screen is closed on paper.',
  },
  {
    file: /duckdb-browser-eh\.worker\.js$/,
    what: /^(AudioListener\.|Element touch|clearImmediate|Iterator\.chunks|ArrayBuffer\.resize)/,
    reason:
      'Parts of Emscripten that DuckDB never calls (sound, windows, Node), or names of its own objects.',
  },
];
