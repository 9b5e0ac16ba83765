// Checks each package for bundlers and TypeScript: publint and arethetypeswrong.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const folder = mkdtempSync(join(tmpdir(), 'zj-pack-'));
let faults = 0;
for (const name of ['metrics', 'widgets']) {
  const pkgDir = `packages/${name}`;
  const { messages, pkg } = await publint({ pkgDir, strict: true, pack: 'npm' });
  for (const message of messages) console.error(`${pkgDir}: ${formatMessage(message, pkg)}`);
  faults += messages.length;
  try {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--pack-destination', folder, `./${pkgDir}`], {
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    const excluded =
      name === 'metrics'
        ? ['schema/*', 'browser/*']
        : [
            ...Object.keys(JSON.parse(readFileSync('packages/widgets/sizes.json', 'utf8'))),
            'zj.css',
            'zj-page.css',
            'tokens/*',
            'custom-elements.json',
          ];
    const args = [
      'attw',
      join(folder, packed.filename),
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      ...excluded,
      '--no-emoji',
      '--format',
      'ascii',
    ];
    execFileSync('npx', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  } catch (error) {
    console.error(`${pkgDir}: ${error.stdout ?? error}`);
    faults++;
  }
}
rmSync(folder, { recursive: true });
console.log(faults === 0 ? 'packages: exports and types hold' : `packages: ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
