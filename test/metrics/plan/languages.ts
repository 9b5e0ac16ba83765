import { random } from '../goal/random.js';

export const languages = ['zh', 'en'] as const;
type Language = (typeof languages)[number];

/** Whether JSON is a text in both languages. */
function isText(json: unknown): json is Readonly<Record<Language, string>> {
  return languages.every(
    (language) => typeof (json as Record<string, unknown> | null)?.[language] === 'string',
  );
}

/** The places of all texts of JSON that are in both languages: `goals.0.name`. */
export function placesOf(json: unknown, at = ''): readonly string[] {
  if (typeof json !== 'object' || json === null) return [];
  const below = Object.entries(json).flatMap(([key, value]) =>
    placesOf(value, at === '' ? key : `${at}.${key}`),
  );
  return isText(json) ? [at, ...below] : below;
}

/** JSON whose texts keep one of their languages, or both, as `choose` says; without its English a unit has no singular of it. */
export function thin<T>(json: T, choose: () => readonly Language[]): T {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((item: unknown) => thin(item, choose)) as T;
  const kept = isText(json) ? choose() : languages;
  return Object.fromEntries(
    Object.entries(json)
      .filter(([key]) => {
        if (!isText(json)) return true;
        const language = key === 'one' ? 'en' : (key as Language);
        return !languages.includes(language) || kept.includes(language);
      })
      .map(([key, value]) => [key, thin(value as unknown, choose)]),
  ) as T;
}

/** Chooses one language or both, the same for the same seed. */
export function chooser(seed: number): () => readonly Language[] {
  const next = random(seed);
  return () => [['zh'], ['en'], languages][Math.floor(next() * 3)] as readonly Language[];
}
