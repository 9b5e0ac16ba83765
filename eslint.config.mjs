import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['**/dist/', 'build/', 'coverage/', 'packages/widgets/frameworks/*.d.ts']),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['packages/*/tsconfig.json', 'test/tsconfig.json', 'test/frameworks/types/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
        { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Use modules.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
    },
  },
  {
    files: ['vitest.config.ts', 'test/mutation/vitest.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Storybook reads a configuration, and what stories have in common, from the default export.
    files: ['.storybook/*.ts', 'stories/*.stories.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['packages/widgets/src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
  },
  {
    // What judges and computes reads no clock, no locale and no time zone.
    files: ['packages/metrics/src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'Intl', message: 'Logic knows no locale.' }],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Logic reads no clock: asOf is passed in.' },
        { object: 'Math', property: 'random', message: 'Results are reproducible.' },
      ],
    },
  },
  {
    files: ['**/*.mjs', 'examples/**/*.js', '.ci/bundle/start.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'console',
          'process',
          'document',
          'window',
          'location',
          'URL',
          'URLSearchParams',
          'fetch',
          'performance',
          'customElements',
          'history',
          'AbortController',
          'Blob',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
