import eslint from '@eslint/js';
import type { TSESLint } from '@typescript-eslint/utils';
import tseslint from 'typescript-eslint';
import { SCRIPTS, SPECS, TYPESCRIPT } from './files.mts';

type Config = TSESLint.FlatConfig.Config;

/** What any TypeScript project would want; the house's own rules are beside this. */
export const typescript: readonly Config[] = [
  { files: SCRIPTS, ...(eslint.configs.recommended as Config) },
  { files: SCRIPTS, ...(tseslint.configs.base as Config) },
  ...[...tseslint.configs.strict, ...tseslint.configs.stylistic].map((config) => ({
    ...(config as Config),
    files: TYPESCRIPT,
  })),
  {
    files: SCRIPTS,
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-implicit-coercion': ['error', { boolean: false }],
      'no-param-reassign': 'error',
      'no-undef': 'off',
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'hack', 'xxx'], location: 'start' }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: TYPESCRIPT,
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/ban-ts-comment': 'error',
      // Nest modules and Angular's decorated classes have no members of their own.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_$', caughtErrors: 'all', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    files: SPECS,
    ignores: ['**/*.{html,json,md,mjs}'],
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
];
