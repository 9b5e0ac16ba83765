import type { Tree } from './tree.js';

/**
 * Trees as markup, for HTML and for SVG. Text and attributes are escaped; an element without content is closed where HTML wants it
 * to be, which SVG allows.
 *
 * @example printMarkup([['p', { lang: 'en' }, 'a < b']]) // '<p lang="en">a &lt; b</p>'
 */
export function printMarkup(trees: readonly Tree[]): string {
  return trees
    .map((tree) => {
      if (typeof tree === 'string') return escape(tree);
      const [tag, attributes, ...content] = tree;
      const written = Object.entries(attributes)
        .filter(([name, value]) => value !== false && name !== 'key')
        .map(([name, value]) => ` ${name}="${value === true ? '' : escape(`${value}`)}"`);
      return `<${tag}${written.join('')}>${printMarkup(content)}</${tag}>`;
    })
    .join('');
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
