// Symptoms of a page that no message names. `remedy` is one text, or steps in their order.

/**
 * @typedef {{ sees: string, means: string, remedy: string | readonly string[] }} Silence
 * @type {readonly { who: readonly (keyof typeof import('./messages.mjs').people)[], zh: Silence, en: Silence }[]}
 */
export const silences = [
  {
    who: ['editor', 'site'],
    zh: {
      sees: '只有标签里的文字，没有仪表',
      means: '脚本没有运行，或标签不完整。',
      remedy: [
        '页面是双击打开的（地址以 file: 开头）：粘贴的代码在那里不运行，请上传后从网址打开。在压缩包里直接打开本页的，先把 zip 全部解压。',
        '在浏览器里打开 /{{folder}}/zj-goal-gauge.js，应看到代码。看不到，就是没有上传，或地址不对。',
        '查看网页源代码：两行代码是否还在，标签里的 src 和 goal（或 value）是否还在。不在，就是编辑系统删掉了，见上文“在内容管理系统（CMS）里”。',
        '浏览器是否低于下文所列版本。',
        '控制台（F12）里有 integrity 字样：若是双击打开的页面，请上传后再看；若脚本在别的网站，标签要加 crossorigin；否则就是文件被改写过，见下一条。',
        '文件被改写过：关闭服务器或 CDN 对 .js 内容的压缩（minify）、合并、改写；gzip 不受影响。重新上传后按 Ctrl+F5。别的读者的浏览器可能已缓存坏文件，所以请换一个文件夹名（如 {{folder}}-2）上传，并同时改那两行代码。',
        '控制台里有 Content Security Policy 字样：见“服务器设置”。',
      ],
    },
    en: {
      sees: 'Only the text inside the tag, no gauge',
      means: 'The script did not run, or the tag is incomplete.',
      remedy: [
        'If the address of the page begins with file:, upload the page and open its address on the site: the pasted lines do not work on a disk. If you opened this page inside the zip, first unpack the complete zip.',
        'Open /{{folder}}/zj-goal-gauge.js in the browser. If no code appears, the file was not uploaded, or the address is wrong.',
        'Look at the source of the page. If the two lines are missing, or src and goal (or value) in the tag, the editing system removed them: see “In a content management system”.',
        'Check the version of the browser against the list below.',
        'If the console (F12) says “integrity”: for a page whose address begins with file:, upload it. For a script on another site, add crossorigin to its tag. In any other case the file was rewritten: see the next step.',
        'If the file was rewritten: turn off minifying, merging and rewriting of .js files on the server or CDN (gzip does no harm). Upload the file again, and press Ctrl+F5. Browsers of other readers may keep the broken file for a year. So upload it in a folder with another name, such as {{folder}}-2, and change the two lines at the same time.',
        'If the console says “Content Security Policy”: see “Server”.',
      ],
    },
  },
  {
    who: ['editor'],
    zh: {
      sees: '一直是“正在读取…”',
      means: '标签里既没有 src 和 goal，也没有 value；可能被编辑系统删掉了。',
      remedy: '查看网页源代码，补上 src 和 goal，或 value。再次被删掉，见上文“在内容管理系统（CMS）里”。',
    },
    en: {
      sees: '“Loading…” stays',
      means: 'The tag has neither src and goal nor value. The editing system may have removed them.',
      remedy:
        'Look at the source of the page, and add src and goal, or value. If they are removed again, see “In a content management system”.',
    },
  },
  {
    who: ['editor'],
    zh: {
      sees: '仪表是英文的',
      means: '没有写明语言，或写错（如 cn），或模板写了 lang="en"。',
      remedy:
        '标签上写 lang="zh-CN"，或页面的 html 标签写 lang="zh-CN"。标签不写，就跟随 html 标签；都没有，就跟随读者的浏览器。',
    },
    en: {
      sees: 'A gauge in the wrong language',
      means:
        'The page does not state its language, states an unknown one (such as cn), or the template has lang="zh-CN".',
      remedy:
        'Write lang="en" on the tag, or on the html tag of the page. Without lang on the tag, the gauge uses that of the html tag. Without both, it uses the language of the reader’s browser.',
    },
  },
  {
    who: ['editor'],
    zh: {
      sees: '仪表的标题是“目标”',
      means: '自带数字的标签没写 label。',
      remedy: '加上 label="…"，写目标的名称。',
    },
    en: {
      sees: 'The title of a gauge is “Target”',
      means: 'A tag with figures has no label.',
      remedy: 'Add label="…" with the name of the goal.',
    },
  },
  {
    who: ['data', 'site'],
    zh: {
      sees: '数字还是上个月的',
      means: '网站上的 verdicts.json 没有换，或缓存（CDN）里仍是旧文件。',
      remedy:
        '打开 verdicts.json 看开头的 "asOf" 日期。是旧的：重新上传。是新的：刷新页面；服务器须对它发送 Cache-Control: no-cache。',
    },
    en: {
      sees: 'Last month’s figures',
      means: 'The site still has the old verdicts.json, or a cache (CDN) still returns it.',
      remedy:
        'Open verdicts.json and check the day of "asOf" near its beginning. If it is old, upload the new file. If it is new, reload the page. The server has to send Cache-Control: no-cache for the file.',
    },
  },
  {
    who: ['editor'],
    zh: {
      sees: "控制台写着 “Cannot use 'import.meta' outside a module”",
      means: '引用 zj.js 的标签漏了 type="module"。',
      remedy: '换成上文“改用 zj.js”中的那一行。',
    },
    en: {
      sees: "The console says “Cannot use 'import.meta' outside a module”",
      means: 'The tag of zj.js has no type="module".',
      remedy: 'Use the line under “With zj.js”.',
    },
  },
  {
    who: ['editor'],
    zh: {
      sees: '控制台写着 “<zj-goal-gauge> … stays; … is ignored.”',
      means: '页面引用了两个版本，先载入的那个有效。',
      remedy: '删去旧版本的那两行。',
    },
    en: {
      sees: 'The console says “<zj-goal-gauge> … stays; … is ignored.”',
      means: 'The page loads two versions. The first version is used.',
      remedy: 'Remove the two lines of the older version.',
    },
  },
];
