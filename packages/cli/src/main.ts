import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { listed, nearest, problem, say, suggest } from '@zj/metrics/internal';
import { MetricsError, type Parameter, type Problem, type Sentence } from '@zj/metrics';
import { check } from './check.js';
import { usage, type Help, type Invocation, type Command, type Terminal } from './command.js';
import { goals } from './goals.js';
import { readLanguage } from './language.js';
import { publish } from './publish.js';
import { serve } from './serve.js';
import { Fault, systemProblem } from './system.js';
import { verify } from './verify.js';

const commands: readonly Command[] = [check, publish, goals, serve, verify];

const languageHelp = [
  '--lang LANG',
  say`the language of all that is printed, zh or en (default: by LC_ALL, LC_MESSAGES or LANG)`,
] as const;

const help: Help = {
  usage: 'zj COMMAND …',
  parts: [
    { names: commands.map(({ name, summary }) => [name, summary] as const) },
    { heading: say`Options of every command`, names: [languageHelp] },
    { sentences: [say`zj COMMAND --help describes a command; zj --version prints the version.`] },
  ],
};

/** The help of a command, with the options of every command. */
function helpOf({ help: { usage: call, parts } }: Command): Help {
  return {
    usage: `${call} [--lang LANG]`,
    parts: parts.map(({ names, ...part }) => {
      const isOptions = names?.[0]?.[0].startsWith('-');
      return { ...part, ...(names && { names: isOptions ? [...names, languageHelp] : names }) };
    }),
  };
}

/**
 * Runs a command line and gives the exit code: 0 done, 1 problems found, 2 a call that makes no sense, 3 a
 * release that could not be checked, 70 a fault of zj itself, whose stack is shown where ZJ_DEBUG is 1.
 *
 * @example
 * process.exitCode = await main(['publish', 'examples/park', '--out', 'build/park'], terminal);
 */
export async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(words, terminal);
  } catch (error) {
    const refused = systemProblem(error);
    if (refused) {
      terminal.problems([refused]);
      return 1;
    }
    const message = say`Stopped by an internal error: ${faultOf(error)}`;
    const isShown = process.env.ZJ_DEBUG === '1';
    const remedy = isShown
      ? say`${(error as Error).stack ?? ''}`
      : say`Run it again with ZJ_DEBUG=1 to see where.`;
    terminal.problems([problem({ code: 'crash', where: 'zj', message, remedy })]);
    return 70;
  }
}

/** An error in its own words: those of a library are of one language. */
function faultOf(error: unknown): Parameter {
  if (error instanceof Fault || (error instanceof MetricsError && !error.message.includes('\n')))
    return error.sentence;
  const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line!.replace(/\.?$/, '.');
}

async function dispatch(all: readonly string[], terminal: Terminal): Promise<number> {
  const { typed, language } = languageFirst(all);
  // zj help publish is zj publish --help.
  const [name, ...others] = typed[0] === 'help' && typed[1] ? [typed[1], '--help'] : typed;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.help(help);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
    terminal.print(say`${(JSON.parse(text) as { version: string }).version}`);
    return 0;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const names = commands.map((one) => one.name);
    terminal.problems([usage('zj', say`"${name}" is not a command.`, suggest(name, names))]);
    return 2;
  }
  const { call, problems } = readCall(command, [...language, ...others]);
  if (call?.values.help) {
    terminal.help(helpOf(command));
    return 0;
  }
  if (!call) {
    terminal.problems(problems);
    return 2;
  }
  return command.run({ ...call, terminal });
}

/** Before a command its language may stand: `zj --lang zh check SOURCE`. */
function languageFirst(words: readonly string[]): {
  readonly typed: readonly string[];
  readonly language: readonly string[];
} {
  const length = words[0] === '--lang' ? 2 : words[0]?.startsWith('--lang=') ? 1 : 0;
  return { typed: words.slice(length), language: words.slice(0, length) };
}

/** Reads the words after a command's name by the options it declares; all problems at once. */
function readCall(
  command: Command,
  words: readonly string[],
): { readonly call?: Pick<Invocation, 'positionals' | 'values'>; readonly problems: readonly Problem[] } {
  const options = {
    ...command.options,
    lang: { type: 'string' },
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
      const remedy = suggestOption(name, Object.keys(options));
      problems.push(usage(`zj ${command.name}`, say`"${rawName}" is not an option.`, remedy));
    } else if (known.type === 'string' && (value === undefined || (!inlineValue && value.startsWith('--')))) {
      problems.push(usage(rawName, say`It needs a value.`, say`See zj ${command.name} --help.`));
    } else if (known.type === 'boolean' && value !== undefined) {
      const message = say`It takes no value, but "${value}" is given.`;
      problems.push(usage(rawName, message, say`Write ${rawName} alone.`));
    } else if (name === 'lang' && readLanguage(value!) === undefined) {
      problems.push(
        usage(rawName, say`"${value!}" is not a language of zj.`, say`Use one of: ${listed(['zh', 'en'])}.`),
      );
    }
  }
  const { positionals } = parsed;
  const values = parsed.values as Invocation['values'];
  return problems.length > 0 && !values.help ? { problems } : { call: { positionals, values }, problems: [] };
}

/** The option that was meant, or those there are. */
function suggestOption(name: string, known: readonly string[]): Sentence {
  const meant = nearest(name, known);
  const options = known.map((one) => `--${one}`);
  return meant === undefined ? say`Use one of: ${listed(options)}.` : say`Did you mean "${`--${meant}`}"?`;
}
