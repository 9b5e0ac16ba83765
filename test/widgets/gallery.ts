import type { BrowserContextOptions, Page } from 'playwright';
import type { PublishedVerdict } from '@zj/metrics';
import { kinds } from '../../stories/kinds.js';
import { file, every } from '../../stories/verdicts.js';
import { pageOf, type Host } from './host.js';

/** The input of a gauge: a verdict, or attributes with which it waits or fails. */
export interface State {
  readonly name: string;
  readonly verdict?: PublishedVerdict;
  readonly attributes: string;
  readonly inside: string;
}

/** One gauge of a gallery. */
export interface Exhibit extends State {
  readonly lang: 'zh-CN' | 'en';
  readonly look: string;
  readonly compact: boolean;
  readonly elder: boolean;
}

const words = '<p>到2026年，PCT专利申请量争取达到100件。</p>';
const release = 'goal="pct-applications" src=';
const state = (name: string, attributes: string, inside = ''): State => ({ name, attributes, inside });

/** Everything that a gauge can have to show: every example, and how it is without figures or with old ones. */
export const states: readonly State[] = [
  ...Object.entries({ ...every, ...kinds }).map(([name, verdict]) => ({ ...state(name, ''), verdict })),
  state('loading', ''),
  state('loading with words inside', '', words),
  state('failed by an attribute', 'value="twelve" label="PCT专利申请量"'),
  state('failed by its file', `${release}"/nowhere.json"`),
  state('failed by its goal', 'goal="pct-aplications" src="/verdicts.json"'),
  state('failed with words inside', `${release}"/nowhere.json"`, words),
  state('overtaken', `${release}"/once.json"`),
];

export const looks = ['arc', 'ring', 'linear', 'number'] as const;

/** The variations of a gallery; all by default. */
export interface Choice {
  readonly langs?: readonly Exhibit['lang'][];
  readonly compact?: readonly boolean[];
  readonly elder?: readonly boolean[];
  readonly states?: readonly State[];
}

/** One gauge for every appearance, state and other chosen variation, in the order of the page. */
export function hang({
  langs = ['zh-CN', 'en'],
  compact = [false, true],
  elder = [false],
  states: chosen = states,
}: Choice = {}): readonly Exhibit[] {
  return langs.flatMap((lang) =>
    elder.flatMap((elder) =>
      compact.flatMap((compact) =>
        looks.flatMap((look) => chosen.map((state) => ({ ...state, lang, look, compact, elder }))),
      ),
    ),
  );
}

/** The name of an exhibit, for messages. */
export function label({ lang, look, compact, elder, name }: Exhibit): string {
  return [lang, look, compact && 'compact', elder && 'elder', name].filter(Boolean).join(' ');
}

/** A page with these gauges one below the other, each in its state. */
export async function visit(
  host: Host,
  exhibits: readonly Exhibit[],
  { style = '', ...options }: BrowserContextOptions & { readonly style?: string } = {},
): Promise<Page> {
  let asked = 0;
  host.answers.set('/page.css', () => Promise.resolve({ body: style }));
  host.answers.set('/once.json', () =>
    Promise.resolve(
      asked++ ? { status: 404, body: '' } : { body: file([every['at risk']!]), type: 'application/json' },
    ),
  );
  const tags = exhibits.map(
    ({ lang, look, compact, elder, attributes, inside }) =>
      `<zj-goal-gauge lang="${lang}" appearance="${look}" ${compact ? 'compact' : ''} ${elder ? 'elder' : ''} ${attributes}>${inside}</zj-goal-gauge>`,
  );
  const { page } = await host.visit(pageOf(tags.join('')), options);
  await page.evaluate(
    async (verdicts) => {
      const gauges = [...document.querySelectorAll('zj-goal-gauge')];
      gauges.forEach((gauge, at) => (gauge.verdict = verdicts[at] ?? null));
      const named = (src: string): typeof gauges => gauges.filter((gauge) => gauge.src === src);
      const until = async (gauges: readonly Element[], state: string): Promise<void> => {
        while (!gauges.every((gauge) => gauge.matches(state))) await new Promise(requestAnimationFrame);
      };
      await until(named('/once.json'), '[status]');
      named('/once.json')[0]?.refresh();
      await until(named('/once.json'), '[stale]');
      await until([...named('/nowhere.json'), ...named('/verdicts.json')], '[failed]');
      await Promise.all(gauges.map((gauge) => gauge.updateComplete));
    },
    exhibits.map(({ verdict }) => verdict),
  );
  return page;
}
