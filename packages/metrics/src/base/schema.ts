import * as v from 'valibot';
import { nearest, suggest } from './nearest.js';
import { listed, say, type Parameter, type Sentence } from './sentence.js';
import type { Bilingual, Text } from './text.js';

/** A schema that takes any input and gives a `T`. */
export type Schema<T> = v.GenericSchema<unknown, T>;

/** A key that may be absent. A box and no schema, so that none is taken for the other. */
export interface Optional<T> {
  readonly optional: Schema<T>;
}

/** One schema a key, so that an interface and its schema cannot drift apart: no key more, none less, each as optional as declared. */
export type Entries<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? Optional<Exclude<T[K], undefined>> : Schema<T[K]>;
};

/** That a key may be absent. */
export const optional = <T>(schema: Schema<T>): Optional<T> => ({ optional: schema });

/** The words of a schema about a wrong value. */
export interface Expectation {
  /** The expected value: `a list`. */
  readonly expected: Sentence;
  readonly remedy: Sentence;
}

/** An expectation in the one string that a schema may carry. */
export const says = (expected: Sentence, remedy: Sentence) =>
  JSON.stringify({ expected, remedy } satisfies Expectation);
/** Reads the text of {@link says}. */
export const readSays = (message: string) => JSON.parse(message) as Expectation;

/** The name and the keys of an object: the words of its schema about an unknown key. */
export interface OwnKeys {
  readonly name: string;
  readonly keys: readonly string[];
}

/** An object with exactly these keys. `name` is the interface that it is the schema of; `remedy` is for what is no object. */
export function fields<T extends object>(
  name: string,
  entries: Entries<T>,
  remedy = say`Write it in braces: { … }.`,
): Schema<T> {
  const declared = Object.entries<Schema<unknown> | Optional<unknown>>(entries);
  const schemas = ownKeys(
    Object.fromEntries(
      declared.map(([key, entry]) => [key, 'optional' in entry ? v.exactOptional(entry.optional) : entry]),
    ),
  );
  const keys = Object.keys(schemas);
  const schema = v.pipe(
    v.custom<object>(isObject, says(say`an object`, remedy)),
    v.transform(ownKeys),
    v.strictObject(schemas, ({ expected, path }) =>
      expected === 'never'
        ? JSON.stringify({ name, keys } satisfies OwnKeys)
        : expectation(schemas[path!.at(-1)!.key as string]!),
    ),
    v.title(name),
  );
  return schema as unknown as Schema<T>;
}

/** A copy without a prototype: a key that a page put on every object is neither the input's nor the schema's. */
function ownKeys<T extends object>(object: T): T {
  return Object.assign(Object.create(null) as T, object);
}

/** The words of a schema about a missing value. */
function expectation(schema: Schema<unknown>): string {
  return v.safeParse(schema, undefined).issues?.[0].message ?? '';
}

function isObject(input: unknown): boolean {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

/** A list; where `least` is 1, not an empty one. */
export function list<T>(item: Schema<T>, least: 0 | 1 = 0) {
  const array = v.array(item, says(say`a list`, say`Write it in brackets: [ … ].`));
  if (least === 0) return array;
  return v.pipe(array, v.minLength(least, says(say`a list that is not empty`, say`Add at least one entry.`)));
}

/** One of these words. `remedy` says what they mean, to a text that is near to none of them. */
export function oneOf<T extends string>(words: Readonly<Record<T, true>>, remedy?: Sentence): Schema<T> {
  const options = Object.keys(words) as T[];
  const expected = say`one of ${listed(options)}`;
  return v.picklist(options, ({ input }) => {
    const word = typeof input === 'string' ? input : '';
    return says(expected, remedy && !nearest(word, options) ? remedy : suggest(word, options));
  });
}

/** One of two kinds of object; `form` shows both. */
export function either<T, U>(one: Schema<T>, other: Schema<U>, form: Parameter): Schema<T | U> {
  return v.union([one, other], says(say`of one of two forms`, say`Write ${form}.`));
}

/** A value or `null`. */
export const orNull = <T>(schema: Schema<T>): Schema<T | null> => v.nullable(schema);

/** A text that follows a pattern; at most 200 characters, so that no pattern works long. */
export function pattern(form: RegExp, expected: Sentence, remedy: Sentence) {
  const message = says(expected, remedy);
  return v.pipe(v.string(message), v.maxLength(200, message), v.regex(form, message));
}

const notEmpty = says(say`a text that is not empty`, say`Write the words in quotes.`);
/** Words for people. */
export const words = v.pipe(v.string(notEmpty), v.regex(/\S/, notEmpty));

const anyLanguage = says(
  say`words in Chinese ("zh"), in English ("en") or in both`,
  say`Write one of the two, or both.`,
);
const oneAtLeast = { anyOf: [{ required: ['zh'] }, { required: ['en'] }] };

/** Words that people write, in at least one language, with what else stands beside them. */
export function written<T extends Text>(name: string, beside: Entries<Omit<T, keyof Text>>): Schema<T> {
  const language = { zh: optional(words), en: optional(words) };
  const schema = v.pipe(
    fields<Partial<Bilingual>>(name, { ...language, ...beside }),
    v.check(({ zh, en }) => (zh ?? en) !== undefined, anyLanguage),
    v.metadata(oneAtLeast),
    v.title(name),
  );
  return schema as unknown as Schema<T>;
}

/** A name for programs and addresses. */
export const id = pattern(
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  say`a name of lower-case letters, digits and hyphens`,
  say`Write it like pct-applications.`,
);

/** A column's name, the same in the file's header, in SQL and in a query. */
export const columnName = pattern(
  /^[a-z][a-z0-9_]{0,62}$/,
  say`a name of lower-case letters, digits and underscores`,
  say`Write it like filing_date.`,
);

/** The address of a page, as text that begins like one. */
export const address = pattern(
  /^https?:\/\/[^\s"'<>]+$/,
  say`the address of a web page`,
  say`Write it like https://www.pudong.gov.cn/.`,
);

const finite = says(
  say`a number`,
  say`Write digits without quotes, spaces or separators, such as 6000 or 0.95.`,
);
/** A number that a double holds. */
export const figure = v.pipe(
  v.number(finite),
  v.finite(says(say`a number that is not too large`, say`Write a smaller number.`)),
);

/** A number from `least` to `most`. */
export function figureFrom(least: number, most: number) {
  const message = says(say`a number from ${least} to ${most}`, say`Write a number from ${least} to ${most}.`);
  return v.pipe(v.number(message), v.minValue(least, message), v.maxValue(most, message));
}

/** A share or a probability. */
export const share = figureFrom(0, 1);

/** A whole number from `least` to `most`. */
export function whole(least = 0, most = Number.MAX_SAFE_INTEGER) {
  const range = most === Number.MAX_SAFE_INTEGER ? say`${least} or more` : say`from ${least} to ${most}`;
  const message = says(say`a whole number, ${range}`, say`Write a whole number, ${range}.`);
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message));
}

/** Yes or no. */
export const flag = v.boolean(says(say`true or false`, say`Write true or false, without quotes.`));

/** The version of a file's form: there is one so far. */
export const version = v.literal(1, says(say`1`, say`There is no other version yet.`));

/** The address of the JSON Schema, for editors. */
export const schemaAddress = optional(words);
