import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { scripts, engines } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: Readonly<Record<string, string>>;
};
const guide = read('CONTRIBUTING.md');

test.each(['CONTRIBUTING.md', 'README.md', '.github/workflows/nightly.yml'])(
  '%s names commands that there are',
  (file) => {
    const named = [...read(file).matchAll(/\bnpm run (?:--silent )?([a-z][a-z:-]*)/g)].map(
      ([, name]) => name!,
    );
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  },
);

test('the files that the guide for contributors names are there, but for those that a recipe makes', () => {
  const paths = [...guide.matchAll(/`((?:packages|test|stories|examples|\.ci|\.github)\/[\w./-]+)`/g)].map(
    ([, path]) => path!,
  );
  const made = /flow-chart|flow-shape|new-index|\/de\.ts|NAME/;
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path) => !made.test(path) && !existsSync(join(root, path)))).toEqual([]);
});

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Readonly<Record<string, string>>[] }>>;
}

test.each(['ci', 'nightly'])(
  'the workflow %s may write nothing, and names every action in one version',
  (name) => {
    const { permissions, jobs } = parse(read(`.github/workflows/${name}.yml`)) as Workflow;
    expect(permissions).toEqual({ contents: 'read' });
    const actions = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => !/^actions\/[a-z-]+@v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  },
);

test('CI runs the tests with the oldest Node that the packages name, and with newer ones', () => {
  const { jobs } = parse(read('.github/workflows/ci.yml')) as {
    jobs: { test: { strategy: { matrix: { node: number[] } }; steps: { run?: string }[] } };
  };
  const { node } = jobs.test.strategy.matrix;
  expect(engines.node).toBe(`>=${node[0]}.19`);
  expect(node).toEqual([20, 22, 24]);
  expect(jobs.test.steps.flatMap(({ run }) => run ?? [])).toEqual(['bash .ci/run']);
});

test.each(['wrong-number', 'gauge-not-shown', 'idea'])(
  'the form %s asks in Chinese and in English',
  (name) => {
    const form = parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`)) as {
      readonly name: string;
      readonly description: string;
      readonly body: readonly {
        readonly type: string;
        readonly id?: string;
        readonly attributes: { readonly label?: string };
      }[];
    };
    const asked = form.body.filter(({ type }) => type !== 'markdown');
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
    for (const text of [form.name, form.description, ...asked.map(({ attributes }) => attributes.label!)])
      expect(text).toMatch(/\p{Script=Han}.*[A-Za-z]{3}/u);
  },
);
