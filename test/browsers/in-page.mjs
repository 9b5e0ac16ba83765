// Stands before everything else in each page of the walk. It hears what goes wrong, and finds elements inside shadow roots. It is a plain
// script, as it stands here, for browsers of the floor.
(() => {
  const heard = [];
  const hear = (text) => heard.push(text);
  window.addEventListener(
    'error',
    ({ message, target }) => hear(message ?? `${target.src ?? target.href} did not load`),
    true,
  );
  window.addEventListener('unhandledrejection', ({ reason }) => hear(`unhandled: ${reason}`));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
    hear(`policy: ${effectiveDirective} ${blockedURI} ${sourceFile}`),
  );
  const { error } = console;
  console.error = (...parts) => {
    hear(parts.join(' '));
    error.apply(console, parts);
  };

  /** Every element that a path leads to: a selector of the page, then one of its shadow root, and so on. */
  const all = ([selector, ...inside], root = document) => {
    const found = [...root.querySelectorAll(selector)];
    return inside.length === 0
      ? found
      : found.flatMap(({ shadowRoot }) => (shadowRoot ? all(inside, shadowRoot) : []));
  };

  const isShown = (element) =>
    element.getClientRects().length > 0 && window.getComputedStyle(element).visibility === 'visible';

  /** The middle of the first element that a path leads to, in sight; nothing where something else is above it there. */
  const aim = (path) => {
    const element = all(path).find(isShown);
    if (!element) return null;
    element.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = element.getBoundingClientRect();
    const middle = [x + width / 2, y + height / 2];
    let hit = document.elementFromPoint(...middle);
    for (let inside = hit; inside; inside = inside.shadowRoot?.elementFromPoint(...middle)) {
      hit = inside;
      if (inside.shadowRoot?.elementFromPoint(...middle) === inside) break;
    }
    return element.contains(hit) ? middle : null;
  };

  /** Every word that is seen, in the page and in its gauges. */
  const read = () =>
    [document.body, ...all(['zj-goal-gauge']).flatMap(({ shadowRoot }) => [...shadowRoot.children])]
      .map((element) => element.innerText ?? '')
      .join('\n');

  /** Chooses a value of a control, as by hand. */
  const choose = (selector, value) => {
    const control = document.querySelector(selector);
    if (control.type === 'checkbox') control.checked = value;
    else control.value = value;
    for (const type of ['input', 'change']) control.dispatchEvent(new window.Event(type, { bubbles: true }));
  };

  /** Lets a file go over an element, as by hand. */
  const drop = (selector, name, text) => {
    const dataTransfer = new window.DataTransfer();
    dataTransfer.items.add(new window.File([text], name));
    const event = new window.DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
    document.querySelector(selector).dispatchEvent(event);
  };

  /** The rows of an answer by the session of the query page. */
  const ask = async (question) => {
    const { openSession } = await import('/session.js');
    const { metrics } = await openSession();
    return (await metrics.query(question)).rows();
  };

  /** Properties of the style of everything that is seen at a path. */
  const styles = (path, names) =>
    all(path)
      .filter(isShown)
      .map((element) => {
        const style = window.getComputedStyle(element);
        return `${element.localName} ${names.map((name) => style.getPropertyValue(name)).join(' | ')}`;
      });

  /** Turns the rules of a list for paper into rules for the screen, and those for the screen alone off. */
  const turn = (rules) => {
    for (const rule of rules) {
      if (rule.media) rule.media.mediaText = turned(rule.media.mediaText);
      if (rule.cssRules) turn(rule.cssRules);
    }
  };
  const turned = (media) =>
    /\bprint\b/.test(media) ? media.replace('print', 'screen') : media.replace('screen', 'print');

  /** Lays the page's rules for paper over the screen. */
  const layPaper = () => {
    const roots = [document, ...all(['zj-goal-gauge']).map(({ shadowRoot }) => shadowRoot)];
    const sheets = roots.flatMap((root) => [...root.styleSheets, ...root.adoptedStyleSheets]);
    for (const { cssRules } of new Set(sheets)) turn(cssRules);
  };

  window.inPage = { heard, all, isShown, aim, read, choose, drop, ask, styles, layPaper };
})();
