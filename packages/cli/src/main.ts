import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { suggest } from '@zj/metrics/internal';
import type { Problem } from '@zj/metrics';
import { check } from './check.js';
import { usage, type Invocation, type Command, type Terminal } from './command.js';
import { goals } from './goals.js';
import { publish } from './publish.js';
import { serve } from './serve.js';
import { systemProblem } from './system.js';

const commands: readonly Command[] = [check, publish, goals, serve];

const help = `Usage: zj COMMAND …

${commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

zj COMMAND --help tells more of a command, zj --version the version.`;

/**
 * Runs a command line and gives the exit code: 0 done, 1 problems found, 2 a call that makes no sense, 70 a fault of zj
 * itself, whose stack is shown where ZJ_DEBUG is 1.
 *
 * @example
 * process.exitCode = await main(['publish', 'examples/park', '--out', 'build/park'], terminal);
 */
export async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(words, terminal);
  } catch (error) {
    const problem = systemProblem(error);
    if (problem) {
      terminal.problems([problem]);
      return 1;
    }
    const message = (error instanceof Error ? error.message : String(error))
      .split('\n')[0]!
      .replace(/\.?$/, '.');
    const debug = process.env.ZJ_DEBUG === '1';
    const more = debug ? ((error as Error).stack ?? '') : 'Run it again with ZJ_DEBUG=1 to see where.';
    terminal.problems([
      { code: 'crash', where: 'zj', message: `Stopped by a fault of its own: ${message}`, remedy: more },
    ]);
    return 70;
  }
}

async function dispatch(typed: readonly string[], terminal: Terminal): Promise<number> {
  // zj help publish is zj publish --help.
  const [name, ...words] = typed[0] === 'help' && typed[1] ? [typed[1], '--help'] : typed;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.print(help);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
    terminal.print((JSON.parse(text) as { version: string }).version);
    return 0;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const names = commands.map((one) => one.name);
    terminal.problems([usage('zj', `"${name}" is not a command.`, suggest(name, names))]);
    return 2;
  }
  const { call, problems } = readCall(command, words);
  if (call?.values.help) {
    terminal.print(command.help);
    return 0;
  }
  if (!call) {
    terminal.problems(problems);
    return 2;
  }
  return command.run({ ...call, terminal });
}

/** Reads the words after a command's name by the options it declares; all problems at once. */
function readCall(
  command: Command,
  words: readonly string[],
): { readonly call?: Pick<Invocation, 'positionals' | 'values'>; readonly problems: readonly Problem[] } {
  const options = {
    ...command.options,
    help: { type: 'boolean', short: 'h' },
  } as const satisfies Command['options'];
  const parsed = parseArgs({
    args: [...words],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const problems: Problem[] = [];
  for (const token of parsed.tokens) {
    if (token.kind !== 'option') continue;
    const { rawName, name, value, inlineValue } = token;
    const known = (options as Command['options'])[name];
    if (!known) {
      const near = suggest(name, Object.keys(options));
      problems.push(
        usage(
          `zj ${command.name}`,
          `"${rawName}" is not an option.`,
          near.replace(/(")(?=\w)|(: |, )(?=[a-z])/g, '$&--'),
        ),
      );
    } else if (known.type === 'string' && (value === undefined || (!inlineValue && value.startsWith('--')))) {
      problems.push(usage(rawName, 'Nothing is given for it.', `See zj ${command.name} --help.`));
    } else if (known.type === 'boolean' && value !== undefined) {
      problems.push(usage(rawName, `It takes no value, but "${value}" is given.`, `Write ${rawName} alone.`));
    }
  }
  const { positionals } = parsed;
  const values = parsed.values as Invocation['values'];
  return problems.length > 0 && !values.help ? { problems } : { call: { positionals, values }, problems: [] };
}
