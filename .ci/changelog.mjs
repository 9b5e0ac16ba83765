// Holds a branch to its word in CHANGELOG.md: who changes a package's sources adds a line under "## Unreleased", or says in a commit
// that readers notice nothing: "Changelog: none". Run with the branch to compare with: node .ci/changelog.mjs origin/main
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What is wrong with a branch by the files that it changed, the lines that it added to CHANGELOG.md and its commits' messages. */
export function missingEntry({ files, added, messages }) {
  const changed = files.filter((file) => /^packages\/[a-z]+\/(src|schema|package\.json)/.test(file));
  if (changed.length === 0 || added.some((line) => line.trim() !== '')) return undefined;
  if (/^Changelog: none$/m.test(messages)) return undefined;
  const others = changed.length > 1 ? ` and ${changed.length - 1} more` : '';
  return `${changed[0]}${others} changed, but CHANGELOG.md did not. Add a line under "## Unreleased" that says what users notice, or write "Changelog: none" as a line of a commit's message.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const base = process.argv[2] ?? 'origin/main';
  const git = (...words) => execFileSync('git', words, { encoding: 'utf8' });
  const problem = missingEntry({
    files: git('diff', '--name-only', `${base}...HEAD`).split('\n'),
    added: git('diff', '--unified=0', `${base}...HEAD`, '--', 'CHANGELOG.md')
      .split('\n')
      .filter((line) => /^\+(?!\+\+ )/.test(line))
      .map((line) => line.slice(1)),
    messages: git('log', '--format=%B', `${base}..HEAD`),
  });
  console.log(problem ?? 'CHANGELOG.md: nothing is missing');
  process.exit(problem ? 1 : 0);
}
