// What the start page lets a reader copy.

/** The two lines of a page's head, with the digests of their files. */
export function headLines(folder, digests) {
  return [
    `<link rel="stylesheet" href="/${folder}/zj.css" integrity="${digests['zj.css']}" />`,
    `<script src="/${folder}/zj-goal-gauge.js" integrity="${digests['zj-goal-gauge.js']}" defer></script>`,
  ].join('\n');
}

/** The line of a head that loads any elements, in place of the one that loads the gauge. */
export function moduleLine(folder, digests) {
  return `<script type="module" src="/${folder}/zj.js" integrity="${digests['zj.js']}"></script>`;
}

/** The tag of a goal of a release. */
export function goalTag({ id, clause }, { lang, text, stop }) {
  return `<zj-goal-gauge src="/release/verdicts.json" goal="${id}" lang="${lang}">\n  ${clause.quote[text]}${stop}\n</zj-goal-gauge>`;
}

/** A tag with figures of its own; `inside` is HTML. */
export function aloneTag({ name, unit, value, target, start, end, asOf }, { lang, text, demo, inside }) {
  const label = `${name[text]}${demo}`;
  const attributes = { label, value, target, unit: unit[text], start, end, 'as-of': asOf, lang };
  const lines = Object.entries(attributes).map(([key, written]) => `  ${key}="${written}"`);
  return `<zj-goal-gauge\n${lines.join('\n')}\n>\n  ${inside}\n</zj-goal-gauge>`;
}

/** The script of a page on which readers verify; it tells an error in the language of the page. */
export function verifyScript(folder, { text, verify }) {
  const [names, sentence] =
    text === 'zh'
      ? [
          'createMetrics, loadTranslation, translateError, wasmEngine',
          "translateError(error, await loadTranslation('zh-CN').catch(() => ({})))",
        ]
      : ['createMetrics, wasmEngine', 'error.message'];
  return `import { ${names} } from '/${folder}/metrics/zj-metrics.js';

const result = document.getElementById('result');
document.getElementById('verify').addEventListener('click', async () => {
  result.textContent = '${verify.busy}';
  const metrics = createMetrics({ engine: wasmEngine({ baseUrl: '/${folder}/metrics/engine/' }) });
  try {
    await metrics.open('/release/manifest.json');
    const { equal } = await metrics.verify();
    result.textContent = equal ? '${verify.equal}' : '${verify.different}';
  } catch (error) {
    result.textContent = '${verify.failed}' + ${sentence};
  } finally {
    await metrics.close();
  }
});`;
}
