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
  const list = (values: MethodVerdict['inputs'], cut = (figure: number): number => figure): string =>
    Object.entries(values ?? {})
      .map(([name, value]) => `${name} ${typeof value === 'number' ? number(cut(value), 4) : (value ?? '—')}`)
      .join(word.semicolon);
  return `${say(words)}\n${word.outputs(list(outputs, cutDown))}\n${word.inputs(list(inputs))}`;
}

/** A result with four decimals, cut down as in the sentence above it: 9.86997 is 9.86 there, and must not read 9.87 here. */
function cutDown(figure: number): number {
  return Math.floor(Number((figure * 1e4).toPrecision(15))) / 1e4;
}
