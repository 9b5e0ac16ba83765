import { formatDate, formatDay, formatShare, statusWord } from '@zj/metrics';
import { groupThousands } from './decimal.js';
import type { Face } from './words.js';

/** The names of periods, after 每 and 个. */
export const measures = { day: '天', month: '月', quarter: '季度', 'half-year': '半年', year: '年' } as const;

export const face: Face = {
  text: 'zh',
  scales: [
    ['万亿', 12, 13],
    ['亿', 8, 8],
    ['万', 4, 5],
    ['', 0, -Infinity],
  ],
  space: '',
  number: groupThousands,
  target: '目标',
  schedule: '时序进度',
  source: '来源：',
  demo: '示例数据',
  demoBriefly: '示例',
  loading: '正在读取…',
  stale: '数据可能已过期',
  withheld: '不公布',
  provisional: '（初步数据）',
  states: { final: '正式数', provisional: '初步数', estimate: '估计数', revised: '修订数' },
  more: (title) => `更多：${title}`,
  retry: '重试',
  readAloud: '朗读',
  stopReading: '停止朗读',
  comma: '，',
  near: (shown, isLess) => `${isLess ? '略低于' : '略高于'}${shown}`,
  share: formatShare,
  day: (day) => formatDay(day).zh,
  status: (status, qualifier, isKept) => statusWord(status, qualifier, isKept).zh,
  newerStatus: (code) => `状态“${code}”（本页程序版本较旧，无法显示其名称）`,
  through: (day) => `截至${day}`,
  limit: (low, high, of) => {
    const each = of === '' || of === 'average' ? '' : `每${measures[of]}`;
    const limit =
      low && high
        ? `${low}至${high}之间`
        : high
          ? each
            ? `不超过${high}`
            : `控制在${high}以内`
          : `不低于${low}`;
    return (of === 'average' ? '平均' : each) + limit;
  },
  period: (last, grain, briefly) => {
    const [year, month] = last.split('-').map(Number) as [number, number];
    const part = {
      day: briefly ? last.slice(5) : formatDate(last).zh.slice(5),
      month: `${month}月`,
      quarter: `${briefly ? '' : '第'}${'一二三四'[Math.ceil(month / 3) - 1]}季度`,
      'half-year': month > 6 ? '下半年' : '上半年',
      year: '',
    }[grain];
    return grain === 'year' && briefly ? `${year}` : briefly ? part : `${year}年${part}`;
  },
  provisionalBriefly: '初步',
  badAttribute: (name, written, example) =>
    `属性 ${name}="${written}" 没写或写错了，正确写法如 ${name}="${example}"。`,
  unknown: (name, written, known) => `属性 ${name}="${written}" 写错了，可以写：${known.join('、')}。`,
  idle: (name) => `属性 ${name} 要和 src 一起写才有用；放在 <zj-source> 里面时，请写在 <zj-source> 上。`,
  together: (one, other) => `属性 ${one} 和 ${other} 不能同时写，请去掉其中一个。`,
  unreachable: (file, detail) => `读不到 ${file}（${detail}）。请检查网址和网络。`,
  foreign: '来自另一个网站的脚本，标签需要 crossorigin，对方须允许跨域读取',
  noAnswer: '20秒内没有答复',
  noConnection: '连不上服务器，或本页的 CSP 不允许',
  notPinned: '文件与 integrity 不符，或连不上服务器',
  otherSite: '文件在另一个网站上，本页的 CSP 或对方的设置不允许读取',
  needsHttp: '浏览器只读取以 http 或 https 开头的地址：请把文件和页面放到网站上，从网址打开，例如用 zj serve',
  malformed: (file) => `${file} 的内容无效。请用 zj publish 重新生成。`,
  broken: '组件程序出错，数据没有问题。请刷新页面；仍然出错，请联系网站管理员。',
};
