// A button beside each snippet of the start page, in the words of its body. Without this file the text is there to select.
const { copy, copied, selected } = document.body.dataset;

for (const snippet of document.querySelectorAll('pre')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.setAttribute('aria-live', 'polite');
  button.textContent = copy;
  button.addEventListener('click', async () => {
    button.textContent = (await copyText(snippet)) ? copied : selected;
    window.setTimeout(() => (button.textContent = copy), 3000);
  });
  snippet.before(button);
}

/** Copies the text, or selects it where the browser copies nothing: only secure pages have a clipboard. */
async function copyText(snippet) {
  try {
    await window.navigator.clipboard.writeText(snippet.textContent);
    return true;
  } catch {
    window.getSelection().selectAllChildren(snippet);
    return document.execCommand('copy');
  }
}
