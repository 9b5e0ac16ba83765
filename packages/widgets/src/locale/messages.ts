import type { Text } from '@zj/metrics';

// Every word of a gauge that is not data, both languages side by side.
export const target: Text = { zh: '目标', en: 'Target' };
export const actual: Text = { zh: '实际', en: 'Actual' };
export const baseline: Text = { zh: '基期', en: 'Baseline' };
export const attainment: Text = { zh: '完成率', en: 'Attainment' };
export const schedule: Text = { zh: '时序进度', en: 'Schedule' };
export const gap: Text = { zh: '差距', en: 'Gap' };
export const probability: Text = { zh: '达标概率', en: 'Probability' };
export const status: Text = { zh: '状态', en: 'Status' };
export const clause: Text = { zh: '依据条款', en: 'Clause' };
export const qualifier: Text = { zh: '限定词', en: 'Qualifier' };
export const source: Text = { zh: '来源', en: 'Source' };
export const method: Text = { zh: '方法', en: 'Method' };
export const demo: Text = { zh: '示例数据', en: 'Demo data' };
export const why: Text = { zh: '为什么是这个状态？', en: 'Why this status?' };
export const loading: Text = { zh: '正在读取…', en: 'Loading…' };
export const stale: Text = { zh: '数据可能已过期', en: 'May be out of date' };
export const provisional: Text = { zh: '（初步数据）', en: ' (provisional)' };
export const retry: Text = { zh: '重试', en: 'Try again' };
export const level: Text = { zh: '与时序持平', en: 'level with it' };
export const comma: Text = { zh: '，', en: ', ' };
export const colon: Text = { zh: '：', en: ': ' };

/** The day up to which the figures count. */
export const through = ({ zh, en }: Text): Text => ({ zh: `截至${zh}`, en: `Through ${en}` });

/** How far a goal is ahead of its schedule, or behind it, in percentage points. */
export const apart = (points: string, ahead: boolean): Text => ({
  zh: `${ahead ? '快' : '慢'}${points}个百分点`,
  en: `${points} points ${ahead ? 'ahead' : 'behind'}`,
});

/** A figure and what it is to become. */
export const ofTarget = (figure: string, goal: string): Text => ({
  zh: `${figure} / 目标${goal}`,
  en: `${figure} of a target of ${goal}`,
});

/** An attribute that is missing or cannot be read, and how to write it. */
export const badAttribute = (name: string, written: string, example: string): Text => ({
  zh: `属性 ${name}="${written}" 无法识别，请写成 ${name}="${example}" 这样。`,
  en: `Attribute ${name}="${written}" cannot be read. Write it like ${name}="${example}".`,
});

/** A file that cannot be reached. */
export const unreachable = (file: string, detail: string): Text => ({
  zh: `读不到 ${file}（${detail}）。请检查网址和网络。`,
  en: `${file} cannot be read (${detail}). Check the address and the network.`,
});

/** A file, or a verdict, that is not what it should be. */
export const malformed = (file: string): Text => ({
  zh: `${file} 的内容无效。请用 zj publish 重新生成。`,
  en: `${file} is not valid. Write it again with zj publish.`,
});

/** A goal that a file does not have. */
export const badGoal = (goal: string, known: string): Text => ({
  zh: `没有目标“${goal}”，属性 goal 可以是：${known}。`,
  en: `There is no goal “${goal}”. The attribute goal can be: ${known}.`,
});
