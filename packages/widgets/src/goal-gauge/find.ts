import type { PublishedVerdict, WithheldGoal } from '@zj/metrics';
import type { Failure } from '../element/failure.js';
import { addressOf, readManner, wrong } from '../element/patience.js';
import { ask } from '../element/release.js';
import type { Located, SourceGift } from '../element/source.js';
import { figures, judgeAlone, textOf, type Finding, type StandAlone } from './stand-alone.js';
import { verdictsForm, type GaugeFile } from '../element/verdicts-form.js';

/** The input of a gauge. */
export interface Input extends StandAlone {
  readonly verdict?: PublishedVerdict | WithheldGoal | null | undefined;
  readonly src?: unknown;
  readonly goal?: unknown;
  readonly integrity?: unknown;
  readonly refreshAfter?: unknown;
  readonly baseURI: string;
}

/** The figures to show, or the failure of the input; `around` is the source around the tag. A tag without input waits. */
export function findFigures(given: Input, around?: SourceGift): Finding {
  const { verdict } = given;
  if (verdict) return isJudged(verdict) ? { verdict } : { withheld: verdict };
  const [src, goal, integrity, refresh] = [given.src, given.goal, given.integrity, given.refreshAfter].map(
    textOf,
  ) as [string, string, string, string];
  // Frameworks write an empty attribute for no value.
  if (!src && !goal) return figures.some((name) => given[name] != null) ? judgeAlone(given) : {};
  if (!goal) return wrong('goal', '', 'pct-applications');
  const { file, ...missing } = locate(src, given.baseURI, { integrity, refresh, around });
  if (!file) return missing;
  const { content, failure, busy } = ask(file);
  // A list may hold anything.
  const isIt = (one: { readonly goal: string } | null): boolean => one?.goal === goal;
  const about = {
    source: file,
    failure,
    busy,
    release: content?.manifest,
    withheld: content?.withheld.find(isIt),
    verdict: content?.verdicts.find(isIt),
  };
  if (!content || about.withheld || about.verdict) return about;
  const known = [...content.verdicts, ...content.withheld]
    .map((one: { readonly goal: unknown } | null) => one?.goal)
    .filter((one): one is string => typeof one === 'string');
  // A file that could not be read again may have the goal by now.
  const unknown: Failure = { code: 'UNKNOWN_NAME', message: (face) => face.unknown('goal', goal, known) };
  return { source: file, busy, failure: failure ?? unknown };
}

interface Whereabouts {
  readonly integrity: string;
  readonly refresh: string;
  readonly around: SourceGift | undefined;
}

/** The file that the tag names; without an address, that of the release around it. */
function locate(src: string, base: string, { integrity, refresh, around }: Whereabouts): Located<GaugeFile> {
  if (!src && around) return around.locate('verdicts', verdictsForm);
  const url = addressOf(src, base);
  if (!url) return wrong('src', src, '/data/verdicts.json');
  const manner = readManner(integrity, refresh);
  return manner.failure ? manner : { file: { url, form: verdictsForm, ...manner } };
}

/** Whether data have a key for a figure or a status; a withheld goal has neither. */
function isJudged(given: PublishedVerdict | WithheldGoal): given is PublishedVerdict {
  const { status, actual } = given as Partial<PublishedVerdict>;
  return status !== undefined || actual !== undefined;
}
