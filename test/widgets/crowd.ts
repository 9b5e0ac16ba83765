import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gaugeHtml, gaugeSvg } from '@zj/widgets';
import type { PublishedVerdict } from '@zj/metrics';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright';
import { every } from '../../stories/verdicts.js';
import { openHost, pageOf, type Host } from './host.js';

/** The actions of a crowd's page; each ends when its result is painted. */
interface Crowd {
  readonly clear: () => Promise<void>;
  /** A page of static HTML, as a reader without scripts gets it: parsed, laid out, painted. */
  readonly page: () => Promise<void>;
  /** A page of static SVG: the face of a gauge, without a detail. */
  readonly svg: () => Promise<void>;
  /** As many minimal Lit elements: a caption, one arc, one figure. */
  readonly lit: () => Promise<void>;
  /** As many gauges of ECharts, as SVG, with the same names and figures. */
  readonly echarts: () => Promise<void>;
  readonly updateEcharts: () => Promise<void>;
  readonly gauges: () => Promise<void>;
  /** New figures for all gauges. */
  readonly update: () => Promise<void>;
  /** One gauge after another comes, is painted with its figures, and goes. */
  readonly cycle: (times: number) => Promise<void>;
}
/** The parts of ECharts that the page uses. */
interface Chart {
  setOption(option: object): void;
  dispose(): void;
}

declare global {
  var crowd: Crowd;
  var echarts: { init(at: Element, theme: null, options: object): Chart };
  /** How far anything moved that a reader had seen, in all, and how many elements are watched for their width. */
  var seen: { moved: number; watched: number };
}

/** A page for a thousand gauges, and the session that measures it. */
export interface Stage {
  readonly host: Host;
  readonly page: Page;
  readonly session: CDPSession;
}

/** The verdicts of a crowd: every example, over and over. */
export function verdictsOf(count: number): readonly PublishedVerdict[] {
  const examples = Object.values(every);
  return Array.from({ length: count }, (_, at) => examples[at % examples.length]!);
}

const minimal = `
import { LitElement, html, svg, css } from 'lit';
customElements.define('lit-arc', class extends LitElement {
  static properties = { name: {}, value: { type: Number } };
  static styles = css\`:host{display:block}svg{width:13em}path{fill:none;stroke:blue;stroke-width:16}\`;
  render() {
    const turn = this.value * 4;
    return html\`<figure><figcaption>\${this.name}</figcaption><svg viewBox="-100 -100 200 200">\${svg\`<path d="M0 -84A84 84 0 0 1 \${84 * Math.sin(turn)} \${-84 * Math.cos(turn)}" />\`}</svg><b>\${this.value}</b></figure>\`;
  }
});`;

/** Opens a page with four columns of cards, where a crowd of so many can come and go. */
export async function openStage(count: number): Promise<Stage> {
  const host = await openHost();
  const style = 'main{display:grid;grid-template-columns:repeat(4,288px);gap:16px}h1{display:none}';
  host.answers.set('/page.css', () => Promise.resolve({ body: style }));
  const { outputFiles } = await build({
    stdin: { contents: minimal, resolveDir: import.meta.dirname },
    ...{ bundle: true, write: false, format: 'iife', minify: true, conditions: ['production'] },
  });
  host.answers.set('/minimal.js', () => Promise.resolve({ body: outputFiles[0]!.text }));
  const library = await readFile(fileURLToPath(import.meta.resolve('echarts/dist/echarts.min.js')));
  host.answers.set('/echarts.js', () => Promise.resolve({ body: library }));
  const head = '<script src="/minimal.js" defer></script><script src="/echarts.js" defer></script>';
  const { page } = await host.visit(pageOf('', { head }), {
    bypassCSP: true,
    before: (page) =>
      page.addInitScript(() => {
        globalThis.seen = { moved: 0, watched: 0 };
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            seen.moved += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift' });
        globalThis.ResizeObserver = class extends ResizeObserver {
          override observe(target: Element): void {
            seen.watched++;
            super.observe(target);
          }
          override unobserve(target: Element): void {
            seen.watched--;
            super.unobserve(target);
          }
        };
      }),
  });
  const verdicts = verdictsOf(count);
  const markup = verdicts.map((verdict) => `<div>${gaugeHtml(verdict, { locale: 'zh-CN' })}</div>`).join('');
  const drawn = verdicts.map((verdict) => `<div>${gaugeSvg(verdict, { locale: 'zh-CN' })}</div>`).join('');
  await page.evaluate(
    ([verdicts, markup, drawn]) => {
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
      const fill = (
        tag: string,
        give: (element: Element, at: number) => void,
        count = verdicts.length,
      ): Promise<void> => {
        const all = document.createDocumentFragment();
        verdicts.slice(0, count).forEach((_, at) => {
          const element = document.createElement(tag);
          give(element, at);
          all.append(element);
        });
        main.append(all);
        return painted();
      };
      let round = 0;
      let charts: Chart[] = [];
      /** A gauge as ECharts draws one: an arc with the share of the way, the name, and the figure in words. */
      const gaugeOf = ({ name, attainment, actual, target, unit }: PublishedVerdict): object => ({
        animation: false,
        series: [
          {
            type: 'gauge',
            progress: { show: true },
            max: 100,
            data: [{ value: (attainment ?? 0) * 100, name: name.zh }],
            detail: { formatter: `{value}%\n${actual ?? '—'} / ${target ?? '—'}${unit.zh}` },
          },
        ],
      });
      /** A little less than it was, so that every text and every line of progress is another. */
      const lessen = (at: number): PublishedVerdict => {
        const verdict = verdicts[at % verdicts.length]!;
        const { actual, attainment } = verdict;
        const part = 1 - 0.01 * (1 + (round % 5));
        return { ...verdict, actual: actual && actual * part, attainment: attainment && attainment * part };
      };
      globalThis.crowd = {
        async clear() {
          for (const chart of charts) chart.dispose();
          charts = [];
          main.replaceChildren();
          await painted();
          await painted();
        },
        page() {
          main.innerHTML = markup;
          return painted();
        },
        svg() {
          main.innerHTML = drawn;
          return painted();
        },
        lit: () => fill('lit-arc', (element, at) => Object.assign(element, { name: 'n', value: at / 1000 })),
        echarts() {
          const places: Element[] = [];
          const made = fill('div', (place) => {
            (place as HTMLElement).style.height = '320px';
            places.push(place);
          });
          charts = places.map((place, at) => {
            const chart = echarts.init(place, null, { renderer: 'svg', width: 288, height: 320 });
            chart.setOption(gaugeOf(verdicts[at]!));
            return chart;
          });
          return made.then(painted);
        },
        updateEcharts() {
          round++;
          charts.forEach((chart, at) => chart.setOption(gaugeOf(lessen(at))));
          return painted();
        },
        gauges: () => fill('zj-goal-gauge', (gauge, at) => Object.assign(gauge, { verdict: verdicts[at] })),
        update() {
          round++;
          document.querySelectorAll('zj-goal-gauge').forEach((gauge, at) => {
            gauge.verdict = lessen(at);
          });
          return painted();
        },
        async cycle(times) {
          for (let at = 0; at < times; at++) {
            const give = (gauge: Element): object => Object.assign(gauge, { verdict: verdicts[at] });
            await fill('zj-goal-gauge', give, 1);
            main.replaceChildren();
          }
          await painted();
        },
      };
    },
    [verdicts, markup, drawn] as const,
  );
  const session = await page.context().newCDPSession(page);
  // The time of the page's own thread, without other work of the machine.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { host, page, session };
}

/** Chromium's metrics of a page, after collecting garbage if asked. */
export async function measure(
  session: CDPSession,
  collect = false,
): Promise<Readonly<Record<string, number>>> {
  for (let times = 0; collect && times < 3; times++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
