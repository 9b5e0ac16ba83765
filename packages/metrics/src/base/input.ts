import * as v from 'valibot';
import { draftOf, withoutStandIns, type Draft } from './draft.js';
import { jsonPath, type Path } from './json-path.js';
import { locateProblems } from './json-place.js';
import { suggest } from './nearest.js';
import { problem, type Problem } from './problem.js';
import { quote } from './quoting.js';
import { readSays, type OwnKeys, type Schema } from './schema.js';
import { say, type Sentence } from './sentence.js';

export { jsonPath, quote };
export type { Path };

/** Where the input comes from. */
export interface InputOptions {
  /** The file's name, before the place of each problem: `plan.json $.goals[2].target`. */
  readonly file?: string;
  /** The text that the input was parsed from: the place of a problem then has line and column, `plan.json:12:7 $.goals[2].target`. */
  readonly text?: string;
}

/** The value, or everything that is wrong with the input; a `draft` can be held against other files all the same. */
export type Read<T> =
  | { readonly value: T; readonly draft?: undefined; readonly problems: readonly [] }
  | { readonly value?: undefined; readonly draft?: Draft<T>; readonly problems: readonly Problem[] };

/** More than these help nobody, and an input that was made to hurt may have a million. */
const MOST_PROBLEMS = 100;

/** Reads input of unknown shape: first its shape by a schema, then the other rules by `check`. Never throws on JSON. */
export function readInput<T>(
  schema: Schema<T>,
  input: unknown,
  check: (value: T) => Iterable<Problem>,
  options: InputOptions = {},
): Read<T> {
  const { issues, output } = v.safeParse(schema, input, { abortPipeEarly: true });
  if (issues) return { problems: collect(shapeProblems(issues), options) };
  const problems = collect(check(output), options);
  if (problems.length === 0) return { value: output, problems: [] };
  return { draft: { value: output, other: output, standIns: [], unnamed: false }, problems };
}

/**
 * Reads a file that others are held against: as {@link readInput}, and a file that lacks its shape somewhere is checked, too, and
 * gives a draft.
 */
export function readFile<T>(
  schema: Schema<T>,
  input: unknown,
  check: (value: T) => Iterable<Problem>,
  options: InputOptions = {},
): Read<T> {
  const read = readInput(schema, input, check, options);
  if (read.value !== undefined || read.draft || read.problems.length > MOST_PROBLEMS || isTooDeep(input))
    return read;
  const draft = draftOf(schema, input);
  if (!draft) return read;
  const [one, other] = [draft.value, draft.other].map((value) => [...check(value)]) as [Problem[], Problem[]];
  const more = collect(withoutStandIns(one, other, draft), options);
  return { draft, problems: [...read.problems, ...more] };
}

/** No file of ours is nested like this; one that is was made to exhaust whoever reads it. */
export const MOST_LEVELS = 100;

/** Whether lists and objects are nested more than {@link MOST_LEVELS} deep. */
export function isTooDeep(input: unknown): boolean {
  // An object of a page may refer to itself.
  const seen = new Set<unknown>();
  let level: readonly unknown[] = [input];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_LEVELS) return true;
    const fresh = level.filter((one) => typeof one === 'object' && one !== null && !seen.has(one));
    for (const one of fresh) seen.add(one);
    level = fresh.flatMap((one) => Object.values(one as Record<string, unknown>));
  }
  return false;
}

/** The first hundred problems, each with its file; one more says that there are more. */
export function collect(problems: Iterable<Problem>, { file, text }: InputOptions = {}): readonly Problem[] {
  const found: Problem[] = [];
  for (const one of problems) {
    if (found.length === MOST_PROBLEMS) {
      const message = say`There are more problems than these ${MOST_PROBLEMS}.`;
      const remedy = say`Correct these, then check again.`;
      found.push(problem({ code: 'more-problems', where: file ?? '$', message, remedy }));
      break;
    }
    found.push(file === undefined ? one : { ...one, where: `${file} ${one.where}` });
  }
  return text === undefined ? found : locateProblems(found, { text, ...(file !== undefined && { file }) });
}

const twins = {
  area: (id: string, other: string) => say`Two areas have the id ${id}: this one and ${other}.`,
  event: (id: string, other: string) => say`Two events have the id ${id}: this one and ${other}.`,
  goal: (id: string, other: string) => say`Two goals have the id ${id}: this one and ${other}.`,
  metric: (id: string, other: string) => say`Two metrics have the id ${id}: this one and ${other}.`,
  platform: (id: string, other: string) => say`Two platforms have the id ${id}: this one and ${other}.`,
  task: (id: string, other: string) => say`Two tasks have the id ${id}: this one and ${other}.`,
  theme: (id: string, other: string) => say`Two themes have the id ${id}: this one and ${other}.`,
  tier: (id: string, other: string) => say`Two tiers have the id ${id}: this one and ${other}.`,
  verdict: (id: string, other: string) => say`Two verdicts have the id ${id}: this one and ${other}.`,
};

/** That no two of a list have the same id. */
export function* checkUnique(
  noun: keyof typeof twins,
  list: readonly { readonly id: string }[],
  at: Path,
): Generator<Problem> {
  const seen = new Map<string, number>();
  for (const [i, { id }] of list.entries()) {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, i);
    else {
      const message = twins[noun](quote(id), jsonPath(...at, first));
      const remedy = say`Give one of them another id.`;
      yield problem({ code: 'duplicate', where: jsonPath(...at, i, 'id'), message, remedy });
    }
  }
}

/** The kinds of names that may be unknown. */
type Noun = 'column' | 'dataset' | 'event' | 'goal' | 'metric' | 'task' | 'theme';

const nobody: Readonly<Record<Noun, (name: string) => Sentence>> = {
  column: (name) => say`No column is called ${name}.`,
  dataset: (name) => say`No dataset is called ${name}.`,
  event: (name) => say`No event is called ${name}.`,
  goal: (name) => say`No goal is called ${name}.`,
  metric: (name) => say`No metric is called ${name}.`,
  task: (name) => say`No task is called ${name}.`,
  theme: (name) => say`No theme is called ${name}.`,
};

/** That a name is one of those declared. */
export function* checkKnown(
  noun: Noun,
  name: string,
  known: ReadonlySet<string>,
  at: Path,
): Generator<Problem> {
  if (known.has(name)) return;
  const message = nobody[noun](quote(name));
  const remedy = suggest(name, known);
  yield problem({ code: `unknown-${noun}`, where: jsonPath(...at), message, remedy });
}

function* shapeProblems(issues: readonly v.BaseIssue<unknown>[]): Generator<Problem> {
  for (const issue of issues) {
    const keys = (issue.path ?? []).map(({ key }) => key as string | number);
    if (issue.type === 'strict_object' && issue.expected === 'never') {
      yield* unknownKeys(issue, keys.slice(0, -1), JSON.parse(issue.message) as OwnKeys);
      continue;
    }
    const { expected, remedy } = readSays(issue.message);
    if (issue.type !== 'strict_object') {
      const code = issue.kind === 'schema' ? 'wrong-type' : 'wrong-value';
      const message = say`This must be ${expected}, but is ${quote(issue.input)}.`;
      yield problem({ code, where: jsonPath(...keys), message, remedy });
    } else {
      const key = quote(keys.at(-1));
      const where = jsonPath(...keys.slice(0, -1));
      const add = say`Add ${key}: ${expected}. ${remedy}`;
      yield problem({ code: 'missing-key', where, message: say`${key} is missing.`, remedy: add });
    }
  }
}

/** The library names the first unknown key of an object; a person wants them all. */
function* unknownKeys(issue: v.BaseIssue<unknown>, at: Path, { name, keys }: OwnKeys): Generator<Problem> {
  for (const key of Object.keys(issue.path!.at(-1)!.input as object)) {
    if (keys.includes(key)) continue;
    const message = say`${quote(key)} is not a key of ${name}.`;
    const remedy = suggest(key, keys);
    yield problem({ code: 'unknown-key', where: jsonPath(...at, key), message, remedy });
  }
}
