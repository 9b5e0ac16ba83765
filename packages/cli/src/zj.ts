import { main } from './main.js';
import { openTerminal } from './terminal.js';

const terminal = openTerminal(process);
process.exitCode = await main(process.argv.slice(2), terminal);
terminal.end();
