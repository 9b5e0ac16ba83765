// The tables of the start pages, in one language.
import { messages, people } from './messages.mjs';
import { escape, fill, formatSize, table } from './page.mjs';
import { silences } from './silences.mjs';
import { caching, headers } from './words.mjs';

const code = (text) => `<code>${escape(text)}</code>`;

/** What to copy: a row for each part of the zip, with its size. */
export function partsTable(sizes, { parts, or }) {
  const names = Object.keys(sizes).sort((a, b) => a.length - b.length);
  const rows = parts.rows.map(([which, purpose]) => {
    const found = Array.isArray(which) ? which : names.filter((name) => which.test(name));
    const shown = [
      ...new Set(found.map((name) => name.replace(/\/.*/, '/').replace(/^(zj-element-).*\.js$/, '$1…'))),
    ];
    const isCounted = found.every((name) => name in sizes);
    const size = isCounted ? formatSize(found.reduce((sum, name) => sum + sizes[name], 0)) : '';
    return [shown.map(code).join(or), size, purpose];
  });
  return table(parts.head, rows, 'parts');
}

/** What a reader sees where no message appears. */
export function silencesTable(language, words, values) {
  const rows = silences.map((one) => {
    const { sees, means, remedy } = one[words.text];
    const told = (text) => escape(fill(text, values));
    const steps = Array.isArray(remedy)
      ? `<ol>${remedy.map((step) => `<li>${told(step)}</li>`).join('')}</ol>`
      : told(remedy);
    return [...[sees, means, tellPeople(one.who, words)].map(told), steps];
  });
  return table(words.silences, rows, 'silences');
}

/** Every message, in the words of the locale files. */
export function messagesTable(said, words, values) {
  const rows = messages.map((one) => {
    const { means, remedy } = one[words.text];
    return [
      `<q>${escape(fill(one.says(said), values))}</q>` + (one.where === 'console' ? words.console : ''),
      one.code ? code(one.code) : '—',
      escape(means),
      escape(tellPeople(one.who, words)),
      escape(remedy),
    ];
  });
  return table(words.messages, rows, 'messages');
}

function tellPeople(who, { text, joined }) {
  return who.map((one) => people[one][text]).join(joined);
}

/** What a server says of each kind of file. */
export function headersTable({ headers: told }) {
  const rows = headers.map(([file, type, cache, compression]) => [
    code(file),
    code(type),
    `${code(caching[cache])}<br>${told[cache]}`,
    told[compression],
  ]);
  return table(told.head, rows, 'headers');
}

/** Every file with its size and digest. */
export function filesTable(sizes, digests, words) {
  const rows = Object.keys(digests).map((name) => [code(name), String(sizes[name]), code(digests[name])]);
  return table(words.files, rows, 'files');
}
