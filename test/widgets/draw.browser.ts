import { html, nothing, render } from 'lit';
import { afterEach, expect, test } from 'vitest';
import { draw } from '../../packages/widgets/src/drawing/draw.js';
import type { Tree } from '../../packages/widgets/src/drawing/tree.js';
import { printMarkup } from '../../packages/widgets/src/drawing/print.js';

afterEach(() => document.body.replaceChildren());

/** A place in the page where trees are drawn between two paragraphs of a template. */
function place(): { readonly at: HTMLElement; readonly show: (...trees: readonly Tree[]) => void } {
  const at = document.createElement('section');
  document.body.append(at);
  return {
    at,
    show: (...trees) =>
      render(
        html`
          <p>before</p>
          ${draw(trees)}
          <p>after</p>
        `,
        at,
      ),
  };
}

/** The drawn markup, without Lit's own marks and white space, its attributes in one order. */
function markup(at: Element): string {
  return at.innerHTML
    .replace(/<!--.*?-->|\n\s*/g, '')
    .replace(/<\w+( [\w-]+="[^"]*")+>/g, (tag) => tag.slice(0, -1).split(' ').sort().join(' '));
}

/** A row with a button in it. */
function row(key: string, ...more: readonly Tree[]): Tree {
  return ['p', { key }, ['button', {}, key], ...more];
}

test('what is drawn is what is printed, in HTML and in SVG', () => {
  const { at, show } = place();
  const trees: readonly Tree[] = [
    ['svg', { viewBox: '0 0 1 1', 'aria-hidden': 'true' }, ['path', { d: 'M0 0', key: 'a' }]],
    'text & <b>',
    ['p', { hidden: true, lang: false }, ['b', {}, '1']],
  ];
  show(...trees);
  const drawn = document.createElement('section');
  drawn.innerHTML = printMarkup([['p', {}, 'before'], ...trees, ['p', {}, 'after']]);
  expect(markup(at)).toBe(markup(drawn));
  expect(at.querySelector('path')!.namespaceURI).toBe('http://www.w3.org/2000/svg');
  expect(at.querySelector('b')!.namespaceURI).toBe('http://www.w3.org/1999/xhtml');
});

test('an attribute that a tree no longer names is gone, also one of a node that stays', () => {
  const { at, show } = place();
  show(['p', { title: 'a', class: 'x', 'data-a': 1 }, 'text']);
  const node = at.querySelector('.x')!;
  show(['p', { class: 'y' }, 'text']);
  expect(node.isConnected).toBe(true);
  expect(node.getAttributeNames()).toEqual(['class']);
  expect(node.className).toBe('y');
});

test('an attribute that somebody else set stays', () => {
  const { at, show } = place();
  show(['details', { lang: 'en' }]);
  at.querySelector('details')!.open = true;
  show(['details', { lang: 'zh' }]);
  expect(at.querySelector('details')!.open).toBe(true);
});

test('a row that is inserted before another leaves the focus in its row', () => {
  const { at, show } = place();
  show(row('b'), row('d'));
  const focused = at.querySelectorAll('button')[1]!;
  focused.focus();
  show(row('a'), row('b', 'more'), row('c'), row('d'));
  expect(document.activeElement).toBe(focused);
  expect(focused.textContent).toBe('d');
  expect([...at.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
});

test('a row that goes takes its nodes with it, and no other', () => {
  const { at, show } = place();
  show(row('a'), row('b'), row('c'));
  const [, second, third] = at.querySelectorAll('button');
  third!.focus();
  show(row('b'), row('c'));
  expect([...at.querySelectorAll('button')]).toEqual([second, third]);
  expect(document.activeElement).toBe(third);
});

test('rows in another order are the same nodes in that order', () => {
  const { at, show } = place();
  show(row('a'), row('b'), row('c'));
  const [a, b, c] = at.querySelectorAll('button');
  show(row('c'), row('a'), row('b'));
  expect([...at.querySelectorAll('button')]).toEqual([c, a, b]);
});

test('text keeps to its place when elements come and go beside it', () => {
  const { at, show } = place();
  show('1', ['b', {}, '2'], '3');
  show('1', '3', ['i', {}, '4']);
  expect(markup(at)).toBe('<p>before</p>13<i>4</i><p>after</p>');
  show();
  expect(markup(at)).toBe('<p>before</p><p>after</p>');
  show(['i', {}, '4']);
  expect(markup(at)).toBe('<p>before</p><i>4</i><p>after</p>');
});

test('ten thousand random changes leave what a fresh drawing of the last trees would be', () => {
  const { at, show } = place();
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const grow = (depth: number): readonly Tree[] =>
    Array.from({ length: random(4) }, (): Tree => {
      if (depth === 0 || random(3) === 0) return `${random(5)}`;
      const attributes = Object.fromEntries(
        ['title', 'lang', 'key']
          .slice(random(4))
          .map((name) => [name, random(2) === 0 ? `${random(3)}` : false]),
      );
      return [['p', 'b', 'svg'][random(3)]!, attributes, ...grow(depth - 1)];
    });
  for (let times = 0; times < 10_000; times++) {
    const trees = grow(3);
    show(...trees);
    expect(markup(at), `change ${times}`).toBe(`<p>before</p>${markupOf(trees)}<p>after</p>`);
  }
});

/** The markup of a fresh place. */
function markupOf(trees: readonly Tree[]): string {
  const at = document.createElement('section');
  render(
    html`
      ${draw(trees)}${nothing}
    `,
    at,
  );
  return markup(at);
}
