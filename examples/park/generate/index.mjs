import { generate } from './generate.mjs';

process.exitCode = await generate(process.argv.slice(2), console);
