import type { PublishedVerdict, WithheldGoal } from '@zj/metrics';
import type { Failure } from '../element/failure.js';
import { ask } from '../element/release.js';
import { figures, judgeAlone, textOf, type Finding, type StandAlone } from './stand-alone.js';

/** The input of a gauge. */
export interface Input extends StandAlone {
  readonly verdict?: PublishedVerdict | WithheldGoal | null | undefined;
  readonly src?: unknown;
  readonly goal?: unknown;
  readonly integrity?: unknown;
  readonly refreshAfter?: unknown;
  readonly baseURI: string;
}

/** Minutes after which figures are looked for again, where a page says nothing. */
const usual = '10';

/** The figures to show, or the failure of the input. A tag without input waits. */
export function findFigures(given: Input): Finding {
  const { verdict } = given;
  if (verdict) return isJudged(verdict) ? { verdict } : { withheld: verdict };
  const [src, goal, integrity, refresh] = [given.src, given.goal, given.integrity, given.refreshAfter].map(
    textOf,
  ) as [string, string, string, string];
  // Frameworks write an empty attribute for no value.
  if (!src && !goal) return figures.some((name) => given[name] != null) ? judgeAlone(given) : {};
  if (!goal) return wrong('goal', '', 'pct-applications');
  const url = addressOf(src, given.baseURI);
  if (!url) return wrong('src', src, '/data/verdicts.json');
  // A browser does not check a digest of an unknown form.
  if (integrity && !/^sha(256|384|512)-[\w+/]+=*$/.test(integrity)) {
    return wrong('integrity', integrity, 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
  }
  const fixed = integrity || refresh === 'never';
  const minutes = fixed ? Infinity : Number(refresh || usual);
  if (!fixed && !(minutes > 0 && /^[\d.]*$/.test(refresh))) return wrong('refresh', refresh, usual);
  const source = { url, integrity, minutes, steady: refresh !== '' && !fixed };
  const { verdicts, withheld, failure, busy } = ask(source);
  // A list may hold anything.
  const isIt = (one: { readonly goal: string } | null): boolean => one?.goal === goal;
  const about = {
    source,
    failure,
    busy,
    withheld: withheld?.find(isIt),
    verdict: verdicts?.find(isIt),
  };
  if (!verdicts || about.withheld || about.verdict) return about;
  const known = [...verdicts, ...withheld!]
    .map((one: { readonly goal: unknown } | null) => one?.goal)
    .filter((one): one is string => typeof one === 'string');
  // A file that could not be read again may have the goal by now.
  const unknown: Failure = { code: 'UNKNOWN_NAME', message: (face) => face.badGoal(goal, known) };
  return { source, busy, failure: failure ?? unknown };
}

/** Whether data have a key for a figure or a status; a withheld goal has neither. */
function isJudged(given: PublishedVerdict | WithheldGoal): given is PublishedVerdict {
  const { status, actual } = given as Partial<PublishedVerdict>;
  return status !== undefined || actual !== undefined;
}

/** An address in full, without the place in the file; empty where it is none. */
function addressOf(src: string, base: string): string {
  try {
    return src && new URL(src, base).href.replace(/#.*/, '');
  } catch {
    return '';
  }
}

function wrong(name: string, written: string, example: string): Finding {
  return { failure: { code: 'ATTRIBUTE', message: (face) => face.badAttribute(name, written, example) } };
}
