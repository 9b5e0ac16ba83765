import {
  parse,
  type AnyNode,
  type CallExpression,
  type Function,
  type Identifier,
  type ImportSpecifier,
  type MemberExpression,
  type NewExpression,
} from 'acorn';
import { ancestor, full } from 'acorn-walk';
import type { Finding } from './floor.js';
import { events, globalNamed, members, optionNamed, staticNamed, type Newer } from './names.js';
import { checkSheet, isSheet } from './sheet.js';

/** The newest edition of the language that every browser of the floor reads whole. */
const ecmaVersion = 2022;
const iterators = new Set(['values', 'keys', 'entries', 'matchAll']);

/**
 * The features of a script that the floor lacks: syntax, globals and their members, names that no old object has, options,
 * events, and the style sheets in its texts. A feature that the script tests in a condition, or by `?.`, is guarded.
 */
export function checkScript(file: string, text: string): readonly Finding[] {
  const findings: Finding[] = [];
  const report = (at: AnyNode, newer: Newer | undefined): void => {
    if (newer) findings.push({ file, position: locate(text, at.start), ...newer, remedy });
  };
  let program;
  try {
    program = parse(text, { ecmaVersion, sourceType: 'module', allowHashBang: true });
  } catch (error) {
    const { message, loc } = error as SyntaxError & { loc: { line: number; column: number } };
    const what = message.replace(/ \(\d+:\d+\)$/, '');
    const position = `${loc.line}:${loc.column + 1}`;
    return [{ file, position, what, since: `ECMAScript ${ecmaVersion} does not have it`, remedy: rewrite }];
  }
  const { declared, own, asked } = survey(program);
  const isGlobal = (node: AnyNode): string | undefined =>
    node.type === 'Identifier' && !declared.has(node.name) ? node.name : undefined;
  const known = (name: string): boolean => own.has(name) || asked.has(name);

  ancestor(program, {
    Identifier(node) {
      if (isGlobal(node) && !asked.has(node.name)) report(node, globalNamed(node.name));
    },
    MemberExpression(node, _, parents) {
      const name = nameOf(node);
      if (!name || asked.has(name) || isOptional(node, parents.at(-2))) return;
      const owner = isGlobal(node.object);
      if (owner && /^(globalThis|window|self)$/.test(owner)) report(node.property, globalNamed(name));
      else if (owner && /^[A-Z]/.test(owner)) report(node.property, staticNamed([owner, name]));
      else if (!known(name))
        report(node.property, ofIterator(node, name) ?? called(members.get(name), node, parents.at(-2)));
    },
    ObjectPattern({ properties }) {
      for (const one of properties)
        if (one.type === 'Property' && one.key.type === 'Identifier' && !known(one.key.name))
          report(one, members.get(one.key.name));
    },
    CallExpression(node) {
      const [first] = node.arguments;
      const name = node.callee.type === 'MemberExpression' ? nameOf(node.callee) : undefined;
      if (name === 'addEventListener' && first?.type === 'Literal')
        report(first, events.get(String(first.value)));
      options(node);
    },
    NewExpression: options,
    Literal: (node) => typeof node.value === 'string' && sheets(node, node.value),
    TemplateElement: (node) => sheets(node, node.value.cooked ?? ''),
  });

  function options(node: CallExpression | NewExpression): void {
    const path = pathOf(node.callee);
    if (!path || declared.has(path[0]!)) return;
    for (const given of node.arguments) {
      if (given.type !== 'ObjectExpression') continue;
      for (const property of given.properties)
        if (property.type === 'Property' && property.key.type === 'Identifier')
          report(property, optionNamed(path, property.key.name));
    }
  }
  function sheets(node: AnyNode, value: string): void {
    if (!isSheet(value)) return;
    for (const finding of checkSheet(file, value))
      findings.push({
        ...finding,
        position: `${locate(text, node.start)} in the sheet at ${finding.position}`,
      });
  }
  return findings;
}

const remedy = 'Write it with what the floor knows, or ask for it first, as a condition or by ?.';
const rewrite = 'Write it in older syntax, or let the build do so.';

/** Methods of iterators are known by where the iterator comes from: arrays have the same names. */
function ofIterator({ object }: MemberExpression, name: string): Newer | undefined {
  if (object.type !== 'CallExpression' || object.callee.type !== 'MemberExpression') return undefined;
  const { callee } = object;
  return iterators.has(nameOf(callee) ?? '') &&
    !(callee.object.type === 'Identifier' && callee.object.name === 'Object')
    ? staticNamed(['Iterator', name])
    : undefined;
}

/** A call is told from a read, which is often of an object of the script's own. */
function called(newer: Newer | undefined, node: AnyNode, parent: AnyNode | undefined): Newer | undefined {
  const isCall = parent?.type === 'CallExpression' && parent.callee === node;
  return newer && isCall ? { ...newer, what: `${newer.what}()` } : newer;
}

function isOptional(node: MemberExpression, parent: AnyNode | undefined): boolean {
  if (parent?.type === 'CallExpression') return parent.callee === node && parent.optional;
  return parent?.type === 'MemberExpression' && parent.object === node && parent.optional;
}

/**
 * The names that a script declares anywhere, the own members of its objects and classes, and the names that it tests in
 * conditions.
 */
function survey(program: AnyNode): Readonly<Record<'declared' | 'own' | 'asked', ReadonlySet<string>>> {
  const [declared, own, asked] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const declare = (node: { readonly id?: AnyNode | null }): void => {
    if (node.id?.type === 'Identifier') declared.add(node.id.name);
  };
  const ask = (test: AnyNode | null | undefined): void => {
    if (test?.type === 'Identifier') asked.add(test.name);
    else if (test?.type === 'MemberExpression') asked.add(nameOf(test) ?? '');
    else if (test?.type === 'UnaryExpression') ask(test.argument);
    else if (test?.type === 'BinaryExpression') [test.left, test.right].forEach(askOrWord);
    else if (test?.type === 'LogicalExpression') [test.left, test.right].forEach(ask);
  };
  const askOrWord = (side: AnyNode): void => {
    if (side.type === 'Literal' && typeof side.value === 'string') asked.add(side.value);
    else ask(side);
  };
  full(program, (found, _, type) => {
    const node = found;
    if (type === 'VariablePattern') declared.add((node as Identifier).name);
    if (node.type === 'Property' || node.type === 'PropertyDefinition' || node.type === 'MethodDefinition') {
      if (!node.computed && node.key.type === 'Identifier') own.add(node.key.name);
    } else if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') ask(node.test);
    else if (node.type === 'LogicalExpression') ask(node.left);
    else if (/^(Function|Class)/.test(node.type)) declare(node as Function);
    else if (/^Import.*Specifier$/.test(node.type)) declared.add((node as ImportSpecifier).local.name);
  });
  return { declared, own, asked };
}

function nameOf({ property, computed }: MemberExpression): string | undefined {
  if (property.type === 'Literal' && typeof property.value === 'string') return property.value;
  return !computed && property.type === 'Identifier' ? property.name : undefined;
}

function pathOf(node: AnyNode): readonly string[] | undefined {
  if (node.type === 'Identifier') return [node.name];
  const name = node.type === 'MemberExpression' ? nameOf(node) : undefined;
  const before = name && node.type === 'MemberExpression' ? pathOf(node.object) : undefined;
  return name && before ? [...before, name] : undefined;
}

/** Line and column, from 1. */
function locate(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `${lines.length}:${lines.at(-1)!.length + 1}`;
}
