import type { Manifest, ReleaseVerification, StepStatement, VerificationStep } from '@zj/metrics';
import type { Speaker } from '../element/foreign.js';
import type { Locale } from '../locale/locale.js';
import { verifyWords } from './book.js';
import { goalDifferences, pageDifferences } from './goal-figures.js';
import type { Finished } from './run.js';

/** A part of a release beside the same computed again. */
export interface CheckRow {
  /** Its kind in words, such as 目标. */
  readonly kind: string;
  /** A goal or a dataset by its name, a file by its path. */
  readonly name: string;
  /** The goal that it belongs to; empty for the release as a whole. */
  readonly goal: string;
  readonly equal: boolean;
  readonly differences: readonly string[];
  /** Its statements; none where it took no step of its own. */
  readonly statements: readonly StepStatement[];
  readonly milliseconds: number | undefined;
}

/** The result of a verification, ready to paint. */
export interface VerifyModel {
  readonly equal: boolean;
  /** How many parts differ. */
  readonly different: number;
  /** The parts that are listed: those of the goal, where one is asked for, and all that differ. */
  readonly rows: readonly CheckRow[];
}

/** The parts of a release, each with its step. Of one goal its own are listed, and every other that differs. */
export function verifyModel(
  { verification, manifest, steps }: Finished,
  goal: string,
  { locale, say }: { readonly locale: Locale } & Pick<Speaker, 'say'>,
): VerifyModel {
  const all = [
    ...wholeRows(verification, manifest, steps, { locale, say }),
    ...goalRows(verification, steps, { locale, say }),
    ...dataRows(verification, steps, { locale, say }),
  ];
  const rows = all.filter((one) => goal === '' || one.goal === goal || one.goal === '' || !one.equal);
  const different = all.filter(({ equal }) => !equal).length;
  // The SDK's word counts, also for parts of a newer one that this list does not know.
  return { equal: verification.equal && different === 0, different, rows };
}

type Stepped = Pick<CheckRow, 'statements' | 'milliseconds'>;

function stepOf(steps: readonly VerificationStep[], kinds: readonly string[], name?: string): Stepped {
  const step = steps.find((one) => kinds.includes(one.kind) && (name === undefined || one.name === name));
  return { statements: step?.statements ?? [], milliseconds: step?.milliseconds };
}

/** The files that hold the release together, and the facts about its data. */
function wholeRows(
  { verdictsFile, manifest, head, facts, shown }: ReleaseVerification,
  { files }: Manifest,
  steps: readonly VerificationStep[],
  { locale, say }: { readonly locale: Locale } & Pick<Speaker, 'say'>,
): readonly CheckRow[] {
  const { kinds, otherFile, otherManifest, otherField, differs } = verifyWords(locale);
  const none: Stepped = { statements: [], milliseconds: undefined };
  const wrong = facts.filter(({ equal }) => !equal);
  return [
    {
      ...{ kind: kinds.file, name: files.verdicts.path, goal: '', ...none },
      equal: verdictsFile.equal,
      differences: verdictsFile.equal ? [] : [otherFile],
    },
    {
      ...{ kind: kinds.manifest, name: 'manifest.json', goal: '', ...none },
      equal: manifest.equal,
      differences: manifest.equal ? [] : [otherManifest],
    },
    {
      ...{ kind: kinds.verdicts, name: files.verdicts.path, goal: '', ...stepOf(steps, ['verdicts']) },
      equal: head.equal,
      differences: head.equal ? [] : [otherField(head.differences.join(', '))],
    },
    {
      ...{ kind: kinds.facts, name: 'manifest.json', goal: '', ...stepOf(steps, ['facts']) },
      equal: wrong.length === 0,
      differences: wrong.map(({ where, published, recomputed }) =>
        differs(where, String(published), String(recomputed)),
      ),
    },
    ...(shown && shown.goals.length > 0
      ? [
          {
            ...{ kind: kinds.page, name: '', goal: '', ...none },
            equal: shown.equal,
            differences: shown.goals.flatMap((one) =>
              one.equal ? [] : pageDifferences(one, { locale, say }),
            ),
          },
        ]
      : []),
  ];
}

function goalRows(
  { goals, withheld, series }: ReleaseVerification,
  steps: readonly VerificationStep[],
  { locale, say }: { readonly locale: Locale } & Pick<Speaker, 'say'>,
): readonly CheckRow[] {
  const { kinds, faults, otherField, otherFile } = verifyWords(locale);
  return [
    ...goals.map((one): CheckRow => ({
      kind: kinds.goal,
      name: say((one.published ?? one.recomputed)!.name),
      goal: one.goal,
      equal: one.equal,
      differences: goalDifferences(one, locale),
      ...stepOf(steps, ['goal'], one.goal),
    })),
    ...withheld.map(({ goal, name, equal, published, differences }): CheckRow => ({
      kind: kinds.withheld,
      name: say(name),
      goal,
      equal,
      differences: equal ? [] : [published ? otherField(differences.join(', ')) : faults.unexplained],
      ...stepOf(steps, ['goal'], goal),
    })),
    ...(series ?? []).map(({ path, name, equal, fault, file, differences }): CheckRow => {
      const isBoard = !path.startsWith('series/') && (name === 'ladder' || name === 'tasks');
      return {
        kind: isBoard ? kinds[name] : kinds.series,
        name: path,
        goal: path.startsWith('series/goals/') ? name : path,
        equal,
        differences: fault
          ? [faults[fault]]
          : [
              ...(file?.equal === false ? [otherFile] : []),
              ...(differences.length > 0 ? [otherField(differences.join(', '))] : []),
            ],
        ...stepOf(steps, ['series', 'ladder', 'tasks'], path),
      };
    }),
  ];
}

function dataRows(
  { rows }: ReleaseVerification,
  steps: readonly VerificationStep[],
  { locale, say }: { readonly locale: Locale } & Pick<Speaker, 'say'>,
): readonly CheckRow[] {
  const { kinds, otherRows } = verifyWords(locale);
  return rows.map(({ dataset, name, equal }) => ({
    kind: kinds.rows,
    name: say(name),
    goal: '',
    equal,
    differences: equal ? [] : [otherRows],
    ...stepOf(steps, ['rows'], dataset),
  }));
}
