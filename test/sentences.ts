import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSourceFile,
  forEachChild,
  isTaggedTemplateExpression,
  ScriptTarget,
  type Node,
} from 'typescript';
import type { Translation } from '@zj/metrics';

const root = join(import.meta.dirname, '..');

/** The English text of every `say` template in the sources of a folder, with the file that it stands in. */
export function textsOf(folder: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const file = join(folder, name);
    for (const text of textsIn(readFileSync(join(root, file), 'utf8'))) texts.set(text, file);
  }
  return texts;
}

/** The English text of every `say` template in a source. */
export function textsIn(source: string): readonly string[] {
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (isTaggedTemplateExpression(node) && node.tag.getText() === 'say') {
      const { template } = node;
      const parts =
        'head' in template
          ? [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)]
          : [template.text];
      texts.push(parts.reduce((before, after, i) => `${before}{${i - 1}}${after}`));
    }
    forEachChild(node, visit);
  };
  visit(createSourceFile('a.ts', source, ScriptTarget.Latest, true));
  return texts;
}

/** The texts that a language lacks: each with its file. */
export function untold(
  texts: ReadonlyMap<string, string>,
  language: Translation,
): readonly (readonly [text: string, file: string])[] {
  return [...texts].filter(([text]) => text !== '' && !Object.hasOwn(language, text));
}

const gaps = (text: string): string => [...new Set(text.match(/\{\d+\}/g))].sort().join();

/** The translations that lack a parameter of their text, or have one that it has not. */
export function unlike(language: Translation): readonly (readonly [text: string, told: string])[] {
  return Object.entries(language).filter(([text, told]) => gaps(text) !== gaps(told));
}

/** The translations of words that hold no Chinese character. */
export function foreign(language: Translation): readonly (readonly [text: string, told: string])[] {
  return Object.entries(language).filter(
    ([text, told]) => /[a-z]{3}/.test(text.replace(/"[^"]*"|\{\d+\}/g, '')) && !/\p{Script=Han}/u.test(told),
  );
}
