import type { PublishedVerdict } from '@zj/metrics';
import { consumption, dust, growth, meanUnemployment, unemployment } from '../../stories/kinds.js';
import { applications, foreseen, revenue, unicorns } from '../../stories/verdicts.js';

/** A gauge by chance: its verdict, its attributes, and the theme and the width that it stands in. */
export interface Card {
  readonly id: string;
  readonly verdict: PublishedVerdict;
  readonly lang: 'zh-CN' | 'en';
  readonly theme: string;
  readonly width: number;
  readonly attributes: string;
  /** A class of its own, with these declarations. */
  readonly style: string;
  readonly rules: string;
}

const names = [
  ['PCT专利申请量', 'PCT patent applications'],
  ['三大先导产业营业收入', 'Revenue of the three leading industries'],
  ['“独角兽”“隐形冠军”企业', 'Unicorns and hidden champions'],
  ['单位产值能耗', 'Energy per output'],
  ['每万人口高价值发明专利拥有量', 'High-value invention patents per ten thousand people'],
  ['失业率', 'Unemployment'],
  ['新增高质量孵化器', 'New high-quality incubators'],
  ['规模以上工业战略性新兴产业总产值', 'Output of strategic emerging industries above designated size'],
] as const;
const sources = [
  ['区统计局', 'Statistics Bureau'],
  ['市场监督管理局', 'Administration for Market Regulation'],
  ['管委会', 'Committee'],
] as const;
const units = [
  [{ zh: '元', en: 'yuan', power: 8 }, 6000],
  [{ zh: '%', en: '%' }, 85],
  [{ zh: '件', en: 'applications' }, 100],
  [{ zh: '吨标准煤', en: 'tonnes of coal' }, 420],
  [{ zh: '平方米', en: 'square metres', power: 4 }, 13.5],
] as const;

/** A bound, a range, a mean or a limit by chance. */
function keep(pick: <T>(list: readonly T[]) => T, some: (share: number) => boolean): PublishedVerdict {
  const size = pick([0.3, 5.5, 30, 1030, 123_456]);
  const value = Number((size * pick([0.2, 0.7, 0.94, 0.99, 1, 1.02, 1.2, 3, 20])).toPrecision(3));
  const unit = pick(units)[0];
  const nature = pick(['binding', 'expected'] as const);
  const figure = { unit, nature, observations: [{ date: '2026-10-31', value }], grain: 'day' } as const;
  switch (pick(['ceiling', 'floor', 'range', 'mean', 'sum', 'limit', 'none'] as const)) {
    case 'ceiling':
      return unemployment({ ...figure, target: size });
    case 'floor':
      return unemployment({ ...figure, target: size, bound: 'at-least' });
    case 'range':
      return growth({ ...figure, range: { from: size * pick([0.5, 0.8, 0.99]), to: size } });
    case 'mean':
      return meanUnemployment({ unit, nature, target: pick([4, 5.2, 5.5, 9]) });
    case 'sum':
      return consumption({ unit, nature, target: pick([610, 640, 900, 3000]) });
    case 'limit':
      return dust({
        unit,
        nature,
        target: size,
        observations: Array.from({ length: 5 }, (_, at) => ({
          date: `${2021 + at}-12-31`,
          value: Number((size * pick([0.8, 0.9, 1, 1.03])).toPrecision(4)),
          ...(some(0.2) && { quality: 'provisional' as const }),
        })).filter(() => some(0.9)),
      });
    case 'none':
      return unemployment({ unit, nature, observations: [], reportedThrough: null });
  }
}

/** Draws a card by a seed: always the same for the same one. */
export function drawCard(seed: number): Card {
  let state = seed * 2_654_435_761;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const some = (share: number): boolean => random() < share;

  const [zh, en] = pick(names);
  const [sourceZh, sourceEn] = pick(sources);
  const reach = pick([0.02, 0.2, 0.5, 0.71, 0.8, 0.83, 0.839, 0.9, 0.99, 1, 1.04, 1.4, 2.6, 12, -0.3]);
  const month = 1 + Math.floor(random() * 12);
  const through = new Date(Date.UTC(2026, month, 0)).toISOString().slice(0, 10);
  const [unit, target] = pick(units);
  const counted = some(0.25);
  const few = pick([1, 2, 5, 8, 12]);
  const drawn = counted
    ? unicorns({
        target: few,
        observations: [{ date: '2026-01-11', value: Math.max(0, Math.round(few * reach)) }],
        reportedThrough: through,
        asOf: '2026-12-31',
      })
    : some(0.1)
      ? applications({ reportedThrough: null })
      : revenue({
          target,
          unit,
          observations: Array.from({ length: month }, (_, at) => ({
            date: new Date(Date.UTC(2026, at + 1, 0)).toISOString().slice(0, 10),
            value: (target * reach) / month,
          })),
          reportedThrough: through,
          asOf: '2026-12-31',
        });
  const end = target * pick([0.4, 0.87, 0.985, 1.03, 1.6]);
  const foretold = !counted && some(0.7) ? foreseen(drawn, end, [end * 0.93, end * 1.04], 0.42) : drawn;
  const verdict: PublishedVerdict = {
    ...foretold,
    name: { zh, en },
    source: { zh: sourceZh, en: sourceEn },
    demo: some(0.6),
    stale: some(0.1),
  };
  const elder = some(0.12);
  const appearance = pick(['arc', 'arc', 'arc', 'ring', 'linear', 'number']);
  const compact = some(0.25);
  const hide = some(0.1)
    ? ` hide="${pick(['forecast', 'source', 'through', 'forecast source through'])}"`
    : '';
  const em = elder ? 24 : 16;
  const width = Math.round(
    em * (some(0.2) ? 7.5 + random() * 7.5 : some(0.25) ? 30 + random() * 15 : 15 + random() * 15),
  );
  const rules = [
    some(0.15) && `--zj-thickness:${pick([0.4, 0.6, 1.2])}em;`,
    some(0.15) && '--zj-cap:butt;',
    some(0.1) && `--zj-padding:${pick([0.75, 1.25])}em;`,
    some(0.1) && `--zj-radius-small:${pick([0, 1])}em;`,
    some(0.1) && '--zj-font-size-small:.875em;',
  ];
  const lang = pick(['zh-CN', 'en'] as const);
  const theme = pick(['light', 'dark', 'contrast', 'dark contrast']);
  // A goal that is kept has the same names and states.
  const { name, source, demo, stale } = verdict;
  const shown = some(0.3) ? { ...keep(pick, some), name, source, demo, stale } : verdict;
  return {
    id: `g${seed}`,
    verdict: shown,
    lang,
    theme,
    width: Math.min(width, 1090),
    attributes: `appearance="${appearance}"${compact ? ' compact' : ''}${elder ? ' elder' : ''}${hide}`,
    style: `s${seed}`,
    rules: rules.filter(Boolean).join(''),
  };
}
