// Pages and settings from their templates: `{{name}}` is replaced, a name that nothing is known of is an error.

/**
 * A template with its values.
 *
 * @example
 * fill('zj {{version}}', { version: '0.1.0' }); // 'zj 0.1.0'
 */
export function fill(template, values) {
  return template.replace(/\{\{([\w-]+)\}\}/g, (_, name) => {
    if (!Object.hasOwn(values, name))
      throw new Error(`The template asks for {{${name}}}, which nobody gives.`);
    return values[name];
  });
}

/**
 * Text as HTML that shows it.
 *
 * @param {string} text
 */
export function escape(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A table; a narrow screen shows each row as a card, in which `data-label` names the cell. Cells are HTML. */
export function table(head, rows, kind) {
  const cells = (row) =>
    row
      .map((cell, i) =>
        i === 0 ? `<th scope="row">${cell}</th>` : `<td data-label="${head[i]}">${cell}</td>`,
      )
      .join('');
  return [
    `<table class="${kind}">`,
    `<thead><tr>${head.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody>`,
    '</table>',
  ].join('\n');
}

/** 19534 → `20 kB`, 34242586 → `34.2 MB`. */
export function formatSize(bytes) {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/**
 * A page without the spaces that its source's line breaks would show: beside Chinese, and before a stop or a comma. Between a
 * Chinese word and a Latin one or a figure the space stays. Text in `<pre>` stays.
 */
export function joinLines(html) {
  const [han, wide] = ['[\\u3400-\\u9fff]', '[\\u3000-\\u9fff\\uff00-\\uffef]'];
  const blanks = new RegExp(`(?<=[\\w.}])\\s*\\n\\s*(?=${han})|(?<=${han})\\s*\\n\\s*(?=[\\w{])`, 'g');
  const breaks = new RegExp(`(?<=${wide}|\\()\\s*\\n\\s*|\\s*\\n\\s*(?=${wide}|[.,:;)](?:\\s|<))`, 'g');
  return html
    .split(/(<pre[^]*?<\/pre>)/)
    .map((part) => (part.startsWith('<pre') ? part : part.replace(blanks, ' ').replace(breaks, '')))
    .join('');
}
