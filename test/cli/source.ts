import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatProblem, type Contract, type Problem } from '@zj/metrics';
import { languageOf } from '../../packages/cli/src/language.js';
import { main } from '../../packages/cli/src/main.js';
import { openTerminal } from '../../packages/cli/src/terminal.js';

/** The park example of this repository. */
export const park = join(import.meta.dirname, '../../examples/park');

/** Writes demo data with so many rows of revenue into a folder, in the place of such files. */
export function writeDemo(folder: string, rows: number): void {
  const words = ['--rows', String(rows), '--out', folder, '--force'];
  execFileSync(process.execPath, [join(park, 'generate/index.mjs'), ...words], { stdio: 'pipe' });
}

/** A folder for a test file, and the function that removes it. */
export async function openFolder(): Promise<{
  readonly folder: string;
  readonly remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'zj-test-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The result of a command line. */
export interface Outcome {
  readonly code: number;
  readonly printed: string;
  readonly problems: readonly Problem[];
  /** The problems as a person reads them, with no path before `data/`. */
  readonly told: readonly string[];
  readonly progress: readonly string[];
  /** As a person reads them, with no path before `data/`. */
  readonly notes: readonly string[];
}

function withoutPath(line: string): string {
  return line.replace(/^\S*?(?=(data\/|plan\.json|metrics\.json))/, '');
}

/** Runs `zj` as it is typed. */
export async function run(...words: readonly string[]): Promise<Outcome> {
  const problems: Problem[] = [];
  const [progress, notes] = [[] as string[], [] as string[]];
  let printed = '';
  const output = { write: (text: string) => (printed += text) };
  const terminal = openTerminal({ stdout: output, stderr: output });
  const code = await main(words, {
    ...terminal,
    problems: (found) => problems.push(...found),
    progress: (line) => progress.push(terminal.tell(line)),
    note: (note) => notes.push(withoutPath(formatProblem(note))),
  });
  const told = problems.map((problem) => withoutPath(formatProblem(problem)));
  return { code, printed: printed.replace(/\n$/, ''), problems, told, progress, notes };
}

/** Runs `zj` as it is typed, in the language of the words or the environment, and returns its output. */
export async function speak(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  let [stdout, stderr] = ['', ''];
  const streams = {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  };
  const code = await main(words, openTerminal(streams, languageOf(words, environment)));
  return { code, stdout, stderr };
}

/** Four enterprises in each leading industry, January to October 2026: small data that can be published. */
export const revenueHeader = 'month,enterprise,industry,sub_industry,zone,tier,revenue';
const months = Array.from({ length: 10 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-01`);
export const revenueRows: readonly string[] = months.flatMap((month) =>
  [
    ['集成电路', '芯片设计'],
    ['生物医药', '生物制药'],
    ['人工智能', '智能软件'],
  ].flatMap(([industry, part], i) =>
    [1, 2, 3, 4].map((n) => `${month},E9${i}000${n},${industry},${part},综合保税区,high-tech,${1000 * n}.25`),
  ),
);
const small = {
  'industry-revenue.csv': lines(revenueHeader, ...revenueRows),
  'patents.csv': lines(
    'application_number,filed,applicant,route,kind,ipc,industry,status',
    'PCT/CN2026/D00001,2026-03-05,示例申请人 0001,PCT,invention,H01L,集成电路,filed',
    'CN2026D0000001,2026-04-05,示例申请人 0002,domestic,design,,其他,filed',
  ),
  'incubation.csv': lines(
    'id,date,event,subject,level,incubator,industry',
    'I000001,2026-05-06,incubator-recognised,示例孵化器 01,high-quality,,集成电路',
  ),
  'space-supply.csv': lines(
    'month,space,zone,kind,state,area',
    '2026-10-01,示例空间 0001,生物医药园,gmp-plant,occupied,12000.00',
    '2026-10-01,示例空间 0002,生物医药园,clean-room,available,800.50',
    '2026-10-01,示例空间 0003,综合保税区,office,under-construction,6000.00',
  ),
  'service-packages.csv': lines(
    'number,month,enterprise,need,packages,days',
    ...[1, 2, 3, 4].map((n) => `F00000${n},2026-10-01,示例重点企业 000${n},policy,1,${2 + n}`),
  ),
  'science-finance.csv': lines(
    'month,enterprise,instrument,industry,amount',
    ...[1, 2, 3, 4].flatMap((n) => [
      `2026-10-01,示例融资企业 000${n},loan,生物医药,${500 + n}.25`,
      `2026-10-01,示例融资企业 000${n},equity,生物医药,${900 + n}.50`,
    ]),
  ),
  'tasks.csv': lines(
    'task,measure,state,since,due,note_zh,note_en,evidence,reported,reporter',
    'A1.1,0,under-way,2026-03-02,,,,,2026-06-30,保税区管理局',
  ),
};

/** A text of these lines. */
export function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

/** The small revenue file with other rows in place of some: the key is the line that a row stands in, from 2. */
export function revenueWith(changes: Readonly<Record<number, string>>): string {
  return lines(revenueHeader, ...revenueRows.map((row, index) => changes[index + 2] ?? row));
}

/** Writes a source of the park's plan over small data, with other files in place of some; `null` leaves one out. */
export async function writeSource(
  folder: string,
  changes: Readonly<Record<string, string | Uint8Array | null>> = {},
): Promise<string> {
  await mkdir(join(folder, 'data'), { recursive: true });
  for (const file of ['plan.json', 'metrics.json']) await cp(join(park, file), join(folder, file));
  for (const [name, text] of Object.entries(small)) {
    await writeFile(join(folder, 'data', name), text);
    const contract = name.replace('.csv', '.json');
    await cp(join(park, 'data', contract), join(folder, 'data', contract));
  }
  for (const [name, text] of Object.entries(changes)) {
    const path = join(folder, /^(plan|metrics)\.json$/.test(name) ? '' : 'data', name);
    await mkdir(dirname(path), { recursive: true });
    if (text === null) await rm(path);
    else await writeFile(path, text);
  }
  return folder;
}

/** The text of a contract of the park with other entries. */
export async function contractWith(id: string, changes: Partial<Contract>): Promise<string> {
  const contract = JSON.parse(await readFile(join(park, `data/${id}.json`), 'utf8')) as Contract;
  return JSON.stringify({ ...contract, ...changes });
}

let sources = 0;
/** Checks a source with these changes, in a folder of its own below `folder`. */
export async function checkSource(
  folder: string,
  changes: Parameters<typeof writeSource>[1],
): Promise<Outcome> {
  return run('check', await writeSource(join(folder, `source${++sources}`), changes));
}
