import type { Translation } from '@zj/metrics';

/** The sentences of `zj goals`. */
export const goals: Translation = {
  'list the goals of a release, with the tag to paste for each':
    '列出发布文件夹中的目标，以及每个目标可粘贴的标签',
  'RELEASE is a folder that zj publish wrote, its verdicts.json or its manifest.json, as a path or as an address that begins with http.':
    'RELEASE 是 zj publish 生成的文件夹，或其中的 verdicts.json、manifest.json，可以是路径，也可以是以 http 开头的地址。',
  'Every goal is listed with its id, its names, and whether it is published or withheld, and why.':
    '逐一列出目标的 id、名称，以及已公布还是不予公布及其原因。',
  'The tag for each follows, to paste into a page.': '下方是每个目标可粘贴到网页的标签。',
  'A published goal also has a chart over time: <zj-trend-chart src="/release/series/goals/ID.json">, on a page with /zj/zj.js.':
    '已公布的目标还有走势图：<zj-trend-chart src="/release/series/goals/ID.json">，网页须载入 /zj/zj.js。',
  "where the site serves the release's verdicts.json (default: the path of RELEASE on its site; of a folder {0})":
    '网站上 verdicts.json 的地址（默认：RELEASE 在其网站上的路径；若为文件夹，则为 {0}）',
  'the language of the page (default zh-CN); all languages except Chinese use the English texts':
    '网页的语言（默认 zh-CN）；除中文外均使用英文文字',
  'the same as JSON, for programs': '以 JSON 输出同样内容，供程序使用',
  'One release is expected, but {0} are named.': '应指定一个发布文件夹，却指定了 {0} 个。',
  'No release is named.': '没有指定发布文件夹。',
  'Write zj goals RELEASE, such as zj goals build/park.': '请写 zj goals RELEASE，例如 zj goals build/park。',
  '"{0}" is not a language.': '"{0}" 不是语言代码。',
  'Write zh-CN or en.': '请写 zh-CN 或 en。',
  published: '已公布',
  withheld: '不予公布',
  state: '状态',
  name: '名称',
  '{0} is withheld: {1}': '{0} 不予公布：{1}',
  'Paste once into the head of the page, with the address of the scripts on your site (npx zj serve: /zj/):':
    '下面两行粘贴到网页的 head 中，一次即可；地址改为贵站存放脚本的位置（npx zj serve 为 /zj/）：',
  'Paste where the gauge is to stand:': '下面的标签粘贴到要显示仪表的位置：',
  'Check the address: it must be that of a release’s verdicts.json, or of its folder.':
    '请检查地址：应为发布文件夹的 verdicts.json 或其所在文件夹的地址。',
  'The server answers with HTTP {0}.': '服务器返回 HTTP {0}。',
  'This is larger than {0} MB, so it is not a file of verdicts.': '此文件大于 {0} MB，不是评判结果文件。',
  'It cannot be read: {0}.': '无法读取：{0}。',
  'Check the address and the network, or name the folder on this machine.':
    '请检查地址和网络，或指定本机上的文件夹。',
  'no answer within {0} seconds': '{0} 秒内没有响应',
  'Name the folder that zj publish wrote, or its verdicts.json.':
    '请指定 zj publish 生成的文件夹，或其中的 verdicts.json。',
  'This is not the file that {0} describes: its SHA-256 is different.':
    '此文件与 {0} 的描述不符：SHA-256 不同。',
  'Copy all files of the release again, together.': '请将发布文件夹的所有文件重新一并复制。',
  'Write it like https://park.example/release/verdicts.json.':
    '请写成 https://park.example/release/verdicts.json 的形式。',
  '"{0}" is not an address.': '"{0}" 不是地址。',
  'This folder contains no verdicts.json, so it is not a release.':
    '此文件夹中没有 verdicts.json，不是发布文件夹。',
  'This is a web page, not a file of a release.': '这是网页，不是发布文件夹中的文件。',
  'This is not JSON, so it is neither the verdicts nor the manifest of a release.':
    '这不是 JSON，因此既不是发布文件夹的评判结果，也不是清单。',
  'This is JSON, but neither the verdicts nor the manifest of a release.':
    '这是 JSON，但既不是发布文件夹的评判结果，也不是清单。',
  'Its format is version {0}, which is newer than this zj.': '其格式版本为 {0}，新于此 zj。',
  'Use the zj that published it, or a newer one.': '请使用生成它的 zj，或更新的版本。',
};
