import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ZjGoalGauge } from '@zj/widgets';
import { expect, test } from 'vitest';

/** A subclass of a site's own, with a property more. */
class SiteGauge extends ZjGoalGauge {
  static override readonly properties: PropertyDeclarations = { accent: { type: String } };
  declare accent: string | null;

  protected override render(): TemplateResult {
    return html`
      ${super.render()}
      <p>${this.accent}</p>
    `;
  }
}

test('a subclass adds properties, and keeps those of the gauge', () => {
  expect(SiteGauge.observedAttributes).toEqual(
    expect.arrayContaining(['accent', 'goal', 'as-of', 'asof', 'lang']),
  );
});

test('events have types: on the element, and on the document that they rise to', () => {
  const heard: string[] = [];
  const target = { addEventListener: (type: string) => heard.push(type) } as unknown;
  const [element, page] = [target as ZjGoalGauge, target as Document];
  element.addEventListener('zj-verdict-changed', ({ detail }) => detail.verdict.status);
  page.addEventListener('zj-failed', ({ detail }) => `${detail.code}: ${detail.message}`);
  // @ts-expect-error A failure has no verdict.
  page.addEventListener('zj-failed', ({ detail }) => detail.verdict as unknown);
  expect(heard).toEqual(['zj-verdict-changed', 'zj-failed', 'zj-failed']);
});
