import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  forEachChild,
  createSourceFile,
  isTaggedTemplateExpression,
  ScriptTarget,
  type Node,
} from 'typescript';
import { expect, test } from 'vitest';
import { zhCN } from '@zj/metrics/zh-CN';

const root = join(import.meta.dirname, '../../..');

/** The English text of every `say` template in these files. */
export function textsOf(folder: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const file = join(folder, name);
    const visit = (node: Node): void => {
      if (isTaggedTemplateExpression(node) && node.tag.getText() === 'say') {
        const { template } = node;
        const parts =
          'head' in template
            ? [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)]
            : [template.text];
        texts.set(
          parts.reduce((before, after, i) => `${before}{${i - 1}}${after}`),
          file,
        );
      }
      forEachChild(node, visit);
    };
    visit(createSourceFile(file, readFileSync(join(root, file), 'utf8'), ScriptTarget.Latest, true));
  }
  return texts;
}

const gaps = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/g))].sort();
const texts = textsOf('packages/metrics/src');

test('every sentence of the SDK has a Chinese text', () => {
  expect([...texts].filter(([text]) => !Object.hasOwn(zhCN, text) && text !== '')).toEqual([]);
});

test('every Chinese text is that of a sentence', () => {
  expect(Object.keys(zhCN).filter((text) => !texts.has(text))).toEqual([]);
});

test('a Chinese text has the parameters of the English one', () => {
  const lost = Object.entries(zhCN).filter(([text, told]) => gaps(text).join() !== gaps(told).join());
  expect(lost).toEqual([]);
});

test('a Chinese text is Chinese', () => {
  const words = Object.entries(zhCN).filter(([text]) =>
    /[a-z]{3}/.test(text.replace(/"[^"]*"|\{\d+\}/g, '')),
  );
  expect(words.filter(([, told]) => !/\p{Script=Han}/u.test(told))).toEqual([]);
});
