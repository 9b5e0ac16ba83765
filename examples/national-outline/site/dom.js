/** An element with attributes and children; text stays text. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children);
  return node;
}

export const at = (id) => document.getElementById(id);

/** Shows an element with new content. */
export function show(node, ...children) {
  node.replaceChildren(...children);
  node.hidden = false;
}

/** A text for the reader to keep. */
export function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  element('a', { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}

/** What `tell` makes of data, or `otherwise` where they do not allow it: one bad cell takes no table away. */
export function attempt(tell, otherwise = '—') {
  try {
    return tell() ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** The parts of a list; none where there is no list. */
export function list(parts) {
  return Array.isArray(parts) ? parts : [];
}

/** Whether a text is an address of the web: no other address that stands in data becomes a link. */
export function isWebAddress(text) {
  return (
    typeof text === 'string' && /^https?:\/\/[^/]/i.test(text) && attempt(() => new URL(text), null) !== null
  );
}

/** The verdicts that the gauges of the page show, each once: what is shown is what is verified. */
export function shownVerdicts() {
  const shown = [...document.querySelectorAll('zj-goal-gauge')].map((gauge) => gauge.shown ?? undefined);
  return [...new Map(shown.filter(Boolean).map((verdict) => [JSON.stringify(verdict), verdict])).values()];
}
