import type { Translation } from '../../base/sentence.js';

export const plan: Translation = {
  'Write digits without quotes, spaces or separators, such as 6000 or 0.95; null if the document sets no figure.':
    '请直接写数字，不加引号、空格或分隔符，例如 6000 或 0.95；文件未规定数值时写 null。',
  'Task {0} is in area {1}.': '任务 {0} 写在领域 {1} 之下。',
  'Write it like {0}.{1}, or move the task.': '请写成 {0}.{1} 的形式，或移动此任务。',
  'Only a level can have the direction "decrease": a sum or count only grows.':
    '只有水平值可以要求下降：累加或计数的数值只增不减。',
  'Only a level can have a baseline: a sum or count begins at 0.':
    '只有水平值可以有基数：累加或计数从 0 开始。',
  'Remove the baseline, or write "accumulate": "level".': '请删去基数，或写 "accumulate": "level"。',
  'Only a level can have "hold": a sum or count does not fall below its target again.':
    '只有水平值可以要求保持：累加或计数一经达到便不会回落。',
  'Remove "hold".': '请删去 "hold"。',
  'The baseline is of {0}, but the goal ends on {1}.': '基数的日期为 {0}，而目标截止于 {1}。',
  'Give the figure of a day before the end: most often the day before the period begins.':
    '请给出截止日之前某日的数值：通常为周期开始的前一日。',
  'The target {0} is above the baseline {1}, but the level is meant to decrease.':
    '目标值 {0} 高于基数 {1}，而该水平值应当下降。',
  'The target {0} is below the baseline {1}, but the level is meant to increase.':
    '目标值 {0} 低于基数 {1}，而该水平值应当上升。',
  'The milestone of {0} is not between {1} and {2}.': '里程碑的日期 {0} 不在 {1} 至 {2} 之间。',
  'Give a day of the period; the figure of its last day is the target.':
    '请写周期内的日期；周期最后一日以目标值为准。',
  'The milestone of {0} does not come after {1}.': '里程碑的日期 {0} 不在 {1} 之后。',
  'Order them by day.': '请按日期先后排列。',
  'The target {0} is below zero, but a sum or count begins at 0.':
    '目标值 {0} 小于零，而累加或计数从 0 开始。',
  'Correct the target, or write "accumulate": "level" with a "baseline".':
    '请改正目标值，或写 "accumulate": "level" 并给出 "baseline"。',
  'The target {0} is below zero, so it needs a baseline.': '目标值 {0} 小于零，因此需要基数。',
  'Add "baseline": { "value": …, "date": "…" }, the figure from before the period, or correct the target.':
    '请添加 "baseline": { "value": …, "date": "…" }，即周期开始之前的数值，或改正目标值。',
  '"{0}" is {1}, above "{2}" with {3}.': '"{0}" 为 {1}，高于 "{2}" 的 {3}。',
  'Set both, "{0}" at most as high as "{1}".': '请同时设定两者，"{0}" 不得高于 "{1}"。',
  'The period begins on {0}, after its end on {1}.': '周期开始于 {0}，晚于其结束日 {1}。',
  'Exchange the two days, or correct one.': '请对调两个日期，或改正其中一个。',
  'The event begins on {0}, after its last day {1}.': '事件开始于 {0}，晚于其最后一日 {1}。',
  'Exchange the two days, correct one, or remove "until" if it is of one day.':
    '请对调两个日期，或改正其中一个；若只有一日，请删去 "until"。',
  'a day of the calendar': '日历上的日期',
  'Write year, month and day, such as 2026-10-31.': '请写年、月、日，例如 2026-10-31。',
  "an area's name, a dot and a number": '领域名称、点号和数字',
  'Write it like A1.2.': '请写成 A1.2 的形式。',
  'a name of letters, digits and hyphens': '由字母、数字和连字符组成的名称',
  'Write it like A1.': '请写成 A1 的形式。',
  'The tier {0} names events, but the ladder names no register that holds them.':
    '梯度 {0} 列有事件，而梯度体系未指定登记这些事件的数据集。',
  'Add "register": { "dataset": "…", "event": "…", "subject": "…" } to the ladder, or remove the events.':
    '请在梯度体系中添加 "register": { "dataset": "…", "event": "…", "subject": "…" }，或删去事件。',
  'No event leads to the tier {0}.': '没有事件使企业进入梯度 {0}。',
  'Add "events": [ … ] with the events of the register that lead to it. To count no enterprise at all, remove "register".':
    '请添加 "events": [ … ]，列出使企业进入该梯度的登记事件；若不统计企业，请删去 "register"。',
  'The event {0} is here twice.': '事件 {0} 在此处出现两次。',
  'The event {0} leads to two tiers: this one and {1}.': '事件 {0} 使企业进入两个梯度：此处和 {1}。',
  'Remove it from one of them: an enterprise stands on the higher tier alone.':
    '请从其中一个删去：企业只计入较高的梯度。',
  'The event {0} leads to the tier {1}, and ends it.': '事件 {0} 既使企业进入梯度 {1}，又使其退出。',
  'Remove it from "events" or from "until".': '请从 "events" 或 "until" 中删去。',
};
