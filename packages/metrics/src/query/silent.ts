import type { Contract } from '../dataset/contract.js';
import { createStatementBuilder } from './builder.js';
import type { Catalogue } from './catalogue.js';
import { layOut } from './layout.js';
import type { Question } from './question.js';
import { reportersOf } from './silence.js';
import { selectOf } from './figure-tables.js';
import { call, column, not, or, type Expr, type Select } from './sql/node.js';
import { addQuestionSteps } from './statement.js';

/** The statement that names, in one column `member`, who is silent in some cell of a question: of the metrics over one dataset. */
export function stateSilent(question: Question, catalogue: Catalogue, contract: Contract): Select {
  const layout = layOut(question, catalogue);
  const builder = createStatementBuilder(layout);
  const assembled = addQuestionSteps(builder);
  const leaves = question.leaves.filter((leaf) => leaf.contract === contract);
  const lists = leaves.map((leaf, i) => {
    const { now, base } = reportersOf(leaf, assembled, layout)!;
    return { now: { of: now, as: `now_${i}` }, base: { of: base, as: `base_${i}` } };
  });
  const total = assembled.keys.find(({ as }) => as === layout.column.total);
  const columns = [...(total ? [total] : []), ...lists.flatMap(({ now, base }) => [now, base])];
  const cells = builder.addStep('reporters', selectOf(assembled, columns));
  const apart: readonly Expr[] = total ? [not(column(total.as))] : [];
  const union = lists.map(({ now, base }): Select => ({
    columns: [
      { of: call('unnest', column(base.as)), as: 'member' },
      { of: column(now.as), as: 'now' },
    ],
    from: { table: [cells] },
    where: apart,
  }));
  const members = builder.addStep('members', { union, distinct: false });
  const [member, now] = [column('member'), column('now')];
  return builder.build({
    columns: [{ of: member, as: 'member' }],
    from: { table: [members] },
    where: [or({ kind: 'isNull', of: now }, not(call('list_contains', now, member)))],
    distinct: true,
    orderBy: [{ of: member }],
  });
}
