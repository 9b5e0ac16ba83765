import type { Translation } from '../../base/sentence.js';

export const goal: Translation = {
  'Goal {0} cannot be judged: {1}.': '无法判定目标 {0}：{1}。',
  "Missing or of another type: {0}. Write judge(goal, series, options) with a goal of plan.goals, a series such as { grain: 'month', reportedThrough: '2026-10-31', count: false, observations: [] } and options such as { asOf: '2026-10-31' }.":
    "缺少或类型不对：{0}。请写 judge(goal, series, options)：goal 取自 plan.goals；series 例如 { grain: 'month', reportedThrough: '2026-10-31', count: false, observations: [] }；options 例如 { asOf: '2026-10-31' }。",
  'the grain of its series is "{0}", not day, month, quarter, half-year or year':
    '其序列的粒度是“{0}”，不是 day、month、quarter、half-year 或 year',
  '"fiscalStart" of its series must be a month from 1 to 12, not {0}':
    '其序列的 "fiscalStart" 必须是 1 至 12 的月份，不是{0}',
  '{0} is not a calendar day such as 2026-10-31': '{0} 不是日历上的日期（例如 2026-10-31）',
  '{0} is not a finite number': '{0} 不是有限的数值',
  'its period ends before it begins': '其周期的结束早于开始',
  '"omits" of its series must be months from 1 to 12, with at least one month left, not {0}':
    '其序列的 "omits" 应为 1 至 12 的月份，并至少留出一个月，而不是 {0}',
  'only a level can decrease': '只有水平值可以下降',
  'it has two figures of {0}': '{0} 有两个数值',
  'its figure of {0} comes after that of {1}': '{0} 的数值排在 {1} 之后',
  'These figures cannot be smoothed: {0}.': '无法对这些数值进行平滑：{0}。',
  'a cycle of seasons has two figures or more, not {0}': '一个季节周期至少有两个数值，而不是 {0}',
  'the start has {0} seasons, not {1}': '初始值有 {0} 个季节，而不是 {1} 个',
  '{0} are needed, not {1}': '需要 {0} 个数值，而不是 {1} 个',
  'multiplicative seasons need figures above zero': '乘法季节要求数值大于零',
  'they have no finite forecasts': '得不到有限的预测值',
  'A straight line needs two points with different x, and finite figures.':
    '直线需要两个 x 不同的点和有限的数值。',
  'an average needs a series by month or longer, not by day': '平均值需要按月或更长周期的序列，不能按日',
  '"accumulate", "bound" or "hold" is no word of the format':
    '"accumulate"、"bound" 或 "hold" 不是规定的写法',
  'its range or its formula has a figure that is no finite number': '其区间或算式中有不是有限数字的数值',
  'its ceiling is below zero, where a sum begins': '其上限小于零，而累计数从零开始',
  'Goal {0} cannot be judged. {1}': '无法评判目标 {0}。{1}',
};
