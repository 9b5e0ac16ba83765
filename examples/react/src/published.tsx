import { useCallback, useEffect, useRef, useState } from 'react';
import type { PublishedVerdict, Verdicts, WithheldGoal, ZjGoalGauge } from '@zj/widgets';

/** A published verdict, handed over as a property; the figures and their sources are those of examples/public-record. */
export function Published({ goal }: { readonly goal: string }) {
  const [verdict, setVerdict] = useState<PublishedVerdict | WithheldGoal | null>(null);
  const [changes, setChanges] = useState<readonly string[]>([]);
  const [shown, setShown] = useState('');
  const gauge = useRef<ZjGoalGauge>(null);

  const read = useCallback(
    () => void readVerdict(goal).then(setVerdict, ({ message }: Error) => setShown(message)),
    [goal],
  );
  useEffect(read, [read]);

  return (
    <section id="published">
      <h2>发布的评判</h2>
      <zj-goal-gauge
        ref={gauge}
        verdict={verdict}
        appearance="ring"
        onzj-verdict-changed={({ detail }) => setChanges((before) => [...before, detail.verdict.goal])}
      >
        <p>数字正在读取。</p>
      </zj-goal-gauge>
      <p>
        <button onClick={() => setVerdict(null)}>收回</button>
        <button onClick={read}>再读</button>
        <button onClick={() => setShown(`${gauge.current?.shown?.actual ?? '无'}`)}>所示数字</button>
        事件：<output>{changes.join(' ')}</output> <output>{shown}</output>
      </p>
    </section>
  );
}

/** A goal may be withheld: then its entry has a name and a reason, and the gauge shows them. */
async function readVerdict(goal: string): Promise<PublishedVerdict | WithheldGoal> {
  const response = await fetch('release/verdicts.json', { cache: 'no-cache' });
  const { verdicts, withheld } = (await response.json()) as Verdicts;
  const found = [...verdicts, ...withheld].find((one) => one.goal === goal);
  if (!found) throw new Error(`The release has no goal "${goal}".`);
  return found;
}
