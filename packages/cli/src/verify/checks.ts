import {
  formatShare,
  statusWord,
  type PublishedVerdict,
  type ReleaseVerification,
  type VerificationStep,
} from '@zj/metrics';
import { formatUnit, isKept, listed, say } from '@zj/metrics/internal';
import type { Parameter, Sentence } from '@zj/metrics';
import { formatFigure, formatTarget } from '../publish/summary.js';
import type { FileCheck } from './gather.js';

/** One part of a release that was compared with its published form. */
export interface Check {
  readonly kind: Sentence;
  /** A goal, a dataset or a file. */
  readonly name: string;
  /** The goal that it belongs to; absent for the release as a whole. */
  readonly goal?: string;
  readonly equal: boolean;
  /** The figures, shortly; empty where there are none. */
  readonly figure: Parameter;
  /** Absent where it took no step of its own. */
  readonly step?: Pick<VerificationStep, 'statements' | 'milliseconds'>;
  readonly differences: readonly Sentence[];
}

/** The words for the steps of computing a release again. */
export const stepWords: Readonly<Record<VerificationStep['kind'], Sentence>> = {
  verdicts: say`plan and day`,
  goal: say`goal`,
  rows: say`rows`,
  facts: say`facts`,
  series: say`series`,
  ladder: say`ladder`,
  tasks: say`tasks`,
};

/** The checks of the files as they were read. */
export function checksOfFiles(files: readonly FileCheck[]): readonly Check[] {
  return files.map(({ path, equal, published, found, milliseconds }) => ({
    kind: say`file`,
    name: path,
    equal,
    figure: say`${published.bytes} bytes, SHA-256 ${published.sha256.slice(0, 8)}…`,
    step: { statements: [], milliseconds },
    differences: equal ? [] : [fileDifference(published, found)],
  }));
}

function fileDifference(published: FileCheck['published'], found: FileCheck['found']): Sentence {
  if (!found) return say`it is much longer than the ${published.bytes} bytes that the manifest names`;
  if (found.bytes !== published.bytes)
    return say`it has ${found.bytes} bytes, and the manifest names ${published.bytes}`;
  return say`its SHA-256 is ${found.sha256}, and the manifest names ${published.sha256}`;
}

/** The checks of a release that was computed again, each with the step that it took. */
export function checksOf(
  verification: ReleaseVerification,
  steps: readonly VerificationStep[],
): readonly Check[] {
  const { head, manifest, goals, withheld, rows, facts, series } = verification;
  const stepOf = (kinds: readonly VerificationStep['kind'][], name?: string): Pick<Check, 'step'> => {
    const step = steps.find((one) => kinds.includes(one.kind) && (name === undefined || one.name === name));
    return step ? { step } : {};
  };
  const manifestDifference = say`it is not the manifest that verdicts.json was published with`;
  const wrongFacts = facts.filter(({ equal }) => !equal);
  return [
    {
      kind: say`manifest`,
      name: 'manifest.json',
      equal: manifest.equal,
      figure: `SHA-256 ${manifest.published.slice(0, 8)}…`,
      differences: manifest.equal ? [] : [manifestDifference],
    },
    {
      kind: stepWords.verdicts,
      name: 'verdicts.json',
      equal: head.equal,
      figure: '',
      ...stepOf(['verdicts']),
      differences: head.equal ? [] : [say`different: ${listed(head.differences)}`],
    },
    ...goals.map(({ goal, equal, published, recomputed, differences }): Check => ({
      kind: stepWords.goal,
      name: goal,
      goal,
      equal,
      figure: figuresOf((published ?? recomputed)!),
      ...stepOf(['goal'], goal),
      differences: goalDifferences(published, recomputed, differences),
    })),
    ...withheld.map(({ goal, equal, published, differences }): Check => ({
      kind: say`goal without a figure`,
      name: goal,
      goal,
      equal,
      figure: '',
      ...stepOf(['goal'], goal),
      differences: equal
        ? []
        : [published ? say`different: ${listed(differences)}` : say`the release does not say why`],
    })),
    ...rows.map(({ dataset, equal, published, recomputed }) => ({
      kind: stepWords.rows,
      name: dataset,
      equal,
      figure: `SHA-256 ${published.slice(0, 8)}…`,
      ...stepOf(['rows'], dataset),
      differences: equal
        ? []
        : [say`the SHA-256 of its rows is ${recomputed}, and the manifest names ${published}`],
    })),
    {
      kind: stepWords.facts,
      name: 'manifest.json',
      equal: wrongFacts.length === 0,
      figure: say`${facts.length} facts about the data`,
      ...stepOf(['facts']),
      differences: wrongFacts.map(
        ({ where, published, recomputed }) =>
          say`${where}: published ${brief(published)}, computed ${brief(recomputed)}`,
      ),
    },
    ...(series ?? []).map(({ path, name, equal, fault, file, differences }): Check => ({
      kind: kindOfFile(name, path),
      name: path,
      ...(path.startsWith('series/goals/') && { goal: name }),
      equal,
      figure: '',
      ...stepOf(['series', 'ladder', 'tasks'], path),
      differences: fileDifferences(fault, file?.equal ?? true, differences),
    })),
  ];
}

function kindOfFile(name: string, path: string): Sentence {
  return !path.startsWith('series/') && (name === 'ladder' || name === 'tasks')
    ? stepWords[name]
    : stepWords.series;
}

/** `5036 / 6000 亿元, 83.9 %, on-track 进度正常` */
function figuresOf(verdict: PublishedVerdict): string {
  const { actual, unit, attainment, status, qualifier } = verdict;
  const share = attainment === null ? [] : [formatShare(attainment)];
  return [
    `${formatFigure(actual)} / ${formatTarget(verdict)} ${formatUnit(unit)}`,
    ...share,
    `${status} ${statusWord(status, qualifier, isKept(verdict)).zh}`,
  ].join(', ');
}

function goalDifferences(
  published: PublishedVerdict | null,
  recomputed: PublishedVerdict | null,
  differences: readonly string[],
): readonly Sentence[] {
  if (!published) return [say`it follows from the data, and is not published`];
  if (!recomputed) return [say`it is published, and does not follow from the data, or is published twice`];
  const [before, after] = [new Map(Object.entries(published)), new Map(Object.entries(recomputed))];
  return differences.map(
    (field) => say`${field}: published ${brief(before.get(field))}, computed ${brief(after.get(field))}`,
  );
}

function fileDifferences(
  fault: 'missing' | 'extra' | 'unreadable' | undefined,
  isFile: boolean,
  differences: readonly string[],
): readonly Sentence[] {
  if (fault === 'missing') return [say`the manifest names no such file, and must`];
  if (fault === 'extra') return [say`nothing in the plan gives such a file, or it is listed twice`];
  if (fault === 'unreadable') return [say`it cannot be read as JSON`];
  return [
    ...(isFile ? [] : [say`its SHA-256 is not the one that the manifest names`]),
    ...(differences.length > 0 ? [say`different: ${listed(differences)}`] : []),
  ];
}

/** A value of JSON in at most a hundred characters. */
function brief(value: unknown): string {
  const text = value === undefined ? '–' : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
