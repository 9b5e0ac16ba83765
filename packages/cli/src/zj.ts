import { languageOf } from './language.js';
import { main } from './main.js';
import { openTerminal } from './terminal.js';

const words = process.argv.slice(2);
const terminal = openTerminal(process, languageOf(words, process.env));
process.exitCode = await main(words, terminal);
terminal.end();
