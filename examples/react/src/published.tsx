import type { PublishedVerdict, Verdicts } from '@zj/metrics';
import { useEffect, useRef, useState } from 'react';
import type { ZjGoalGauge } from '@zj/widgets';

/** A published verdict, handed over as a property; the figures and their sources are those of examples/public-record. */
export function Published({ goal }: { readonly goal: string }) {
  const [verdict, setVerdict] = useState<PublishedVerdict | null>(null);
  const [changes, setChanges] = useState<readonly string[]>([]);
  const [shown, setShown] = useState('');
  const gauge = useRef<ZjGoalGauge>(null);

  useEffect(() => {
    void readVerdict(goal).then(setVerdict);
  }, [goal]);

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
        <button onClick={() => void readVerdict(goal).then(setVerdict)}>再读</button>
        <button onClick={() => setShown(`${gauge.current?.shown?.actual ?? '无'}`)}>所示数字</button>
        事件：<output>{changes.join(' ')}</output> <output>{shown}</output>
      </p>
    </section>
  );
}

async function readVerdict(goal: string): Promise<PublishedVerdict | null> {
  const response = await fetch('release/verdicts.json', { cache: 'no-cache' });
  const { verdicts } = (await response.json()) as Verdicts;
  return verdicts.find((one) => one.goal === goal) ?? null;
}
