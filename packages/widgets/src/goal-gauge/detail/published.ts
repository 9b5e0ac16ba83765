import type { MethodVerdict } from '@zj/metrics';
import type { Tellable } from './tellable.js';
import { nameOf, type Row, type Teller } from './teller.js';

/** The result of every published method for a goal, under its own names, or why it does not apply (METHODS §6). */
export function publishedRows({ methods }: Tellable, teller: Teller): readonly Row[] {
  const { word } = teller;
  return methods.map((method) => [nameOf(method.method, word.publishedMethods), tellMethod(method, teller)]);
}

function tellMethod({ inputs, outputs, words }: MethodVerdict, { word, say, number }: Teller): string {
  if (!outputs) return word.notApplicable(say(words));
  const list = (values: MethodVerdict['inputs']): string =>
    Object.entries(values ?? {})
      .map(([name, value]) => `${name} ${typeof value === 'number' ? number(value, 4) : (value ?? '—')}`)
      .join(word.semicolon);
  return `${say(words)}\n${word.outputs(list(outputs))}\n${word.inputs(list(inputs))}`;
}
