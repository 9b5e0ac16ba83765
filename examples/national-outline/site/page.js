// Before the page is painted: its words and its elements follow its language. zh… is Chinese, all else English; Chinese where the address names none.
const page = document.documentElement;
page.lang = /^zh/i.test(new URLSearchParams(location.search).get('lang') ?? 'zh') ? 'zh-CN' : 'en';

document.addEventListener('DOMContentLoaded', () => {
  const language = document.getElementById('language');
  const elder = document.getElementById('elder');
  const name = () => (document.title = document.getElementById('title').innerText);
  name();
  language.addEventListener('click', () => {
    page.lang = page.lang === 'en' ? 'zh-CN' : 'en';
    // Part of the address, so that a link keeps it.
    const url = new URL(location.href);
    url.searchParams.set('lang', page.lang);
    history.replaceState(null, '', url);
    name();
  });
  elder.addEventListener('click', () => {
    const isOn = page.dataset.zjTheme !== 'elder';
    page.dataset.zjTheme = isOn ? 'elder' : '';
    elder.setAttribute('aria-pressed', String(isOn));
  });
});

document.addEventListener('DOMContentLoaded', () => {
  const open = document.getElementById('open');
  // The tables load the query engine: only when a reader asks.
  open.addEventListener('click', () => {
    const { content } = document.getElementById('tables');
    const [first] = content.children;
    open.replaceWith(content);
    first.focus();
  });
});
