import type { PublishedVerdict } from '@zj/widgets';
import { useCallback, useEffect, useState } from 'react';
import { Gauge } from './gauge';

interface PageProps {
  readonly verdict: PublishedVerdict;
  readonly fallback?: string | undefined;
}

/** The page that the server renders and the browser takes over. */
export function Page({ verdict, fallback }: PageProps) {
  const [value, setValue] = useState<number | null>(71);
  const [changes, setChanges] = useState(0);
  const count = useCallback(() => setChanges((before) => before + 1), []);

  // Defined only now: React has taken the page over, and nobody has changed it meanwhile.
  useEffect(() => {
    void import('@zj/widgets/define/goal-gauge');
  }, []);

  return (
    <main>
      <h1>React：在服务器上渲染</h1>
      <section id="published">
        <h2>发布的评判</h2>
        <Gauge verdict={verdict} fallback={fallback} appearance="linear" onVerdictChanged={count} />
        <p>
          事件：<output>{changes}</output>
        </p>
      </section>
      <section id="alone">
        <h2>只有属性</h2>
        <zj-goal-gauge
          label="PCT专利申请量（示例数据）"
          value={value}
          target={100}
          unit="件"
          start="2026-01-01"
          end="2026-12-31"
          asOf="2026-10-31"
          compact
          suppressHydrationWarning
        >
          <p>示例数据：71 / 100 件</p>
        </zj-goal-gauge>
        <p>
          <button onClick={() => setValue(null)}>未报送</button>
          <button onClick={() => setValue(71)}>71 件</button>
        </p>
      </section>
    </main>
  );
}
