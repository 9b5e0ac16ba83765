/** Words for people that can be told in any language: an English text with gaps, and the parameters that stand in them. */
export interface Sentence {
  /** English, with `{0}`, `{1}`, … as its gaps. It is the key of its translations: a changed text needs them anew. */
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

/** A name or a figure reads the same in every language; a sentence inside a sentence is told in the language of the whole. */
export type Parameter = string | number | Sentence;

/** A language: each English text with its translation, which may order the gaps in another way. */
export type Translation = Readonly<Record<string, string>>;

/**
 * A sentence, written as a template.
 *
 * @example
 * const sentence = say`${'target'} must be above ${0}.`;
 * sentence.text; // '{0} must be above {1}.'
 * printSentence(sentence); // 'target must be above 0.'
 * printSentence(sentence, { '{0} must be above {1}.': '{0} 必须大于 {1}。' }); // 'target 必须大于 0。'
 */
export function say(texts: TemplateStringsArray, ...parameters: readonly Parameter[]): Sentence {
  const text = texts.reduce((before, after, i) => `${before}{${i - 1}}${after}`);
  return { text, parameters };
}

/** The sentence in a language; in English without one, and where the language lacks it. */
export function printSentence({ text, parameters }: Sentence, translation: Translation = {}): string {
  const template = Object.hasOwn(translation, text) ? translation[text]! : text;
  return template.replace(/\{(\d+)\}/g, (gap, index: string) => {
    const parameter = parameters[Number(index)];
    if (parameter === undefined) return gap;
    return typeof parameter === 'object' ? printSentence(parameter, translation) : String(parameter);
  });
}

/**
 * Several sentences, one after the other.
 *
 * @example
 * printSentence(inTurn([say`Correct it.`, say`Try again.`])); // 'Correct it. Try again.'
 */
export function inTurn(sentences: readonly Sentence[]): Sentence {
  return sentences.length === 0 ? say`` : sentences.reduce((before, after) => say`${before} ${after}`);
}

/**
 * Names as a choice.
 *
 * @example
 * printSentence(oneOfThese(['day', 'month', 'year'])); // 'day, month or year'
 */
export function oneOfThese(names: readonly Parameter[]): Parameter {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : say`${listed(names.slice(0, -1))} or ${last}`;
}

/**
 * Names that are meant together.
 *
 * @example
 * printSentence(say`${allOfThese(['month', 'zone'])} are the key.`); // 'month and zone are the key.'
 */
export function allOfThese(names: readonly Parameter[]): Parameter {
  return names.length === 0 ? '' : names.reduce((before, after) => say`${before} and ${after}`);
}

/**
 * Names, one after the other.
 *
 * @example
 * printSentence(say`${listed(['day', 'month', 'year'])}`); // 'day, month, year'
 */
export function listed(names: readonly Parameter[]): Parameter {
  return names.length === 0 ? '' : names.reduce((before, after) => say`${before}, ${after}`);
}
