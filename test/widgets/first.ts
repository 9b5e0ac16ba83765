import { brotliCompressSync } from 'node:zlib';
import { gaugeShape } from '@zj/widgets';
import { build } from 'esbuild';
import { four } from '../../stories/verdicts.js';
import { openHost, tag, type Host } from './host.js';

/** A page with one card, whose figures come from a release. */
export type Card = 'gauge' | 'floor';

/** Opens a site that serves both cards, its scripts as small as a server sends them. */
export async function openCards(): Promise<Host> {
  const host = await openHost();
  const { outputFiles } = await build({
    stdin: { contents: floor(), resolveDir: import.meta.dirname },
    ...{ bundle: true, write: false, format: 'iife', minify: true, conditions: ['production'] },
  });
  const scripts = { '/zj-goal-gauge.js': host.script, '/floor.js': outputFiles[0]!.text };
  for (const [path, script] of Object.entries(scripts)) {
    const body = brotliCompressSync(script);
    host.answers.set(path, () => Promise.resolve({ body, encoding: 'br' }));
  }
  return host;
}

/** The least that shows the same: one LitElement, the words and the arc of the gauge's face in one template. */
function floor(): string {
  const { name, demo, figure, quantity, ends, word, through, pace, outlook, source } = gaugeShape(four[1]!, {
    locale: 'zh-CN',
  });
  return `
import { LitElement, html, css } from 'lit';
customElements.define('lit-card', class extends LitElement {
  static properties = { src: {}, goal: {}, verdict: { state: true } };
  static styles = css\`:host{display:block;width:288px}svg{width:13em;fill:none;stroke:blue;stroke-width:16}b{font-size:2em}\`;
  async connectedCallback() {
    super.connectedCallback();
    const { verdicts } = await (await fetch(this.src, { cache: 'no-cache' })).json();
    this.verdict = verdicts.find(({ goal }) => goal === this.goal);
  }
  render() {
    if (!this.verdict) return html\`<p>…</p>\`;
    const turn = -2 + this.verdict.attainment * 4;
    return html\`<figure><figcaption>${name} <small>${demo.join('')}</small></figcaption><svg viewBox="-100 -100 200 200"><path d="M\${84 * Math.sin(-2)} \${-84 * Math.cos(-2)}A84 84 0 1 1 \${84 * Math.sin(turn)} \${-84 * Math.cos(turn)}" /></svg><b>${figure.join('')}</b><p>${quantity.join(' ')}</p><p>${ends.join(' ')}</p><p>${word} ${through}</p><p>${pace}</p><p>${outlook}</p><p>${source.join('')}</p></figure>\`;
  }
});`;
}

/** Milliseconds from the beginning of a visit until a card's figure is painted, over a network that is slow as the developer tools have it. */
export async function timeCard(host: Host, card: Card): Promise<number> {
  const marks = {
    gauge: tag('pct-applications'),
    floor: tag('pct-applications').replaceAll('zj-goal-gauge', 'lit-card'),
  };
  const script = { gauge: '/zj-goal-gauge.js', floor: '/floor.js' }[card];
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"></head><body>${marks[card]}<script src="${script}"></script></body></html>`;
  const { page } = await host.visit('<!doctype html><title>t</title>', { bypassCSP: true });
  host.answers.set('/card', () => Promise.resolve({ body: html, type: 'text/html' }));
  await page.addInitScript(() => {
    const look = (): void => {
      const figure = document.querySelector('zj-goal-gauge,lit-card')?.shadowRoot?.querySelector('b');
      if (figure?.textContent.includes('71.0') !== true) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (globalThis.painted = performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 562.5,
    downloadThroughput: (1.6e6 / 8) * 0.9,
    uploadThroughput: (750e3 / 8) * 0.9,
  });
  await page.goto(`${host.address}card`);
  const painted = await page.waitForFunction(() => globalThis.painted);
  const time = (await painted.jsonValue())!;
  await page.context().close();
  return time;
}

declare global {
  /** When the figure was painted. */
  var painted: number | undefined;
}
