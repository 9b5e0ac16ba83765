import { isUtf8 } from 'node:buffer';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { locateProblems, problem, say } from '@zj/metrics/internal';
import {
  parseContract,
  parseJson,
  parseMetrics,
  parsePlan,
  type Contract,
  type Draft,
  type Metric,
  type Plan,
  type Problem,
  type ProblemCode,
  type SeriesOrder,
  type Sentence,
} from '@zj/metrics';
import { danglingProblem } from '../link.js';
import { checkBetween, toDraft, type Drafts } from './between.js';

/** The content of a folder's JSON files; a file with problems is missing here. */
export interface SourceFolder {
  readonly plan?: Plan;
  readonly metrics?: readonly Metric[];
  /** The series that metrics.json asks for. */
  readonly publish: readonly SeriesOrder[];
  readonly datasets: readonly SourceDataset[];
  readonly problems: readonly Problem[];
  /** Files that are left out although they have no fault. */
  readonly notes: readonly Problem[];
  readonly folder: string;
  /** Adds line and column to places in its JSON files. */
  locate(problems: readonly Problem[]): readonly Problem[];
}

/** A dataset to read: its contract, and its file and that of the contract as paths from here. */
export interface SourceDataset {
  readonly contract: Contract;
  readonly file: string;
  readonly contractFile: string;
}

/** Reads plan.json, metrics.json and data/*.json of a folder, and holds them against each other. */
export async function readSource(folder: string): Promise<SourceFolder> {
  const unreadable = await folderProblem(
    folder,
    say`Name the folder that contains plan.json, metrics.json and data.`,
  );
  const texts = new Map<string, string>();
  const locate = (problems: readonly Problem[]): readonly Problem[] => {
    let located = problems;
    for (const [file, text] of texts) located = locateProblems(located, { file, text });
    return located;
  };
  if (unreadable) return { publish: [], datasets: [], problems: [unreadable], notes: [], folder, locate };
  const files = { plan: join(folder, 'plan.json'), metrics: join(folder, 'metrics.json') };
  const plan = await readJson(files.plan, parsePlan, texts);
  const metrics = await readJson(files.metrics, parseMetrics, texts);
  const data = join(folder, 'data');
  const contracts = withoutData(await readContracts(data, texts));
  const problems = [...plan.problems, ...metrics.problems, ...contracts.flatMap((one) => one.problems)];

  const read = contracts.flatMap(({ contract, file }) => (contract ? [{ contract, file }] : []));
  problems.push(...(await checkShared(read)));
  const notes: Problem[] = [];
  const drafts: Drafts = {
    plan: toDraft(plan.plan, plan.draft),
    metrics: toDraft(metrics.metrics, metrics.draft),
    publish: metrics.publish ?? [],
    contracts: contracts.map(({ contract, draft, file }) => ({ file, draft: toDraft(contract, draft) })),
  };
  problems.push(...checkBetween(drafts, files));
  const whole = contracts.map(
    ({ contract, draft }) => contract ?? (draft?.standIns.length === 0 ? draft.value : undefined),
  );
  if (whole.every((one) => one !== undefined)) notes.push(...(await findUndescribed(data, whole)));
  return {
    ...(plan.plan && { plan: plan.plan }),
    ...(metrics.metrics && { metrics: metrics.metrics }),
    publish: metrics.publish ?? [],
    datasets: read.map(({ contract, file }) => {
      return { contract, file: join(dirname(file), contract.file), contractFile: file };
    }),
    problems: locate(distinct(problems)),
    notes,
    folder,
    locate,
  };
}

/** Files that look like data, but that no contract names. */
async function findUndescribed(folder: string, contracts: readonly Contract[]): Promise<readonly Problem[]> {
  const described = new Set(contracts.map(({ file }) => join(folder, file)));
  const names = (await readdir(folder))
    .filter((name) => /\.(csv|tsv|xlsx?|parquet|arrow)$/i.test(name))
    .sort();
  return names.flatMap((name) => {
    const where = join(folder, name);
    if (described.has(where)) return [];
    const message = say`No contract names this file: it is left out.`;
    const remedy = say`Describe it in a JSON file beside it, or remove it.`;
    return [problem({ code: 'no-contract', where, message, remedy })];
  });
}

/** Each problem once: a file by itself and files held against each other tell some of the same. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((one) => [`${one.where} ${one.message}`, one])).values()];
}

/** Why a folder cannot be read, told once instead of for each file that should be in it. */
async function folderProblem(folder: string, remedy: Sentence): Promise<Problem | undefined> {
  try {
    if ((await stat(folder)).isDirectory()) return undefined;
  } catch (error) {
    return fileProblem(folder, error);
  }
  const message = say`This is a file, not a folder.`;
  return problem({ code: 'not-a-folder', where: folder, message, remedy });
}

/** A contract and its own file. */
type Described = Pick<SourceDataset, 'contract' | 'file'>;

/** Rows that two cubes are built from could be had by subtracting one from the other. */
async function checkShared(read: readonly Described[]): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const seen = new Map<string, Described[]>();
  for (const one of read) {
    const path = join(dirname(one.file), one.contract.file);
    const real = await realpath(path).catch(() => resolve(path));
    const others = seen.get(real) ?? [];
    seen.set(real, [...others, one]);
    const other = others.find(({ contract }) => isConfidential(contract) || isConfidential(one.contract));
    if (!other) continue;
    problems.push(
      problem({
        code: 'shared-file',
        where: `${one.file} $.file`,
        message: say`The contracts ${other.contract.id} and ${one.contract.id} publish the same file ${path}, whose rows are confidential. Cells that one merges could be computed by subtracting the other.`,
        remedy: say`Keep one of the two contracts, ${other.file} or ${one.file}, and publish everything in its cube.`,
      }),
    );
  }
  return problems;
}

function isConfidential({ cube, columns }: Contract): boolean {
  return cube !== undefined || columns.some(({ confidential }) => confidential);
}

interface Parsed {
  readonly problems: readonly Problem[];
}

/** Reads a file of JSON; its text is kept in `texts`, by its name. */
async function readJson<T extends Parsed>(
  file: string,
  parse: (json: unknown, options: { readonly file: string }) => T,
  texts: Map<string, string>,
): Promise<Partial<T> & Parsed> {
  const read = await readText(file);
  if (read.text === undefined) return read as Partial<T> & Parsed;
  const { value, problems } = parseJson(read.text, { file });
  if (problems.length > 0) return { problems } as Partial<T> & Parsed;
  texts.set(file, read.text);
  return parse(value, { file });
}

async function readText(file: string): Promise<Parsed & { readonly text?: string }> {
  const irregular = await irregularFile(file);
  if (irregular) return { problems: [irregular] };
  try {
    const bytes = await readFile(file);
    if (isUtf8(bytes)) return { text: bytes.toString('utf8'), problems: [] };
    const { code, where, sentences } = notUtf8(file);
    const remedy = say`Save it again as UTF-8.`;
    return { problems: [problem({ code, where, message: sentences.message, remedy })] };
  } catch (error) {
    return { problems: [fileProblem(file, error)] };
  }
}

interface ReadContract extends Parsed {
  readonly contract?: Contract | undefined;
  readonly draft?: Draft<Contract> | undefined;
  readonly file: string;
}

/** Data may be JSON, too: a file that a contract names as its data is no contract itself. */
function withoutData(contracts: readonly ReadContract[]): readonly ReadContract[] {
  const data = new Set(
    contracts.flatMap(({ contract, file }) => (contract ? [join(dirname(file), contract.file)] : [])),
  );
  return contracts.filter(({ contract, file }) => contract !== undefined || !data.has(file));
}

async function readContracts(folder: string, texts: Map<string, string>): Promise<readonly ReadContract[]> {
  const unreadable = await folderProblem(
    folder,
    say`Put the contracts and their data into a folder of this name.`,
  );
  if (unreadable) return [{ file: folder, problems: [unreadable] }];
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  if (names.length === 0) {
    const message = say`This folder contains no contract.`;
    const remedy = say`Describe each dataset in a JSON file beside its CSV, such as industry-revenue.json.`;
    return [{ file: folder, problems: [problem({ code: 'no-contract', where: folder, message, remedy })] }];
  }
  return Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      return { ...(await readJson(file, parseContract, texts)), file };
    }),
  );
}

/** A pipe or a device: reading it might never end. */
export async function irregularFile(file: string): Promise<Problem | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (!found || found.isFile() || found.isDirectory()) return undefined;
  const message = say`This is a pipe or a device, not a file.`;
  return problem({ code: 'not-a-file', where: file, message, remedy: say`Put the file in its place.` });
}

/** The system's error for an unreadable file. Throws errors that are not the system's. */
export function fileProblem(file: string, error: unknown): Problem {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  const dangling = code === 'ENOENT' && danglingProblem(file, say`put the file in the place of the link`);
  if (dangling) return dangling;
  const [known, text, remedy] = systemWords[code] ?? [
    'unreadable-file',
    say`It cannot be read: ${message}.`,
    say`Check that you may read it, and that no other program has it open.`,
  ];
  return problem({ code: known, where: file, message: text, remedy });
}

const missing = [
  'missing-file',
  say`There is no such file or folder.`,
  say`Put it there, or correct the name.`,
] as const;
type Words = readonly [code: ProblemCode, message: Sentence, remedy: Sentence];
const systemWords: Readonly<Record<string, Words>> = {
  ENOENT: missing,
  ENOTDIR: missing,
  ELOOP: ['dangling-link', say`A link in the path points back to itself.`, say`Correct the link.`],
  EISDIR: ['not-a-file', say`This is a folder, not a file.`, say`Put the file in its place.`],
};

/** A file in another encoding, such as GBK. */
export function notUtf8(where: string): Problem {
  return problem({
    code: 'not-utf-8',
    where,
    message: say`This is not UTF-8: the file is in another encoding, such as GBK.`,
    remedy: say`Save it again as UTF-8; in Excel choose the type "CSV UTF-8 (Comma delimited)".`,
  });
}
