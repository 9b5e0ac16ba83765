import { ask, offer } from './ask.js';
import { at } from './dom.js';
import { ownId, readFile, readSheet, reloadFile, removeFile, renderFile } from './file.js';
import { openRelease, showRelease } from './release.js';
import { renderAnswer } from './result.js';
import { loadSentences, showEngine } from './session.js';
import { askedLanguage, words } from './words.js';

const page = document.documentElement;

/** Everything on the page in one language. */
function render(lang) {
  page.lang = lang;
  const text = words();
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = text[node.dataset.text];
  for (const node of document.querySelectorAll('[data-label]')) {
    node.setAttribute('aria-label', text[node.dataset.label]);
  }
  document.title = text.title;
  at('language').textContent = lang === 'en' ? '中文' : 'English';
  at('language').lang = lang === 'en' ? 'zh-CN' : 'en';
  for (const show of [showEngine, showRelease, renderFile, renderAnswer]) show();
}

/** One thing after another: a file dropped while a release opens waits for it. */
let turn = Promise.resolve();
function queue(work) {
  turn = turn.then(work, work);
  return turn;
}

/** Reads a file, if there is one, and asks the first question of it. */
async function take(file) {
  if (file) await askAfter(readFile(file));
}

async function askAfter(reading) {
  if (!(await reading)) return;
  await offer(ownId());
  await ask();
}

at('language').addEventListener('click', () => {
  const lang = page.lang === 'en' ? 'zh-CN' : 'en';
  const url = new URL(location.href);
  url.searchParams.set('lang', lang);
  history.replaceState(null, '', url);
  render(lang);
  // Problems that are shown come in the other language, too.
  void loadSentences().then(renderFile);
  if (!at('question').hidden) void offer();
});
at('open').addEventListener('submit', (event) => {
  event.preventDefault();
  void queue(async () => {
    const open = await openRelease();
    // A release starts over: the reader's file is put beside it.
    await reloadFile();
    await offer();
    if (open) await ask();
  });
});
at('file').addEventListener('change', ({ target }) => {
  const [file] = target.files;
  // The same file, corrected, can be chosen again.
  target.value = '';
  void queue(() => take(file));
});
at('file-status').addEventListener('change', ({ target }) => {
  void queue(async () => {
    await askAfter(readSheet(target.value));
    at('sheet')?.focus();
  });
});
at('contract').addEventListener('submit', (event) => {
  event.preventDefault();
  void queue(async () => {
    if (await reloadFile()) await offer();
    await ask();
  });
});
at('contract').addEventListener('click', ({ target }) => {
  if (target.id !== 'remove') return;
  void queue(async () => {
    await removeFile();
    await offer();
    at('file').focus();
  });
});

// A file that misses its place would take the place of the page.
for (const type of ['dragover', 'drop']) window.addEventListener(type, (event) => event.preventDefault());
for (const type of ['dragenter', 'dragover', 'dragleave', 'drop']) {
  at('drop').addEventListener(type, () => at('drop').classList.toggle('over', /enter|over/.test(type)));
}
at('drop').addEventListener('drop', ({ dataTransfer }) => {
  const [file] = dataTransfer.files;
  void queue(() => take(file));
});

render(askedLanguage());
// What can be pressed answers: until here, and where scripts are off, it says that it does not.
for (const button of document.querySelectorAll('button[disabled]')) button.disabled = false;
