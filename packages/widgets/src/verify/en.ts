import type { VerifyWords } from './words.js';

export const verify: VerifyWords = {
  verify: 'Verify',
  verifyGoal: (name) => `Verify: ${name}`,
  offer: (size) =>
    `Your browser downloads the published data${size && ` (${size})`} and the engine, computes the published figures again and compares each of them. Nothing is uploaded.`,
  start: 'Verify',
  again: 'Verify again',
  cancel: 'Cancel',
  cancelled: 'Cancelled. There is no result.',
  changed: 'The release was replaced while it was verified, so there is no result. Verify again.',
  noSource: 'zj-verify must stand inside a <zj-source>, which names the release.',
  noEngine:
    'Verifying computes in the browser, but the zj-source names no engine. Write sdk and engine, or set its property metrics.',
  noGoal: (goal, known) => `There is no goal "${goal}". Use one of: ${known.join(', ')}.`,

  starting: 'Starting…',
  progress: (step, loaded, total) => {
    const size = total ? `${loaded} of ${total}` : loaded;
    if (step === 'engine') return `Downloading the engine: ${size}`;
    if (step === 'database') return `Downloading the data: ${size}`;
    return step === 'compiling' ? 'Compiling the engine…' : 'Opening the data…';
  },
  steps: (done, total) => `${done} of ${total} steps`,
  kinds: {
    verdicts: 'Plan and day',
    goal: 'Goal',
    rows: 'Rows',
    facts: 'Facts about the data',
    series: 'Series',
    ladder: 'Ladder',
    tasks: 'Tasks',
    manifest: 'Manifest',
    page: 'Figures on this page',
    file: 'File',
    withheld: 'Goal without a figure',
  },

  equal: 'Equal',
  different: (count) => `Not equal: ${count}`,
  proves:
    'Proven: the published figures follow from the published data of this release by the published method.',
  provesNot: 'Not proven: that the reported data are true.',
  disproves:
    'Proven: the published content is not the one that follows from the published data by the published method. Do not quote it; send the record to the publisher.',
  failed: 'It could not be verified. This says nothing about the figures.',
  isEqual: 'equal',
  isDifferent: 'not equal',
  onPage: 'On this page',
  published: 'Published',
  computed: 'Computed by your browser',
  computedBriefly: 'Computed',
  notShown: 'not on this page',

  step: 'Step',
  rows: 'Rows',
  milliseconds: 'ms',
  figures: {
    actual: 'Value',
    baseline: 'Baseline',
    target: 'Target',
    attainment: 'Attainment',
    schedule: 'Schedule',
    forecast: 'Forecast',
    needed: 'Still needed',
    status: 'Status',
  },
  result: 'Result',
  figure: 'Figure',
  differs: (what, published, computed) => `${what}: published ${published}, computed ${computed}`,
  differsOnPage: (what, shown, computed) => `${what}: on this page ${shown}, computed ${computed}`,
  otherField: (fields) => `different: ${fields}`,
  otherFile: 'the SHA-256 of the file is not that of the manifest',
  otherManifest: 'it is not the manifest that verdicts.json was published with',
  otherRows: 'the SHA-256 of the rows is not that of the manifest',
  faults: {
    missing: 'the manifest names no such file, and must',
    extra: 'nothing in the plan gives such a file, or it is listed twice',
    unreadable: 'it is not there, or is no JSON',
    unpublished: 'it follows from the data, and is not published',
    unfounded: 'it is published, and does not follow from the data, or is published twice',
    unexplained: 'the reason for withholding it is missing',
  },
  sql: 'SQL',
  copy: 'Copy SQL',
  copied: 'Copied',
  notCopied: 'The browser does not allow copying: select the text and copy it.',
  record: 'Download the record',
  total: (milliseconds) => `${milliseconds} ms in all`,
  local: 'DuckDB runs on this machine; nothing was uploaded',
  byHand: (command) => `Verify from a terminal: ${command}`,
};
