// What a gauge says that is no failure, for the table of messages.

const firm = /** @type {const} */ ({ binding: 'firm' });

/** @type {readonly import('./messages.mjs').Message[]} */
export const remarks = [
  {
    code: '',
    says: ({ face }) => face.unreachable('/{{folder}}/zj-goal-gauge-detail.js', face.noConnection),
    who: ['site'],
    zh: {
      means: '点开“为什么”时，详情脚本读不到。',
      remedy: '把 zj-goal-gauge-detail.js 上传到 zj-goal-gauge.js 旁边，类型须为 text/javascript。',
    },
    en: {
      means: 'A reader opened “Why”, but the file with the explanation cannot be loaded.',
      remedy: 'Upload zj-goal-gauge-detail.js beside zj-goal-gauge.js. Its type has to be text/javascript.',
    },
  },
  {
    code: '',
    says: ({ face }) =>
      face.unreachable('https://cdn.example/{{folder}}/zj-goal-gauge-detail.js', face.foreign),
    who: ['site'],
    zh: {
      means: '脚本放在另一个网站上，而那个网站不允许本站读取。',
      remedy: '把文件放到本网站最简单；否则在 script 标签上加 crossorigin，并请对方允许跨域（CORS）。',
    },
    en: {
      means: 'The script is on another site, and that site does not allow access from this site.',
      remedy:
        'Put the files on this site. Or write crossorigin on the script tag, and ask the other site to allow CORS.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.newerStatus('ahead'),
    who: ['site'],
    zh: {
      means: '数据文件的版本比网页脚本新，其中有脚本不认识的状态。',
      remedy: '换用新版的整套文件，页面的两行代码改成新文件夹。',
    },
    en: {
      means: 'The data are newer than the script and have a status that the script does not know.',
      remedy: 'Install the newer version of all files, and change the two lines of the page to its folder.',
    },
  },
  {
    code: '',
    says: ({ detail }) => detail.partly,
    who: ['site', 'data'],
    zh: {
      means: '说明中有一部分无法列出，其余照常显示。',
      remedy: '换用新版的整套文件；仍然如此，请重新发布数据。',
    },
    en: {
      means: 'Part of the explanation cannot be shown. The rest is shown.',
      remedy: 'Install the newer version of all files. If the message remains, publish the data again.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.status('no-data', firm),
    who: ['editor', 'data'],
    zh: {
      means:
        '自带数字的标签：没写 value，或属性名写错（如 valeu），或 as-of 早于 start。读取数据文件的标签：目标期内还没有数据，不是错误。',
      remedy: '照“不用数据文件”的例子核对标签。读取数据文件的，请数据负责人在有了数据之后重新发布。',
    },
    en: {
      means:
        'A tag with figures: value is missing or misspelt (such as valeu), or as-of is before start. A tag with a data file: the period has no data yet, which is not an error.',
      remedy:
        'Compare the tag with the example under “Without a data file”. With a data file, the data officer publishes again once there are data.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.status('not-assessable', firm),
    who: ['editor'],
    zh: {
      means:
        '没有目标值（target）；或标签没写 start、end 和 as-of，而目标尚未达到；或目标期刚开始，为时尚早。',
      remedy:
        '自带数字的标签，补上 target，以及 start、end 和 as-of 三个日期。目标期刚开始，或规划没有写明目标值的，不是错误，照常放在页面上。',
    },
    en: {
      means:
        'There is no target; or the tag has no start, end and as-of, and the target is not yet reached; or the period has only just begun.',
      remedy:
        'In a tag with figures, add target and the three days start, end and as-of. If the period has just begun, or the plan has no target figure, this is not an error: leave the gauge on the page.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.undated,
    who: ['editor'],
    zh: {
      means: '自带数字的标签写了 start 或 end，没写截至哪一天，无法与时序进度比较。',
      remedy: '加上 as-of="2026-10-31" 这样的日期；不需要比较就删去 start 和 end。',
    },
    en: {
      means: 'A tag with figures has start or end, but no as-of. The comparison with the schedule needs it.',
      remedy: 'Add as-of, such as as-of="2026-10-31". If you need no comparison, remove start and end.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.stale,
    who: ['data'],
    zh: {
      means: '显示的是先前读到的数字，新的没有读到；或数据早已截止。',
      remedy: '同时有别的提示，就按那条处理；没有，就请数据负责人发布新数据。',
    },
    en: {
      means: 'The figures are old. Newer figures could not be read, or the data ended long ago.',
      remedy: 'If there is another message, follow it. Otherwise ask the data officer to publish newer data.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.withheld,
    who: ['nobody'],
    zh: {
      means: '不是错误：为保密，或因无法计算，这项目标不公布数字。原因写在下面。',
      remedy: '照常放在页面上。',
    },
    en: {
      means:
        'This is not an error. The figure is confidential or cannot be computed. The reason is below it.',
      remedy: 'Leave the gauge on the page.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.loading,
    who: ['nobody'],
    zh: {
      means: '不是错误：数据正在读取，最多 20 秒。标签里写了文字的，这段时间只显示那段文字。',
      remedy: '等待；之后会出现数字，或上面的某条提示。超过 20 秒，见前表“一直是‘正在读取…’”。',
    },
    en: {
      means:
        'This is not an error. The figures are loading, for at most 20 seconds. If the tag has a text inside, only that text is shown meanwhile.',
      remedy:
        'Wait. The figures or one of the messages above will appear. If not after 20 seconds, see “Loading…” in the first table.',
    },
  },
];
