import { say } from '@zj/metrics/internal';
import {
  wordsIn,
  type Problem,
  type PublishedVerdict,
  type Text,
  type Verdicts,
  type WithheldGoal,
} from '@zj/metrics';
import { usage, type Command, type Invocation, type Terminal } from './command.js';
import { readRelease } from './goals/read.js';
import { goalTag, pageHead, type TagOptions } from './goals/tag.js';

/** Where a page finds a release that lies in a folder here, unless it is said. */
const usualAddress = '/release/verdicts.json';

/** `zj goals`: the goals of a release, and the tag for each. */
export const goals: Command = {
  name: 'goals',
  summary: say`list the goals of a release, with the tag to paste for each`,
  help: {
    usage: 'zj goals RELEASE [--src ADDRESS] [--page-lang TAG] [--json]',
    parts: [
      {
        sentences: [
          say`RELEASE is a folder that zj publish wrote, its verdicts.json or its manifest.json, as a path or as an address that begins with http.`,
          say`Every goal is listed with its id, its names, and whether it is published or withheld, and why.`,
          say`The tag for each follows, to paste into a page.`,
          say`A published goal also has a chart over time: <zj-trend-chart src="/release/series/goals/ID.json">, on a page with /zj/zj.js.`,
        ],
      },
      {
        heading: say`Options`,
        names: [
          [
            '--src ADDRESS',
            say`where the site serves the release's verdicts.json (default: the path of RELEASE on its site; of a folder ${usualAddress})`,
          ],
          [
            '--page-lang TAG',
            say`the language of the page (default zh-CN); all languages except Chinese use the English texts`,
          ],
          ['--json', say`the same as JSON, for programs`],
        ],
      },
      { heading: say`Example`, typed: 'zj goals build/park' },
    ],
  },
  options: { src: { type: 'string' }, 'page-lang': { type: 'string' }, json: { type: 'boolean' } },

  async run({ positionals, values, terminal }: Invocation): Promise<number> {
    const [release] = positionals;
    const { src, 'page-lang': lang = 'zh-CN' } = values as Readonly<Record<string, string | undefined>>;
    const problems = [...checkOneRelease(positionals), ...checkLanguage(lang)];
    if (problems.length > 0 || !release) {
      terminal.problems(problems);
      return 2;
    }
    const read = await readRelease(release);
    if (!read.verdicts) {
      terminal.problems(read.problems);
      return 1;
    }
    const options = { src: src ?? addressOf(read.place), lang };
    if (values.json) terminal.print(say`${JSON.stringify(describe(read.verdicts, options), null, 2)}`);
    else list(read.verdicts, options, terminal);
    return 0;
  },
};

function checkOneRelease(positionals: readonly string[]): readonly Problem[] {
  if (positionals.length === 1 && positionals[0] !== '') return [];
  const message =
    positionals.length > 1
      ? say`One release is expected, but ${positionals.length} are named.`
      : say`No release is named.`;
  return [usage('RELEASE', message, say`Write zj goals RELEASE, such as zj goals build/park.`)];
}

function checkLanguage(lang: string): readonly Problem[] {
  if (/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(lang)) return [];
  return [usage('--page-lang', say`"${lang}" is not a language.`, say`Write zh-CN or en.`)];
}

/** The path of an address on its own site: gauges read from their own site alone where it is strict. */
function addressOf(place: string): string {
  if (!/^https?:/i.test(place)) return usualAddress;
  const { pathname, search } = new URL(place);
  return pathname + search;
}

/** Judged goals first, then those that are withheld. */
function all({ verdicts, withheld }: Verdicts): readonly (PublishedVerdict | WithheldGoal)[] {
  return [...verdicts, ...withheld];
}

/** Whether a goal has a figure or a status; one that is withheld has neither. */
function isJudged(goal: PublishedVerdict | WithheldGoal): goal is PublishedVerdict {
  return 'status' in goal;
}

function describe(verdicts: Verdicts, options: TagOptions): object {
  const { plan, asOf } = verdicts;
  const goals = all(verdicts).map((one) => ({
    goal: one.goal,
    name: one.name,
    ...(isJudged(one) ? { status: one.status, demo: one.demo } : { withheld: one.reason }),
    tag: goalTag(one, options),
  }));
  return { plan, asOf, goals };
}

function list(verdicts: Verdicts, options: TagOptions, terminal: Terminal): void {
  const { plan, asOf, withheld } = verdicts;
  const title = inLine(wordsIn(plan.title, 'zh').words);
  terminal.print(
    verdicts.verdicts.some((one) => one.demo)
      ? say`${title}, as of ${asOf} (示例数据, demo data)`
      : say`${title}, as of ${asOf}`,
  );
  const rows = all(verdicts).map((one) => [
    one.goal,
    isJudged(one) ? say`published` : say`withheld`,
    inBoth(one.name),
  ]);
  terminal.table({ rows: [[say`goal`, say`state`, say`name`], ...rows] });
  for (const { goal, reason } of withheld) terminal.print(say`${goal} is withheld: ${inBoth(reason)}`);
  terminal.print(say``);
  terminal.print(
    say`Paste once into the head of the page, with the address of the scripts on your site (npx zj serve: /zj/):`,
  );
  terminal.print(say`${pageHead}`);
  terminal.print(say``);
  terminal.print(say`Paste where the gauge is to stand:`);
  for (const one of all(verdicts)) {
    terminal.print(say``);
    terminal.print(say`${goalTag(one, options)}`);
  }
}

/** A text in the languages that it has. */
function inBoth({ zh, en }: Text): string {
  return [zh, en].flatMap((words) => (words === undefined ? [] : inLine(words))).join(' / ');
}

/** A text of a file in one line of the terminal. */
function inLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
