import type { MenuWords } from './words.js';

const items = {
  table: 'Data table',
  csv: 'Save as table (CSV)',
  svg: 'Save as drawing (SVG)',
  png: 'Save as picture (PNG)',
  embed: 'Copy embed code',
  cite: 'Copy citation',
  source: 'Source and method',
  conflicts: 'Figures of other sources',
  sql: 'SQL',
  verify: 'Verify',
} as const;

export const menu: MenuWords = {
  items,
  titles: { ...items, embed: 'Embed code', cite: 'Citation' },
  back: 'Back',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser refuses to copy. The text is selected: press Ctrl+C (⌘C on a Mac).',
  notSaved: (why) => `It could not be saved: ${why}`,
  notShown: (why) => `It could not be shown: ${why}`,
  text: 'Text to copy',
  citation: ({ title, value, through, source, demo, release, address }) => {
    const beside = [through, demo]
      .filter(Boolean)
      .map((words) => words.charAt(0).toLowerCase() + words.slice(1))
      .join(', ');
    return [
      `${title}: ${value}${beside ? ` (${beside})` : ''}`,
      source,
      release && `Release ${release}`,
      address,
    ]
      .filter(Boolean)
      .join('. ');
  },
  noScript: 'This page bundles its script, so the code names none: load zj.js as well.',
  otherSite: 'On another site it needs this site to allow cross-origin reading (CORS).',
  notNarrowed: (selection) => `The code has no selection of this page (${selection}): it shows all figures.`,
  facts: {
    clause: 'Clause',
    document: 'Document',
    qualifier: 'Qualifier',
    reading: 'Reading of the wording',
    description: 'The metric',
    source: 'Source',
    dataset: 'Dataset',
    method: 'Method of assessment',
    formula: 'Formula of the target',
    gaps: 'Gaps in the data',
    through: 'Data',
    nextUpdate: 'Next update',
    release: 'Release',
    file: 'Data file',
  },
  quote: (text) => `“${text}”`,
  reading: (question, answer) =>
    /[?.]$/.test(question) ? `${question} ${answer}` : `${question}: ${answer}`,
  brackets: (text) => ` (${text})`,
  ownMethod: 'METHODS §4: attainment compared with the schedule; small counts by probability',
  figures: {
    figure: 'Figure',
    actual: 'Actual',
    target: 'Target',
    baseline: 'Baseline',
    other: 'Also published, not used',
    attainment: 'Attainment',
    schedule: 'Schedule',
    forecast: 'Forecast for the end',
    probability: 'Probability of the target',
    status: 'Status',
    period: 'Period of the goal',
    through: 'Data through',
  },
  noFacts: 'Nothing more is known.',
  conflict: { goal: 'Goal', source: 'Source', value: 'Figure', day: 'Through', use: 'Use' },
  used: 'used',
  notUsed: 'not used',
  noFigure: 'no figure',
  conflicting: 'The same figure as different sources published it:',
};
