import '@zj/widgets/react';
import { useState } from 'react';

/** A gauge that stands alone: its figure is a state of the page, and `null` where nothing is reported. */
export function Alone() {
  const [value, setValue] = useState<number | null>(71);
  const [told, setTold] = useState('');
  return (
    <section id="alone">
      <h2>数字是页面的状态</h2>
      <zj-goal-gauge
        label="PCT专利申请量（示例数据）"
        value={value}
        target={100}
        unit="件"
        start="2026-01-01"
        end="2026-12-31"
        as-of="2026-10-31"
        onzj-verdict-changed={({ detail }) => setTold(detail.verdict.status)}
        onzj-failed={({ detail }) => setTold(detail.message)}
      />
      <p>
        <button onClick={() => setValue(null)}>未报送</button>
        <button onClick={() => setValue(71)}>71 件</button>
        <button onClick={() => setValue(100)}>100 件</button>
        <button onClick={() => setValue(Infinity)}>不是数字</button>
        事件：<output>{told}</output>
      </p>
    </section>
  );
}
