// The sentences of the SDK in Chinese, for `translateProblem` and `translateError`.
import type { Translation } from './base/sentence.js';
import { base } from './translation/zh-CN/base.js';
import { dataset } from './translation/zh-CN/dataset.js';
import { engine } from './translation/zh-CN/engine.js';
import { goal } from './translation/zh-CN/goal.js';
import { metric } from './translation/zh-CN/metric.js';
import { plan } from './translation/zh-CN/plan.js';
import { query } from './translation/zh-CN/query.js';
import { release } from './translation/zh-CN/release.js';
import { session } from './translation/zh-CN/session.js';
import { target } from './translation/zh-CN/target.js';

/** Every sentence of the SDK in Chinese, by its English text. */
export const zhCN: Translation = {
  ...base,
  ...plan,
  ...target,
  ...dataset,
  ...metric,
  ...query,
  ...engine,
  ...goal,
  ...release,
  ...session,
};
