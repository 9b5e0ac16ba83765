import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { MetricSeries } from '@zj/metrics';
import { metricSeries, wave } from '../../stories/series.js';
import type { Stage } from './crowd.js';
import { openHost, pageOf } from './host.js';

/** What happens on the page; each ends when its result is painted. */
interface Charts {
  readonly clear: () => Promise<void>;
  /** One trend of all points. */
  readonly trend: () => Promise<void>;
  /** An element of the same size, with one path of the same points. */
  readonly path: () => Promise<void>;
  /** Small trends, side by side. */
  readonly small: () => Promise<void>;
  /** As many of ECharts, as SVG, with the same figures. */
  readonly echarts: () => Promise<void>;
  /** The cursor of a trend goes so many steps back, each painted. */
  readonly step: (times: number) => Promise<void>;
  /** One text is set as often, each time painted. */
  readonly text: (times: number) => Promise<void>;
}

declare global {
  var charts: Charts;
}

/** A made-up metric by weeks, so many of them. */
export function weeklySeries(count: number): MetricSeries {
  const values = wave(3, count, 100, 0.0004);
  const day = (at: number): string => new Date(Date.UTC(1930, 0, 6 + at)).toISOString().slice(0, 10);
  const monthly = monthlySeries(12);
  return {
    ...monthly,
    grain: 'week',
    reportedThrough: day(7 * count - 1),
    asOf: day(7 * count),
    periods: values.map((_, at) => ({ start: day(7 * at), end: day(7 * at + 6) })),
    lines: [{ kind: 'total', own: { value: values } }],
  };
}

/** The same by months. */
export function monthlySeries(count: number): MetricSeries {
  return metricSeries({
    metric: 'output',
    name: { zh: '工业总产值', en: 'Industrial output' },
    unit: { zh: '元', en: 'yuan', power: 8 },
    from: '2025-01',
    members: [{ name: 'all', values: wave(5, count, 400) }],
  });
}

const minimal = `
import { LitElement, html, css } from 'lit';
customElements.define('lit-path', class extends LitElement {
  static properties = { points: {} };
  static styles = css\`:host{display:block;width:860px;height:560px}path{fill:none;stroke:blue;stroke-width:2}\`;
  render() {
    const [low, high] = [Math.min(...this.points), Math.max(...this.points)];
    const d = this.points.map((value, at) => (at ? 'L' : 'M') + (at * 860 / this.points.length).toFixed(2) + ' ' + (560 - 560 * (value - low) / (high - low)).toFixed(2)).join('');
    return html\`<svg viewBox="0 0 860 560"><path d=\${d} /></svg>\`;
  }
});`;

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    conditions: ['source', 'production'],
  });
  return outputFiles[0]!.text;
}

/** Opens a page where charts can come and go: one of `points` points, or `count` small ones. */
export async function openChartStage({ points, count }: { points: number; count: number }): Promise<Stage> {
  const host = await openHost();
  const style =
    'main{display:grid;grid-template-columns:repeat(3,300px);gap:16px}.wide{width:860px}h1{display:none}';
  host.answers.set('/page.css', () => Promise.resolve({ body: style }));
  const script = await bundle(`import '@zj/widgets/define/trend-chart';${minimal}`);
  host.answers.set('/charts.js', () => Promise.resolve({ body: script }));
  const library = await readFile(fileURLToPath(import.meta.resolve('echarts/dist/echarts.min.js')));
  host.answers.set('/echarts.js', () => Promise.resolve({ body: library }));
  const head = '<script src="/charts.js" defer></script><script src="/echarts.js" defer></script>';
  const { page } = await host.visit(pageOf('', { head }), {
    bypassCSP: true,
    viewport: { width: 1000, height: 900 },
  });
  await page.evaluate(
    ([weekly, monthly, count]) => {
      const main = document.querySelector('main')!;
      const painted = (): Promise<void> =>
        new Promise((resolve) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              port1.close();
              resolve();
            };
            port2.postMessage(null);
          }),
        );
      let drawn: { dispose(): void }[] = [];
      const values = weekly.lines[0]!.own.value;
      const put = (tag: string, given: object, times = 1, name = ''): Promise<void> => {
        const all = document.createDocumentFragment();
        for (let at = 0; at < times; at++) {
          const element = Object.assign(document.createElement(tag), given);
          element.className = name;
          all.append(element);
        }
        main.append(all);
        // An element measures its room when it is painted, and draws after that.
        return painted().then(painted);
      };
      globalThis.charts = {
        async clear() {
          for (const chart of drawn) chart.dispose();
          drawn = [];
          main.replaceChildren();
          await painted();
          await painted();
        },
        trend: () =>
          put('zj-trend-chart', { series: weekly, during: '1930..2030', appearance: 'line' }, 1, 'wide'),
        path: () => put('lit-path', { points: values }),
        small: () => put('zj-trend-chart', { series: monthly, appearance: 'line' }, count),
        async echarts() {
          const places = Array.from({ length: count }, () => document.createElement('div'));
          main.append(...places);
          drawn = places.map((place) => {
            place.style.height = '320px';
            const chart = echarts.init(place, null, { renderer: 'svg', width: 300, height: 320 });
            chart.setOption({
              animation: false,
              title: { text: monthly.name.zh },
              xAxis: { type: 'category', data: monthly.periods.map(({ start }) => start.slice(0, 7)) },
              yAxis: { type: 'value', name: '亿元' },
              series: [{ type: 'line', data: monthly.lines[0]!.own.value }],
            });
            return chart;
          });
          await painted();
          await painted();
        },
        async step(times) {
          const slider = document.querySelector('zj-trend-chart')!.shadowRoot!.querySelector('input')!;
          for (let at = 0; at < times; at++) {
            slider.value = String(Number(slider.max) - 1 - (at % 20));
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            await painted();
          }
        },
        async text(times) {
          const words = document.createElement('p');
          main.prepend(words);
          for (let at = 0; at < times; at++) {
            words.textContent = `${at}`;
            await painted();
          }
          words.remove();
        },
      };
    },
    [weeklySeries(points), monthlySeries(22), count] as const,
  );
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { host, page, session };
}
