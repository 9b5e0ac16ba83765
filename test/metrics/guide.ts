import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A fenced block of the guide: its language, the file it is where it names one, and its text. */
export interface Block {
  readonly language: string;
  readonly file: string | undefined;
  readonly text: string;
}

/** The fenced blocks of GUIDE.md, in order. */
export function readBlocks(): readonly Block[] {
  const guide = readFileSync(join(import.meta.dirname, '../../packages/metrics/GUIDE.md'), 'utf8');
  return [...guide.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(([, language, file, text]) => ({
    language: language!,
    file,
    text: text!,
  }));
}
