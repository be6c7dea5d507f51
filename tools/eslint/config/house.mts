import type { TSESLint } from '@typescript-eslint/utils';
import { plugin } from '../rules/plugin.mts';
import { CONFIGURATION, COPY_TO_MEASURE_AGAINST, SCRIPTS, SHIPPED, SIMULATORS, SPECS, TOOLS } from './files.mts';
import { ownedTables } from './owned-tables.mts';

type Config = TSESLint.FlatConfig.Config;

/** The house's style: what CONTRIBUTING marks with ✓. */
export const house: readonly Config[] = [
  {
    files: SCRIPTS,
    plugins: { headwater: plugin },
    rules: {
      'max-lines': ['error', 350],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'headwater/closed-names': 'error',
      'headwater/environment-only-in-env': 'error',
      'headwater/file-names': 'error',
      'headwater/max-parameters': 'error',
      'headwater/no-deep-import': 'error',
      'headwater/no-default-export': 'error',
      'headwater/no-enum': 'error',
      'headwater/no-focused-or-skipped-test': 'error',
      'headwater/no-swallowed-failure': 'error',
      'headwater/no-wildcard-export': 'error',
      'headwater/testing-only-in-specs': 'error',
    },
  },
  { files: ['{libs,docs/examples}/**/src/index.ts'], rules: { 'headwater/only-re-exports': 'error' } },
  {
    files: [...SHIPPED, 'tools/**/*.ts', 'tools/**/*.mts'],
    ignores: [...SIMULATORS, ...COPY_TO_MEASURE_AGAINST],
    rules: { 'headwater/no-operational-persistence': ['error', await ownedTables()] },
  },
  // A spec may keep orders in memory, or smuggle a table in, to prove that something finds it.
  {
    files: SPECS,
    rules: {
      'max-lines': ['error', 500],
      'max-lines-per-function': 'off',
      'headwater/no-operational-persistence': 'off',
      'headwater/testing-only-in-specs': 'off',
    },
  },
  {
    files: TOOLS,
    rules: {
      'no-console': 'off',
      'headwater/environment-only-in-env': 'off',
      'headwater/testing-only-in-specs': 'off',
    },
  },
  { files: ['**/env.ts'], rules: { 'headwater/environment-only-in-env': 'off' } },
  {
    files: CONFIGURATION,
    rules: { 'headwater/no-default-export': 'off', 'headwater/environment-only-in-env': 'off' },
  },
];
