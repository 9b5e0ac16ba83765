import { generate, parse, walk, type CssNode, type WalkContext } from 'css-tree';
import { find, newerThanFloor, type Feature, type Finding } from './floor.js';

const remedy =
  'Write a fallback before it in the same block, or a rule for the floor and this one inside @supports.';

/** Does a text hold rules of a style sheet? */
export function isSheet(text: string): boolean {
  return /(^|[}\s;])[:.#[@*\w][^{}();=]*(\([^{}=]*\)[^{}();=]*)*\{\s*[-\w]+\s*:[^{}]*\}/.test(text);
}

/**
 * The features of a style sheet that the floor lacks and that have no fallback: neither `@supports` around it nor an earlier
 * declaration of the same property in the same block. A declaration with `var()` in its value is dropped too late to fall back on
 * an earlier one.
 */
export function checkSheet(file: string, text: string): readonly Finding[] {
  const findings: Finding[] = [];
  /** Properties that each block has declared so far. */
  const before = new Map<CssNode, Set<string>>();
  let supports = 0;
  let covered = false;

  function report(at: CssNode, what: string, feature: Feature): boolean {
    const since = newerThanFloor(feature?.__compat);
    const { line, column } = at.loc!.start;
    if (since) findings.push({ file, position: `${line}:${column}`, what, since, remedy });
    return since !== undefined;
  }

  function enter(this: WalkContext, node: CssNode): void {
    if (node.type === 'Atrule' && node.name === 'supports') supports++;
    if (supports > 0) return;
    const inside = this.declaration?.property;
    switch (node.type) {
      case 'Atrule':
        report(node, `@${node.name}`, find('css', 'at-rules', node.name));
        break;
      case 'Rule':
        if (this.rule) report(node, 'nested rules', find('css', 'selectors', 'nesting'));
        break;
      case 'Raw':
        // A nested rule that begins with the name of a tag.
        if (!this.declaration && node.value.includes('{'))
          report(node, 'nested rules', find('css', 'selectors', 'nesting'));
        break;
      case 'PseudoClassSelector':
        report(node, `:${node.name}`, find('css', 'selectors', node.name));
        break;
      case 'PseudoElementSelector':
        report(node, `::${node.name}`, find('css', 'selectors', node.name));
        break;
      case 'Feature':
        report(node, `@media (${node.name})`, find('css', 'at-rules', 'media', node.name));
        break;
      case 'Declaration': {
        const name = node.property.replace(/^-(webkit|moz)-/, '');
        const earlier = before.get(this.block!) ?? new Set();
        before.set(this.block!, earlier);
        covered = earlier.has(name) && !generate(node.value).includes('var(');
        earlier.add(name);
        // A finding about the property holds for all of its values.
        if (!covered && !node.property.startsWith('-'))
          covered = report(node, node.property, find('css', 'properties', node.property));
        break;
      }
      case 'Identifier':
        if (inside && !covered)
          report(node, `${inside}: ${node.name}`, find('css', 'properties', inside, node.name));
        break;
      case 'Function':
        if (inside && !covered) report(node, `${node.name}()`, functionNamed(node.name));
        break;
      case 'Dimension':
        if (inside && !covered)
          report(node, `the unit ${node.unit}`, find('css', 'types', 'length', node.unit));
    }
  }
  function leave(node: CssNode): void {
    if (node.type === 'Atrule' && node.name === 'supports') supports--;
  }
  walk(parse(text, { positions: true, parseCustomProperty: true }), { enter, leave });
  return findings;
}

/** A function of values, by itself or below the type that it gives. */
function functionNamed(name: string): Feature {
  const types = Object.values(find('css', 'types') ?? {}) as readonly Feature[];
  return find('css', 'types', name) ?? types.find((type) => type && Object.hasOwn(type, name))?.[name];
}
