import { useState } from 'react';

/** The day up to which a figure counts, as the property `asOf`; the attribute is `as-of`. */
export function Dated() {
  const [day, setDay] = useState('2026-10-31');
  return (
    <section id="dated">
      <h2>截至日期</h2>
      <zj-goal-gauge
        label="先导产业营收（示例数据）"
        value={5036}
        target={6000}
        unit="亿元"
        start="2026-01-01"
        end="2026-12-31"
        asOf={day}
        appearance="linear"
        compact
      />
      <p>
        <label>
          截至 <input type="date" value={day} onChange={({ target }) => setDay(target.value)} />
        </label>
      </p>
    </section>
  );
}
