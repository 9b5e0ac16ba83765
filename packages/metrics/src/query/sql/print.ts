import { sqlDay, sqlName, sqlText } from '../../base/sql.js';
import { and } from './node.js';
import type { Aggregate, Expr, From, Named, SortKey, Output, Select, Union } from './node.js';

/** The parts of SQL that differ between engines; everything else is standard SQL. `print` prints the inner expressions. */
export interface Dialect {
  aggregate(node: Aggregate, print: Print): string;
  /** That two are equal, or both NULL, from their texts; as strong as a comparison. */
  same(left: string, right: string): string;
  /** The clause that groups rows in several ways at once, each by some expressions. */
  groupingSets(sets: readonly (readonly string[])[]): string;
  /** The clause that keeps rows by a condition on windows. */
  qualify(condition: string): string;
  readonly calendar: {
    readonly [K in 'bucket' | 'move' | 'leapDay' | 'series']: (
      node: Extract<Expr, { readonly kind: K }>,
      print: Print,
    ) => string;
  };
}

/** An expression as text; in parentheses if it binds less than the expression around it. */
export type Print = (node: Expr, binding?: number) => string;

/** Beyond this a clause is broken, an item a line. */
const WIDTH = 100;

/** How strongly a kind binds: an operand that binds less is put in parentheses. */
const bindings = { or: 1, and: 2, not: 3, compare: 4, add: 5, multiply: 6 } as const;

/** A statement as a person would write it, a clause a line, each step with its name. */
export function printStatement(statement: Select | Union, dialect: Dialect): string {
  const print: Print = (node, binding = 0) =>
    printExpr(node, binding, print, (one) => printSelect(one, ' '), dialect);

  function printSelect(
    {
      with: steps = [],
      columns,
      from,
      where = [],
      groupBy = [],
      having = [],
      qualify = [],
      orderBy = [],
      distinct,
      limit,
    }: Select,
    gap = '\n',
  ): string {
    return [
      ...(steps.length > 0 ? [`WITH ${steps.map(printNamed).join(', ')}`] : []),
      printList(
        distinct ? 'SELECT DISTINCT' : 'SELECT',
        columns.map((one) => printOutput(one, print)),
      ),
      ...(from ? [printFrom(from, print)] : []),
      ...where.map((condition, i) => `${i === 0 ? 'WHERE' : '  AND'} ${print(condition, bindings.and)}`),
      ...printGroups(groupBy.map((set) => set.map((node) => print(node)))),
      ...having.map((condition, i) => `${i === 0 ? 'HAVING' : '  AND'} ${print(condition, bindings.and)}`),
      ...(qualify.length > 0 ? [dialect.qualify(print(and(...qualify)))] : []),
      ...(orderBy.length > 0 ? [`ORDER BY ${orderBy.map((one) => printOrder(one, print)).join(', ')}`] : []),
      ...(limit ? [printLimit(limit)] : []),
    ].join(gap);
  }
  const printGroups = ([first = [], ...others]: readonly (readonly string[])[]): readonly string[] => {
    if (others.length > 0) return [dialect.groupingSets([first, ...others])];
    return first.length > 0 ? [`GROUP BY ${first.join(', ')}`] : [];
  };
  const printBody = (of: Select | Union): string =>
    'union' in of
      ? of.union.map((one) => printSelect(one)).join(of.distinct ? '\nUNION\n' : '\nUNION ALL\n')
      : printSelect(of);
  const printNamed = ({ name, of, materialized }: Named): string =>
    `${sqlName(name)} AS ${materialized ? 'MATERIALIZED ' : ''}(\n${indent(printBody(of))}\n)`;
  return printBody(statement);
}

function printOutput({ of, as }: Output, print: Print): string {
  return of.kind === 'column' && of.name === as ? print(of) : `${print(of)} AS ${sqlName(as)}`;
}

function printOrder({ of, descending }: SortKey, print: Print): string {
  return `${print(of)}${descending ? ' DESC NULLS LAST' : ''}`;
}

function printLimit({ count, offset = 0 }: NonNullable<Select['limit']>): string {
  return `LIMIT ${count}${offset > 0 ? ` OFFSET ${offset}` : ''}`;
}

function printFrom({ table, joins = [] }: From, print: Print): string {
  const words = { inner: 'JOIN', left: 'LEFT JOIN', cross: 'CROSS JOIN' } as const;
  return [
    `FROM ${printTable(table)}`,
    ...joins.map(({ kind, table: other, on = [] }) => {
      const conditions = on.map((one) => print(one, bindings.and)).join('\n  AND ');
      return `${words[kind]} ${printTable(other)}${conditions && `\n  ON ${conditions}`}`;
    }),
  ].join('\n');
}

const printTable = (parts: readonly string[]): string => parts.map(sqlName).join('.');

function printList(word: string, items: readonly string[]): string {
  const line = `${word} ${items.join(', ')}`;
  return line.length <= WIDTH || items.length === 1 ? line : `${word}\n${indent(items.join(',\n'))}`;
}

/** Literals may hold line breaks: they are part of a text and stay as they are. */
function indent(sql: string): string {
  let quoted = '';
  return `  ${sql.replace(/['"]|\n/g, (mark) => {
    if (mark === '\n') return quoted === '' ? '\n  ' : mark;
    if (quoted === '') quoted = mark;
    else if (quoted === mark) quoted = '';
    return mark;
  })}`;
}

function printExpr(
  node: Expr,
  binding: number,
  print: Print,
  select: (node: Select) => string,
  dialect: Dialect,
): string {
  const within = (own: number, text: string): string => (own < binding ? `(${text})` : text);
  switch (node.kind) {
    case 'column':
      return `${node.table === undefined ? '' : `${sqlName(node.table)}.`}${sqlName(node.name)}`;
    case 'text':
      return sqlText(node.text);
    case 'day':
      return sqlDay(node.day);
    case 'number':
      return node.digits;
    case 'truth':
      return String(node.value);
    case 'null':
      return 'NULL';
    case 'aggregate': {
      const { where = [], over } = node;
      const filter = where.map((one) => print(one, bindings.and)).join(' AND ');
      const parts = over?.map((one) => print(one)).join(', ');
      return [
        dialect.aggregate(node, print),
        filter && ` FILTER (WHERE ${filter})`,
        parts === undefined ? '' : ` OVER (${parts && `PARTITION BY ${parts}`})`,
      ].join('');
    }
    case 'rowNumber':
      return `row_number() OVER (ORDER BY ${node.by.map((one) => printOrder(one, print)).join(', ')})`;
    case 'grouped':
      return within(bindings.compare, `grouping(${print(node.of)}) = 1`);
    case 'operation': {
      const own =
        node.operator === '*' || node.operator === '/'
          ? bindings.multiply
          : node.operator === '+' || node.operator === '-'
            ? bindings.add
            : bindings.compare;
      // The right side of a minus or a division is a whole of its own.
      return within(own, `${print(node.left, own)} ${node.operator} ${print(node.right, own + 1)}`);
    }
    case 'and':
    case 'or': {
      const own = bindings[node.kind];
      const word = node.kind === 'and' ? ' AND ' : ' OR ';
      return within(own, node.of.map((one) => print(one, own)).join(word));
    }
    case 'not':
      return within(bindings.not, `NOT ${print(node.of, bindings.not)}`);
    case 'call':
      return `${node.name}(${node.of.map((one) => print(one)).join(', ')})`;
    case 'cast':
      return `CAST(${print(node.of)} AS ${node.to})`;
    case 'case': {
      const cases = node.when.map(([when, then]) => `WHEN ${print(when)} THEN ${print(then)}`).join(' ');
      return `CASE ${cases}${node.otherwise ? ` ELSE ${print(node.otherwise)}` : ''} END`;
    }
    case 'between':
      return within(
        bindings.compare,
        `${print(node.of, bindings.add)} BETWEEN ${print(node.from, bindings.add)} AND ${print(node.to, bindings.add)}`,
      );
    case 'in':
      return within(
        bindings.compare,
        `${print(node.of, bindings.add)} IN (${node.list.map((one) => print(one)).join(', ')})`,
      );
    case 'isNull':
      return within(bindings.compare, `${print(node.of, bindings.add)} IS ${node.not ? 'NOT ' : ''}NULL`);
    case 'same':
      return within(
        bindings.compare,
        dialect.same(print(node.left, bindings.add), print(node.right, bindings.add)),
      );
    case 'bucket':
      return dialect.calendar.bucket(node, print);
    case 'move':
      return dialect.calendar.move(node, print);
    case 'leapDay':
      return dialect.calendar.leapDay(node, print);
    case 'series':
      return dialect.calendar.series(node, print);
    case 'scalar':
      return `(${select(node.of)})`;
  }
}
