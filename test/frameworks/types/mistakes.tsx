// What React's types refuse on a tag, and what they let pass. Compiled by `npm run check`, and never run.
import '@zj/widgets/react';
import type { PublishedVerdict } from '@zj/metrics';
import type { ZjGoalGauge } from '@zj/widgets';
import { createRef } from 'react';

declare const verdict: PublishedVerdict;
declare const text: string;

/** Everything that a page may write. */
export const right = (
  <zj-goal-gauge
    key="a"
    ref={createRef<ZjGoalGauge>()}
    id="a"
    className="a"
    class="a"
    lang="en"
    slot="a"
    hidden
    style={{ display: 'block' }}
    aria-label="a"
    data-a="a"
    suppressHydrationWarning
    src="/verdicts.json"
    goal="a"
    integrity="sha256-a"
    refresh={30}
    appearance="ring"
    compact
    elder={false}
    count={undefined}
    value={null}
    target="100"
    baseline={text}
    unit="件"
    label="a"
    start="2026-01-01"
    end="2026-12-31"
    as-of="2026-10-31"
    asOf={null}
    refreshAfter="never"
    verdict={verdict}
    onClick={({ currentTarget }) => currentTarget.shown?.status}
    onzj-verdict-changed={({ detail }) => detail.verdict.status}
    onzj-failed={({ detail }) => detail.message.length}
  >
    <p>a</p>
    <span slot="note">a</span>
  </zj-goal-gauge>
);

/** A name with a hyphen that no type knows is let pass by TypeScript itself. */
export const wrong = [
  // @ts-expect-error There is no such tag.
  <zj-goal-gauges />,
  // @ts-expect-error There is no such attribute.
  <zj-goal-gauge targt="100" />,
  // @ts-expect-error A figure is a number or its text.
  <zj-goal-gauge value={{}} />,
  // @ts-expect-error A day is a text.
  <zj-goal-gauge as-of={new Date()} />,
  // @ts-expect-error A day is a text.
  <zj-goal-gauge asOf={20261031} />,
  // @ts-expect-error Of the appearances there are four.
  <zj-goal-gauge appearance="pie" />,
  // @ts-expect-error The property takes the text "" for false.
  <zj-goal-gauge compact="" />,
  // @ts-expect-error After minutes, or never.
  <zj-goal-gauge refresh="often" />,
  // @ts-expect-error A verdict has more than a status.
  <zj-goal-gauge verdict={{ status: 'achieved' }} />,
  // @ts-expect-error The gauge sets it.
  <zj-goal-gauge status="achieved" />,
  // @ts-expect-error What is shown can be read alone.
  <zj-goal-gauge shown={verdict} />,
  // @ts-expect-error A failure has no verdict.
  <zj-goal-gauge onzj-failed={({ detail }) => detail.verdict as unknown} />,
  // @ts-expect-error It is a gauge, and no input.
  <zj-goal-gauge ref={createRef<HTMLInputElement>()} />,
];
