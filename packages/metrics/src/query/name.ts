import * as v from 'valibot';
import { says, type Schema } from '../base/schema.js';
import { say } from '../base/sentence.js';

// Which names and values there are, the contract knows: here they need only be texts.
export const name: Schema<string> = v.string(says(say`a text`, say`Write it in quotes.`));
