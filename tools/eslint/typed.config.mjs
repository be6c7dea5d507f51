/**
 * `node tools/eslint/lint.mts --typed`: the rules that need types (unhandled promises, values of type `any`), over
 * what the server ships. They take four times as long as all others together, so they are not part of every lint.
 */
import { defineConfig } from 'eslint/config';
import base from '../../eslint.config.mjs';

const rule = (name) => `@typescript-eslint/${name}`;
const NAMES = [
  'await-thenable',
  'no-base-to-string',
  'no-floating-promises',
  'no-misused-promises',
  'no-unnecessary-condition',
  'no-unsafe-argument',
  'no-unsafe-assignment',
  'no-unsafe-call',
  'no-unsafe-member-access',
  'no-unsafe-return',
  'only-throw-error',
  'prefer-promise-reject-errors',
  'switch-exhaustiveness-check',
];

export default defineConfig(...base, {
  files: ['apps/**/*.ts', 'libs/**/*.ts'],
  ignores: ['**/*.spec.ts', 'apps/web/**', 'libs/web/**'],
  languageOptions: { parserOptions: { projectService: true } },
  rules: Object.fromEntries(NAMES.map((name) => [rule(name), 'error'])),
});
