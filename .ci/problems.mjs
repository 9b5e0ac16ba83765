// Writes packages/metrics/PROBLEMS.md, the codes of problems and of errors with their meanings, from where they are declared:
// npm run problems
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import ts from 'typescript';

const base = fileURLToPath(new URL('../packages/metrics/src/base/', import.meta.url));
const out = fileURLToPath(new URL('../packages/metrics/PROBLEMS.md', import.meta.url));

/** Each code of a union with the comment above it, below the line comment that heads its part. */
export function readCodes(file) {
  const text = readFileSync(base + file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const union = source.statements.find(ts.isTypeAliasDeclaration).type;
  let part = '';
  return union.types.map((member, i) => {
    // The comments of a member stand before the bar in front of it.
    const from = i === 0 ? source.text.lastIndexOf('=', member.getStart()) : union.types[i - 1].end;
    const before = text.slice(from, member.getStart());
    part = /^\s*\/\/ (.*)$/m.exec(before)?.[1] ?? part;
    const meaning = /\/\*\* ([^]*?) \*\//.exec(before)?.[1];
    if (!meaning) throw new Error(`${member.getText()} of ${file} has no meaning: write one above it.`);
    return { part, code: member.literal.text, meaning };
  });
}

/** The text of PROBLEMS.md. */
export async function writeProblems() {
  const problems = readCodes('problem-code.ts');
  const parts = [...new Set(problems.map(({ part }) => part))];
  const table = (codes) =>
    [
      '| code | meaning |',
      '|---|---|',
      ...codes.map(({ code, meaning }) => `| \`${code}\` | ${meaning} |`),
    ].join('\n');
  const text = [
    '# Problems and errors',
    'Parsers and readers return problems of the input as a list. Each problem has a `code` for programs, and a place, a message and a remedy for people. Other functions throw a `MetricsError`. It also has a `code`, and lists the `problems` if the input is the cause. Codes keep their meaning; messages may change.',
    "```js\nconst error = await metrics.query({ metric: \"revenu\" }).catch((error) => error);\nerror.code; // 'UNKNOWN_NAME'\nerror.problems.map(({ code, where }) => [code, where]); // [['unknown-metric', '$.metric']]\n```",
    '## Problems',
    ...parts.flatMap((part) => [`### ${part}`, table(problems.filter((one) => one.part === part))]),
    '## Errors',
    table(readCodes('error.ts')),
  ].join('\n\n');
  return format(text, { parser: 'markdown', singleQuote: true, printWidth: 110 });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(out, await writeProblems());
