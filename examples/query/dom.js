/** The element of the page with this id. */
export function at(id) {
  return document.getElementById(id);
}

/** An element with attributes and children; text stays text. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children);
  return node;
}

/** Shows an element with new content. */
export function show(node, ...children) {
  node.replaceChildren(...children);
  node.hidden = false;
}

/** A label around a control, its words before it. */
export function field(words, control, attributes = {}) {
  return element('label', attributes, element('span', {}, words), control);
}

/** A choice among [value, words] pairs; the chosen one stays if it is still there. */
export function choice(attributes, pairs, chosen) {
  return element('select', attributes, ...options(pairs, chosen));
}

/** The options of a choice. */
export function options(pairs, chosen) {
  return pairs.map(([value, words, attributes]) =>
    element('option', { value, selected: value === chosen, ...attributes }, words),
  );
}

/** A box to tick, its words after it. */
export function tick(words, attributes) {
  return element(
    'label',
    { class: 'tick' },
    element('input', { type: 'checkbox', ...attributes }),
    element('span', {}, words),
  );
}

/** Text in a monospaced box that the keyboard can scroll. */
export function code(text, words) {
  return element(
    'details',
    {},
    element('summary', {}, words),
    element('pre', { tabindex: '0', 'aria-label': words, role: 'region' }, text),
  );
}

/** The parts of a list; none where there is no list. */
export function list(parts) {
  return Array.isArray(parts) ? parts : [];
}
