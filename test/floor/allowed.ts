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
    file: /query\/result\.js$/,
    what: /^Element\.role$/,
    reason: 'The role of a column of results, not of an element.',
  },
  {
    file: /zj-element-[\w-]+\.js$/,
    what: /^Navigator\.share\(\)$/,
    reason: 'A share of the way in words: a method of `Face`, which zj-core.js holds.',
  },
  {
    file: /zj-(chart|element-(trend|breakdown)-chart)(-tools)?\.js$/,
    what: /^(Iterator\.take\(\)|Navigator\.(ink|share)|ElementInternals\.states(\(\))?|Element\.role|Set\.difference|Notification\.(icon|tag))$/,
    reason:
      'Names of our own data: the room that a label takes, an ink, a share, states of figures, a difference, the icon of a status, the tag of an element.',
  },
  {
    file: /zj-element-goal-gauge(-tools)?\.js$/,
    what: /^Notification\.icon$/,
    reason: 'The icon of a status.',
  },
  {
    file: /zj-core\.js$/,
    what: /^Document\.customElementRegistry$/,
    reason: 'Where a browser has none, elements are in the registry of the window.',
  },
  {
    file: /zj-element-(data-table|task-board)(-tools)?\.js$/,
    what: /^(ElementInternals\.states|RTCIceCandidate\.address)$/,
    reason:
      'Names of our own data: the states of figures and of tasks, the attribute `address`, the address of an evidence.',
  },
  {
    file: /zj-element-(data-table|filter)\.js$/,
    what: /^(overflow-anchor|::-webkit-search-cancel-button|forced-color-adjust|user-select|hyphens|text-decoration: dashed)$/,
    reason:
      'Without them, a browser shows its own cross in a search, its own colours of contrast, a plain line under a word, or a word without a hyphen; text is selected while cells are.',
  },
  {
    file: /\.css$|zj-[\w-]+\.js$/,
    what: /^break-after: avoid$/,
    reason: 'Without it, a heading may be the last line of a sheet of paper.',
  },
  {
    file: /zj-element-source\.js$/,
    what: /^nested rules$/,
    reason: 'A sheet of one rule, `:host{display:contents}`, which is read as a part of another.',
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
    file: /\.css$|zj-[\w-]+\.js$/,
    what: /^text-wrap$/,
    reason:
      'Without it, the lines of a heading are not of like length, and a summary may end with a short one.',
  },
  {
    file: /zj-page\.css$/,
    what: /^@page$/,
    reason: 'Without it, sheets have the margins of the browser.',
  },
  {
    file: /duckdb-browser-eh\.worker\.js$/,
    what: /^(AudioListener\.|Element touch|clearImmediate|Iterator\.chunks|ArrayBuffer\.resize)/,
    reason:
      'Parts of Emscripten that DuckDB never calls (sound, windows, Node), or names of its own objects.',
  },
];
