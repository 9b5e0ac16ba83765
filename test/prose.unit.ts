import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSourceFile,
  forEachChild,
  getLeadingCommentRanges,
  getTrailingCommentRanges,
  ScriptTarget,
  type Node,
} from 'typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const folders = ['packages', 'stories', 'examples', 'test', '.ci'];
/** At most so many comments in a hundred may have one: some questions do. */
const most = 2;

const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs)$/.test(name) && !/(^|\/)(dist|node_modules)\//.test(name))
    .map((name) => join(folder, name)),
);

/** The comments of a source. */
function commentsOf(text: string): readonly string[] {
  const comments = new Map<number, string>();
  const visit = (node: Node): void => {
    for (const { pos, end } of [
      ...(getLeadingCommentRanges(text, node.pos) ?? []),
      ...(getTrailingCommentRanges(text, node.end) ?? []),
    ]) {
      comments.set(pos, text.slice(pos, end));
    }
    forEachChild(node, visit);
  };
  visit(createSourceFile('', text, ScriptTarget.Latest, true));
  return [...comments.values()];
}

test('comments name things: hardly any has a clause with "what" in place of a noun', () => {
  const comments = files.flatMap((file) =>
    commentsOf(readFileSync(join(root, file), 'utf8')).map((comment) => `${file}: ${comment}`),
  );
  expect(comments.length).toBeGreaterThan(3000);
  const found = comments.filter((comment) => /: .*\b[Ww]hat(ever)?\b/s.test(comment));
  expect(found.length / comments.length, found.join('\n')).toBeLessThan(most / 100);
});
