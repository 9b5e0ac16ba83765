import type { Translation } from '../../base/sentence.js';

export const target: Translation = {
  'Write a range as "target": null and "range": { "from": 4.5, "to": 5.5 }, with "accumulate": "level" or "average".':
    '区间请写成 "target": null 和 "range": { "from": 4.5, "to": 5.5 }，并写 "accumulate": "level" 或 "average"。',
  'Write the figure alone, {0}: a target is reached at this figure or above. If it is a floor to keep all the time, add "bound": "at-least". Leave the words in the clause.':
    '请只写数字 {0}：达到或超过目标值即为完成。如果是须一直保持的下限，请再写 "bound": "at-least"。文字说明请保留在条款中。',
  'Write the figure alone, {0}, and add "bound": "at-most": it is kept at this figure or below. Leave the words in the clause.':
    '请只写数字 {0}，并写 "bound": "at-most"：不高于该数值即为达标。文字说明请保留在条款中。',
  'Remove it. Write a floor as "bound": "at-least" and a ceiling as "bound": "at-most" beside the target, a range as "range": { "from": 4.5, "to": 5.5 } with "target": null.':
    '请删去此键。下限请在目标值旁写 "bound": "at-least"，上限请写 "bound": "at-most"；区间请写 "range": { "from": 4.5, "to": 5.5 } 和 "target": null。',
  'Write "accumulate": "level", or "direction": "increase". For a sum that must not grow beyond its target, write "bound": "at-most" instead.':
    '请写 "accumulate": "level"，或写 "direction": "increase"。如果累计数不得超过目标值，请改写 "bound": "at-most"。',
  'Remove the baseline.': '请删去基数。',
  'A ceiling that is already met is a bound: write "bound": "{0}", and remove the baseline and the direction.':
    '已经满足的上限是一条限值：请写 "bound": "{0}"，并删去基数和方向。',
  'A floor that is already met is a bound: write "bound": "{0}", and remove the baseline.':
    '已经满足的下限是一条限值：请写 "bound": "{0}"，并删去基数。',
  'If it is a bound to keep, write "bound": "{0}" and remove the baseline. Else correct the target or the baseline, or write "direction": "{1}".':
    '如果是须保持的限值，请写 "bound": "{0}" 并删去基数；否则请改正目标值或基数，或写 "direction": "{1}"。',
  'true, false or "each-period"': 'true、false 或 "each-period"',
  'Write true, false or "each-period".': '请写 true、false 或 "each-period"。',
  'a formula: "plus", "percent", "growth" with "years", or "chain"':
    '一个算式："plus"、"percent"、带 "years" 的 "growth" 或 "chain"',
  'Write one of { "plus": 1 }, { "percent": -13.5 }, { "growth": 7, "years": 5 } and { "chain": [-3, -3.1] }.':
    '请写其中之一：{ "plus": 1 }、{ "percent": -13.5 }、{ "growth": 7, "years": 5 }、{ "chain": [-3, -3.1] }。',
  'The goal has "{0}" and "{1}": a target is written in one way.':
    '该目标同时写了 "{0}" 和 "{1}"：目标值只能有一种写法。',
  'Remove "{0}" or "{1}".': '请删去 "{0}" 或 "{1}"。',
  'An average of the period is judged by a bound or a range, and the goal has none.':
    '全期平均值须有限值或区间才能评判，而该目标没有。',
  'Add "bound": "at-least" (不低于), "bound": "at-most" (控制在…以内) or "range": { "from": 4.5, "to": 5.5 }.':
    '请添加 "bound": "at-least"（不低于）、"bound": "at-most"（控制在…以内）或 "range": { "from": 4.5, "to": 5.5 }。',
  'A sum or a count that grows to its target needs no floor.':
    '累加或计数的目标本来就要达到目标值，不需要下限。',
  'Remove "bound": the target is reached at this figure or above. If every period has to keep it by its own figure, write "accumulate": "level" and "hold": "each-period".':
    '请删去 "bound"：达到或超过目标值即为完成，“不低于”不必另写。如果要求每一期都不低于该数值，请写 "accumulate": "level" 和 "hold": "each-period"。',
  'The milestone of {0} is {1}, above the ceiling {2}.': '里程碑 {0} 的数值 {1} 高于上限 {2}。',
  'Correct the milestone or the target.': '请改正里程碑或目标值。',
  'The formula gives a target that is too large to be a number.': '算式得出的目标值过大，不是有效数字。',
  'The goal is judged by whole periods of its data, and its days begin or end within one: {0} to {1}.':
    '该目标按数据的整期评判，而其起止日落在某一期中间：{0} 至 {1}。',
  'Write the days {0} to {1}, or those of other whole periods.': '请写 {0} 至 {1}，或其他整期的起止日。',
  'The range begins at {0}, above its end {1}.': '区间的下端 {0} 高于上端 {1}。',
  'Exchange the two figures, or correct one.': '请对调两个数值，或改正其中一个。',
  'The goal has a range and the target {0}: a range has no single target.':
    '该目标既有区间又有目标值 {0}：区间没有单一的目标值。',
  'Write "target": null, or remove "range".': '请写 "target": null，或删去 "range"。',
  'A sum or a count passes through the range on its way: only a level or an average can keep one.':
    '累加或计数的数值会一路穿过区间：只有水平值或平均值可以保持在区间内。',
  'Write "accumulate": "level" or "average", or two goals: the lower end as a plain target, the upper end with "bound": "at-most".':
    '请写 "accumulate": "level" 或 "average"；或写成两个目标：下端为普通目标值，上端写 "bound": "at-most"。',
  'A bound or a range is kept, not reached: it has no baseline.':
    '限值和区间是保持的，不是达到的，因此没有基数。',
  'The bound "{0}" does not go with the direction "{1}".': '限值 "{0}" 与方向 "{1}" 不符。',
  'A range has no direction.': '区间没有方向。',
  'Remove "direction": "{0}" says which side is good.': '请删去 "direction"："{0}" 已说明哪一侧达标。',
  'A bound or a range is judged at the end date anyway: "hold": true changes nothing.':
    '限值和区间本来就在期末评判："hold": true 不起作用。',
  'Remove "hold". If every period has to keep it, write "hold": "each-period".':
    '请删去 "hold"。如果每一期都必须达标，请写 "hold": "each-period"。',
  'A bound or a range has no way to it, and so no milestones.': '限值和区间没有推进过程，因此没有里程碑。',
  'Remove "milestones".': '请删去 "milestones"。',
  'Write the target as a number, and remove "formula".': '请把目标值写成数字，并删去 "formula"。',
  'The goal has a formula and the target {0}: the formula computes it.':
    '该目标既有算式又有目标值 {0}：目标值由算式得出。',
  'Write "target": null, or remove "formula".': '请写 "target": null，或删去 "formula"。',
  'Only a level is computed from its baseline.': '只有水平值的目标可以由基数算得。',
  'Write "accumulate": "level", or write the target as a number and remove "formula".':
    '请写 "accumulate": "level"，或把目标值写成数字并删去 "formula"。',
  'The formula starts from the baseline, and the goal has none.': '算式从基数算起，而该目标没有基数。',
  'Add "baseline": { "value": …, "date": "…" }, the figure from before the period.':
    '请添加 "baseline": { "value": …, "date": "…" }，即周期开始之前的数值。',
  'A change in per cent needs a baseline above zero, and it is {0}.':
    '按百分比变化要求基数大于零，而基数为 {0}。',
  'Nothing can fall by more than 100 per cent, and the formula says {0}.':
    '降幅不能超过百分之一百，而算式写的是 {0}。',
  'Correct the formula.': '请改正算式。',
  'The formula gives {0}, below the baseline {1}, but the level is meant to increase.':
    '算式得出 {0}，低于基数 {1}，而该水平值应当上升。',
  'The formula gives {0}, above the baseline {1}, but the level is meant to decrease.':
    '算式得出 {0}，高于基数 {1}，而该水平值应当下降。',
  'Remove "direction": the formula says it. Or correct its sign.':
    '请删去 "direction"：方向由算式决定。或改正算式的正负号。',
  'The formula spans {0} years, but they do not lead from the baseline of {1} to the end on {2}.':
    '算式跨 {0} 年，但从基数日期 {1} 到截止日 {2} 并非 {0} 年。',
  'Correct the years or the two days. If the document counts otherwise, write the target as a number, and remove "formula".':
    '请改正年数或两个日期。如果文件另有算法，请把目标值写成数字，并删去 "formula"。',
  'Only a limit that holds in each period has a "grain".': '只有每期都要守住的限值才有 "grain"。',
  'Remove "grain", or write "hold": "each-period".': '请删去 "grain"，或写 "hold": "each-period"。',
  '"hold": "each-period" says that every period keeps a bound or a range, and the goal has none.':
    '"hold": "each-period" 表示每一期都守住限值或区间，而该目标没有限值或区间。',
  'Add "bound" or "range", or write "hold": true for a level that must still stand at the end date.':
    '请添加 "bound" 或 "range"；如果是期末仍须保持的水平值，请写 "hold": true。',
  '"hold": "each-period" judges each period by its own figure: only a level has one.':
    '"hold": "each-period" 按每一期自己的数值评判：只有水平值有这样的数值。',
  'Write "accumulate": "level", or remove "hold".': '请写 "accumulate": "level"，或删去 "hold"。',
  'A former target is one figure or a range.': '原目标值是一个数值或一个区间。',
  'Give "target" a number, or write null and add "range".':
    '请给 "target" 写一个数字；或写 null 并添加 "range"。',
  'The former target that held until {0} does not come after that until {1}.':
    '执行到 {0} 的原目标值应排在执行到 {1} 的原目标值之前。',
  'The former target held until {0}, but the goal ends on {1}.': '原目标值执行到 {0}，而目标截止于 {1}。',
  'Give the last day before the change.': '请写调整前的最后一日。',
  'The limit holds in each {0}, but {1} has one figure a {2}.': '限值按{0}执行，而 {1} 每{2}才有一个数值。',
  'Correct the target, or write "accumulate": "level".': '请改正目标值，或写 "accumulate": "level"。',
  'Write a range as { "from": 4.5, "to": 5.5 }.': '区间请写成 { "from": 4.5, "to": 5.5 }。',
  'Write "binding" (约束性) or "expected" (预期性).': '请写 "binding"（约束性）或 "expected"（预期性）。',
  'Write "at-least" (不低于) or "at-most" (控制在…以内).':
    '请写 "at-least"（不低于）或 "at-most"（控制在…以内）。',
  'Write "grain": "{0}", or remove it.': '请写 "grain": "{0}"，或删去此键。',
};
