import { languageOf } from './language.js';
import { main } from './main.js';
import { openTerminal } from './terminal.js';

// A reader such as head closes the pipe before the end: what is left has no reader.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 70));

const words = process.argv.slice(2);
const terminal = openTerminal(process, languageOf(words, process.env));
process.exitCode = await main(words, terminal);
terminal.end();
