import { listed, say } from '@zj/metrics/internal';
import type { Manifest, Problem, ReleaseVerification, VerificationStep } from '@zj/metrics';
import { usage, type Command, type Invocation, type Terminal } from './command.js';
import { openScratch } from './publish/scratch.js';
import { Refusal, systemProblem, temporaryProblem } from './system.js';
import { formatSize } from './terminal.js';
import { findManifest } from './verify/address.js';
import { checksOf, checksOfFiles, stepWords, type Check } from './verify/checks.js';
import { computeAgain, type Computed } from './verify/compute.js';
import { gatherFiles, readManifest, Refused, type FileCheck } from './verify/gather.js';
import { tabulateGoal } from './verify/goal-figures.js';
import { outcomeOf, tellChecks, tellRelease } from './verify/telling.js';

/** The exit codes: a script can tell a difference from a network that is down. */
const codes = { equal: 0, different: 1, usage: 2, unchecked: 3 } as const;

/** `zj verify`: every published figure of a release, computed again. */
export const verify: Command = {
  name: 'verify',
  summary: say`compute a published release again, and compare every figure`,
  help: {
    usage: 'zj verify ADDRESS [--goal ID] [--sql] [--json] [--timeout SECONDS]',
    parts: [
      {
        sentences: [
          say`ADDRESS is the manifest.json of a release, or the folder that contains it, as a path or as an address that begins with http.`,
          say`All files are read and held against the digests of the manifest. Then every goal, series, ladder and list of tasks is computed again from the published database, and compared.`,
          say`The last line says whether all of it is equal. It does not prove that the data are true.`,
        ],
      },
      {
        heading: say`Options`,
        names: [
          ['--goal ID', say`show the steps and the figures of one goal, and all differences`],
          ['--sql', say`print each statement`],
          ['--json', say`print the whole verification as JSON, for programs`],
          [
            '--timeout SECONDS',
            say`seconds that the network may be silent or slower than 1 kB a second (default 20)`,
          ],
        ],
      },
      {
        heading: say`Exit codes`,
        names: [
          ['0', say`everything is equal`],
          ['1', say`something is not equal`],
          ['2', say`the call makes no sense`],
          ['3', say`it could not be checked: a file or the network is missing`],
        ],
      },
      { heading: say`Example`, typed: 'zj verify https://park.example/release' },
    ],
  },
  options: {
    goal: { type: 'string' },
    sql: { type: 'boolean' },
    json: { type: 'boolean' },
    timeout: { type: 'string' },
  },

  async run({ positionals, values, terminal }: Invocation): Promise<number> {
    const { timeout = '20', goal } = values as Readonly<Record<string, string | undefined>>;
    const [address] = positionals;
    const problems = [...checkOneAddress(positionals), ...checkTimeout(timeout)];
    if (problems.length > 0 || !address) {
      terminal.problems(problems);
      return codes.usage;
    }
    const order: Order = {
      address,
      goal,
      sql: values.sql === true,
      json: values.json === true,
      seconds: Number(timeout),
    };
    const found: Finding = { problems: [], checks: [] };
    const code = await examine(order, found, terminal).catch((error: unknown) => {
      found.problems = problemsOf(error);
      return found.problems.some((one) => one.code === 'usage') ? codes.usage : codes.unchecked;
    });
    terminal.problems(found.problems);
    if (code === codes.usage) return code;
    if (order.json) terminal.print(say`${JSON.stringify(describe(order, code, found), null, 2)}`);
    else if (code === codes.unchecked)
      terminal.print(say`It could not be checked. This says nothing about the figures.`);
    else terminal.print(outcomeOf(found.checks, code === codes.equal));
    return code;
  },
};

interface Order {
  readonly address: string;
  readonly goal: string | undefined;
  readonly sql: boolean;
  readonly json: boolean;
  readonly seconds: number;
}

/** All that is known so far: also of a check that ends early. */
interface Finding {
  problems: readonly Problem[];
  checks: readonly Check[];
  place?: string;
  files?: readonly FileCheck[];
  steps?: readonly VerificationStep[];
  verification?: ReleaseVerification;
}

function checkOneAddress(positionals: readonly string[]): readonly Problem[] {
  if (positionals.length === 1 && positionals[0] !== '') return [];
  const message =
    positionals.length > 1
      ? say`One address is expected, but ${positionals.length} are named.`
      : say`No address is named.`;
  return [usage('ADDRESS', message, say`Write zj verify ADDRESS, such as zj verify build/park.`)];
}

function checkTimeout(typed: string): readonly Problem[] {
  if (/^\d{1,4}$/.test(typed) && Number(typed) > 0) return [];
  const message = say`"${typed}" is not a number of seconds.`;
  return [usage('--timeout', message, say`Use a whole number from 1 to 9999.`)];
}

/** The cause that stopped a check; an error that is neither the network's nor the system's is thrown. */
function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof Refused) return error.problems;
  const refused = error instanceof Refusal ? error.problem : systemProblem(error);
  if (!refused) throw error;
  return [refused];
}

/** Checks a release step by step, writes down its findings, and gives the exit code. */
async function examine(order: Order, found: Finding, terminal: Terminal): Promise<number> {
  const { goal, seconds, json } = order;
  const place = await findManifest(order.address);
  const scratch = openTemporary();
  try {
    terminal.progress(say`reading manifest.json …`);
    const read = await readManifest(place, { seconds, scratch: scratch.folder });
    found.place = read.place;
    const unknown = goal === undefined ? [] : checkGoal(goal, read.manifest);
    if (unknown.length > 0) {
      found.problems = unknown;
      return codes.usage;
    }
    const gathered = await gatherFiles(place, read, {
      seconds,
      scratch: scratch.folder,
      onFile: (path, loaded, total) =>
        terminal.progress(
          loaded === 0 ? say`reading ${path} …` : say`reading ${path} … ${sizes(loaded, total)}`,
        ),
    });
    found.files = gathered.files;
    found.checks = checksOfFiles(gathered.files);
    found.problems = gathered.problems;
    // Nothing can be computed from another database than the published one.
    const database = gathered.files.find((one) => one.path === read.manifest.files.database.path);
    const computed: Computed =
      gathered.problems.length === 0 && database?.equal
        ? await computeAgain(gathered.local, read.place, ({ kind, name, done, total }) =>
            terminal.progress(say`computing … ${done} of ${total}: ${stepWords[kind]} ${name}`),
          )
        : { steps: [], isRelease: true };
    const { verification, steps, problem } = computed;
    found.steps = steps;
    if (verification) {
      found.verification = verification;
      found.checks = [...found.checks, ...checksOf(verification, steps)];
    }
    if (problem) found.problems = [...found.problems, problem];
    if (!json) {
      tellRelease(read.manifest, read.place, terminal);
      tellChecks(found.checks, order, terminal);
      const own = verification?.goals.find((one) => one.goal === goal);
      if (own) terminal.table(tabulateGoal(own));
    }
    return codeOf(found, computed);
  } finally {
    scratch.remove();
  }
}

/** A difference that was seen is certain, even if another file could not be read. */
function codeOf({ checks, verification }: Finding, { problem, isRelease }: Computed): number {
  if (checks.some(({ equal }) => !equal) || (problem && isRelease)) return codes.different;
  return verification ? codes.equal : codes.unchecked;
}

function openTemporary(): ReturnType<typeof openScratch> {
  try {
    return openScratch();
  } catch (error) {
    throw new Refusal(temporaryProblem(error));
  }
}

function checkGoal(goal: string, { plan }: Manifest): readonly Problem[] {
  const ids = plan.goals.map(({ id }) => id);
  if (ids.includes(goal)) return [];
  const message = say`The plan has no goal "${goal}".`;
  return [usage('--goal', message, say`Use one of: ${listed(ids)}.`)];
}

function sizes(loaded: number, total: number): string {
  return `${formatSize(loaded)} / ${formatSize(total)}`;
}

/** The whole verification, for programs. */
function describe({ address, goal }: Order, code: number, found: Finding): object {
  const { place, files, steps, verification, problems } = found;
  const outcome = code === codes.equal ? 'equal' : code === codes.different ? 'different' : 'unchecked';
  return {
    address,
    manifest: place ?? null,
    outcome,
    files: files ?? [],
    steps: (steps ?? []).filter((one) => goal === undefined || one.kind !== 'goal' || one.name === goal),
    verification: verification ?? null,
    problems: problems.map(({ code: name, where, message, remedy }) => ({
      code: name,
      where,
      message,
      remedy,
    })),
  };
}
