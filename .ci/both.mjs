// Runs command lines side by side, each told when it has ended, and fails where one does: node .ci/both.mjs 'tsc -p test' 'eslint .'
import { spawn } from 'node:child_process';

const lines = process.argv.slice(2);
const codes = await Promise.all(
  lines.map(
    (line) =>
      new Promise((resolve) => {
        const child = spawn(line, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
        let told = '';
        for (const stream of [child.stdout, child.stderr])
          stream.setEncoding('utf8').on('data', (text) => (told += text));
        child.on('close', (code) => {
          process.stdout.write(told);
          if (code !== 0) console.error(`failed: ${line}`);
          resolve(code ?? 1);
        });
      }),
  ),
);
process.exit(codes.every((code) => code === 0) ? 0 : 1);
