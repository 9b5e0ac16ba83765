import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { problem, say } from '@zj/metrics/internal';
import type { Problem, Sentence } from '@zj/metrics';

/** A link on the way to a path, that path included, which leads to nothing: with where it leads. */
function findDangling(path: string): { readonly link: string; readonly to: string } | undefined {
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at)) return undefined;
    if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink()) return { link: at, to: readlinkSync(at) };
    if (at === dirname(at)) return undefined;
  }
}

/** That a link on the way to a path leads to nothing; `remedy` is the other way out. */
export function danglingProblem(path: string, remedy: Sentence): Problem | undefined {
  const found = findDangling(path);
  if (!found) return undefined;
  const { link, to } = found;
  return problem({
    code: 'dangling-link',
    where: path,
    message:
      link === resolve(path)
        ? say`This is a link to ${to}, which does not exist.`
        : say`${link} is a link to ${to}, which does not exist.`,
    remedy: say`Create the target of the link, or ${remedy}.`,
  });
}
