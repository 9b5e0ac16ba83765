import type { LadderMove, PublishedLadder, PublishedTier } from '@zj/metrics';

const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** The tiers of the demo plan, the highest first. */
const park: readonly (readonly [id: string, zh: string, en: string])[] = [
  ['headquarters', '创新型企业总部', 'innovative enterprise headquarters'],
  ['champion-unicorn', '“隐形冠军”和“独角兽”企业', 'hidden champions and unicorns'],
  ['high-tech', '高新技术企业', 'high-tech enterprises'],
  ['start-up', '创新创业企业', 'innovation and start-up enterprises'],
];

/** Moves in the order that a file has them: day, from, to, count; an empty id is no tier. */
type Written = readonly [date: string, from: string, to: string, count: number];

const parkMoves: readonly Written[] = [
  ['2024-03-04', '', 'headquarters', 2],
  ['2024-05-20', '', 'champion-unicorn', 5],
  ['2024-06-30', '', 'high-tech', 88],
  ['2024-09-02', '', 'start-up', 350],
  ['2025-02-11', '', 'start-up', 64],
  ['2025-04-15', 'start-up', 'high-tech', 21],
  ['2025-08-01', 'high-tech', 'champion-unicorn', 3],
  ['2025-09-12', 'high-tech', 'start-up', 4],
  ['2025-11-30', 'start-up', '', 12],
  ['2025-12-08', 'champion-unicorn', 'headquarters', 1],
  ['2026-01-15', '', 'start-up', 58],
  ['2026-03-03', '', 'start-up', 33],
  ['2026-03-31', 'start-up', 'high-tech', 18],
  ['2026-05-06', 'high-tech', 'champion-unicorn', 2],
  ['2026-06-18', 'high-tech', '', 2],
  ['2026-07-22', 'start-up', '', 10],
  ['2026-09-09', 'champion-unicorn', 'headquarters', 1],
  ['2026-10-12', 'high-tech', 'start-up', 1],
  ['2026-10-20', 'start-up', 'headquarters', 1],
];

function moveOf([date, from, to, count]: Written): LadderMove {
  return { date, from: from || null, to: to || null, count };
}

function tierOf([id, zh, en]: readonly [string, string, string]): PublishedTier {
  return {
    id,
    name: { zh, en },
    support: { zh: '围绕需求精准定制服务方案', en: 'service plans tailored to what an enterprise needs' },
    events: [{ value: `${id}-reached`, label: { zh: `认定为${zh}`, en: `Recognised: ${en}` } }],
  };
}

/** A ladder as `zj publish` writes it. */
export function parkLadder(change: Partial<PublishedLadder> = {}): PublishedLadder {
  return {
    version: 1,
    kind: 'ladder',
    manifest: sha256,
    plan: {
      id: 'park',
      title: { zh: '自贸保税园改革创新发展行动方案', en: 'Action Plan for the Bonded Park' },
      number: '浦府〔2025〕42号',
    },
    asOf: '2026-10-31',
    quote: {
      zh: '创新型企业总部—‘隐形冠军’和‘独角兽’企业—高新技术企业—创新创业企业',
      en: 'innovative enterprise headquarters – hidden champions and unicorns – high-tech enterprises – innovation and start-up enterprises',
    },
    tiers: park.map(tierOf),
    moves: parkMoves.map(moveOf),
    dataset: 'incubation',
    source: { zh: '示例数据（孵化登记）', en: 'Demo data (register of incubation)' },
    demo: true,
    reportedThrough: '2026-10-31',
    rows: { read: 712, kept: 712, rejected: 0 },
    sql: 'SELECT 1',
    ...change,
  };
}

/** So many tiers, each with a few enterprises more than the one above it; one moves up between each two. */
export function tallLadder(count: number): PublishedLadder {
  const tiers = Array.from({ length: count }, (_, at) => `tier-${at + 1}`);
  return parkLadder({
    tiers: tiers.map((id, at) => tierOf([id, `第${at + 1}级培育企业`, `level ${at + 1}`])),
    moves: [
      ...tiers.map((id, at) => moveOf(['2025-03-01', '', id, (at + 1) * 7])),
      ...tiers.slice(1).map((id, at) => moveOf(['2026-04-01', id, tiers[at]!, 1])),
    ],
  });
}

/** Names of forty letters, in figures from none and one to hundreds of thousands. */
export function longLadder(): PublishedLadder {
  const zh = '国家级专精特新重点“小巨人”企业与制造业单项冠军示范企业及其上下游配套企业联合体';
  const en = 'nationally recognised specialised enterprise groups and their suppliers';
  const tiers = ['a', 'b', 'c', 'd'];
  return parkLadder({
    tiers: tiers.map((id, at) => tierOf([id, `${zh}${at + 1}`, `${en} ${at + 1}`])),
    moves: [
      moveOf(['2025-01-02', '', 'b', 1]),
      moveOf(['2025-01-02', '', 'c', 12_345]),
      moveOf(['2025-01-02', '', 'd', 987_654]),
      moveOf(['2026-02-01', 'd', 'c', 10_000]),
    ],
  });
}

/** Tiers on which nobody has stood yet. */
export function emptyLadder(): PublishedLadder {
  return parkLadder({ moves: [] });
}
