import {
  checkReferences,
  formatProblem,
  parseContract,
  parseManifest,
  parseMetrics,
  parsePlan,
  wordsIn,
  type MetricsFile,
  type Problem,
} from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { edit, parkDatasets, readExample } from '../example.js';
import { chooser, languages, placesOf, thin } from './languages.js';

const files = {
  plan: readExample('plan.json'),
  metrics: readExample('metrics.json'),
  ...Object.fromEntries(parkDatasets.map((name) => [name, readExample(`data/${name}.json`)])),
};

/** All that is wrong with the park's files, each by itself and together. */
function problemsOf({ plan, metrics, ...contracts }: typeof files): readonly Problem[] {
  const [own, measured] = [parsePlan(plan), parseMetrics(metrics)];
  const read = Object.values(contracts).map((contract) => parseContract(contract));
  const problems = [own, measured, ...read].flatMap((one) => one.problems);
  if (problems.length > 0) return problems;
  return checkReferences({
    plan: own.plan!,
    metrics: measured.metrics!,
    contracts: read.map(({ contract }) => contract!),
  });
}

/** Metrics with the units of the park's, which are compared in a language that both have. */
function withUnits(metrics: unknown): unknown {
  return (files.metrics as MetricsFile).metrics.reduce(
    (file, { unit }, i) => edit(file, `metrics.${i}.unit`, unit),
    metrics,
  );
}

describe('a text in one language', () => {
  test.each(Object.keys(files) as (keyof typeof files)[])(
    'is enough everywhere in %s of the park: any text may lose its Chinese, or its English',
    (name) => {
      const places = placesOf(files[name]);
      expect(places.length).toBeGreaterThan(10);
      for (const place of places) {
        for (const language of languages) {
          const text = edit(files[name], `${place}.${language}`, undefined);
          // A unit's singular goes with its English.
          const thinned = language === 'en' ? edit(text, `${place}.one`, undefined) : text;
          expect(
            problemsOf({ ...files, [name]: thinned }).map(formatProblem),
            `${place}.${language}`,
          ).toEqual([]);
        }
      }
    },
  );

  test('is enough in any mixture with others, and each has words in both languages', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const choose = chooser(seed);
      const { plan, metrics, ...contracts } = thin(files, choose);
      const read = parsePlan(plan);
      expect(read.problems).toEqual([]);
      expect(read.plan).toEqual(plan);
      for (const { name, clause, qualifier } of read.plan!.goals)
        for (const text of [name, clause.quote, qualifier])
          for (const language of languages) expect(wordsIn(text, language).words).toMatch(/\S/);
      expect(parseMetrics(withUnits(metrics)).problems).toEqual([]);
      for (const contract of Object.values(contracts)) expect(parseContract(contract).problems).toEqual([]);
    }
  });

  test('is enough in a manifest, too', () => {
    const plan = thin(files.plan, () => ['zh']);
    const { problems } = parseManifest({ ...(edit({}, 'plan', plan) as object), version: 1 });
    expect(problems.filter(({ where }) => where.startsWith('$.plan'))).toEqual([]);
  });

  test('is of the same unit as one that agrees with it in the language that both have', () => {
    const units = (goal: object, metric: object): readonly Problem[] => {
      const plan = edit(files.plan, 'goals.1.unit', goal);
      return problemsOf({ ...files, plan, metrics: edit(files.metrics, 'metrics.2.unit', metric) });
    };
    const both = { zh: '件', en: 'applications' };
    expect(units({ zh: '件' }, both)).toEqual([]);
    expect(units({ en: 'applications' }, both)).toEqual([]);
    expect(units({ ...both, one: 'application' }, both)).toEqual([]);
    expect(units({ en: 'applications', one: 'filing' }, { ...both, one: 'application' })).toEqual([]);
    expect(units({ zh: '家' }, both).map(({ message }) => message)).toEqual([
      'The target is in 家, but the metric pct-applications is in applications (件).',
    ]);
    expect(units({ zh: '件' }, { en: 'applications' })).toHaveLength(1);
  });
});

describe('a text in no language is a problem with its place and what to do', () => {
  const told = (text: unknown): readonly string[] =>
    parsePlan(edit(files.plan, 'goals.1.name', text), { file: 'plan.json' }).problems.map(formatProblem);

  test.each([
    [
      {},
      'plan.json $.goals[1].name: This must be words in Chinese ("zh"), in English ("en") or in both, but is an object. Write one of the two, or both.',
    ],
    [
      { zh: '' },
      'plan.json $.goals[1].name.zh: This must be a text that is not empty, but is "". Write the words in quotes.',
    ],
    [
      { zh: '专利', en: ' ' },
      'plan.json $.goals[1].name.en: This must be a text that is not empty, but is " ". Write the words in quotes.',
    ],
    [{ de: 'Patente' }, 'plan.json $.goals[1].name.de: "de" is not a key of Text. Use one of: zh, en.'],
  ])('%o', (text, problem) => {
    expect(told(text)).toEqual([problem]);
  });

  test('a unit, a qualifier, an organisation and a source say it like any other text', () => {
    const found = [
      parsePlan(edit(files.plan, 'goals.1.unit', { power: 4 })),
      parsePlan(edit(files.plan, 'goals.1.qualifier', { binding: 'firm' })),
      parsePlan(edit(files.plan, 'organisations.0', { role: { zh: '牵头' } })),
      parseContract(edit(files['patents' as keyof typeof files], 'source', { url: 'https://example.org/' })),
    ].map(({ problems }) => problems.map(({ code, where }) => `${code} ${where}`));
    expect(found).toEqual([
      ['wrong-value $.goals[1].unit'],
      ['wrong-value $.goals[1].qualifier'],
      ['wrong-value $.organisations[0]'],
      ['wrong-value $.source'],
    ]);
  });

  test('a unit with a singular and no plural is a problem, with what to do', () => {
    const unit = { zh: '件', one: 'application' };
    const { problems } = parsePlan(edit(files.plan, 'goals.1.unit', unit), { file: 'plan.json' });
    expect(problems.map(formatProblem)).toEqual([
      'plan.json $.goals[1].unit: This must be a unit with its plural ("en") beside its singular ("one"), but is an object. Write "en", the English unit of more than one, or remove "one".',
    ]);
    for (const wrong of [unit, { one: 'application' }]) {
      const changed = edit(edit(files.plan, 'goals.1.unit', wrong), 'goals.0.theme', 'nothing');
      expect(parsePlan(changed).problems.map(({ code }) => code)).toEqual(['wrong-value', 'unknown-theme']);
    }
  });

  test('a text that is missing hides no problem of another kind', () => {
    const changed = edit(edit(files.plan, 'goals.1.name', {}), 'goals.0.theme', 'nothing');
    expect(parsePlan(changed).problems.map(({ code }) => code)).toEqual(['wrong-value', 'unknown-theme']);
  });
});

test('wordsIn gives the language that is asked for, else the one there is', () => {
  const both = { zh: '营业收入', en: 'Revenue' };
  expect(wordsIn(both, 'en')).toEqual({ words: 'Revenue', lang: 'en' });
  expect(wordsIn(both, 'zh')).toEqual({ words: '营业收入', lang: 'zh' });
  expect(wordsIn({ zh: '营业收入' }, 'en')).toEqual({ words: '营业收入', lang: 'zh' });
  expect(wordsIn({ en: 'Revenue' }, 'zh')).toEqual({ words: 'Revenue', lang: 'en' });
});
