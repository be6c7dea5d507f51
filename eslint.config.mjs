import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier/flat';
import { boundaries } from './tools/eslint/config/boundaries.mts';
import { house } from './tools/eslint/config/house.mts';
import { typescript } from './tools/eslint/config/typescript.mts';
import { web } from './tools/eslint/config/web.mts';

export default defineConfig(
  globalIgnores(['dist', 'tmp', 'coverage', 'artifacts', '.data', '.nx', '.angular', 'tools/eslint/forbidden-samples']),
  // A comment switches nothing off, anywhere: what a rule forbids wrongly is a fault of the rule.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  ...typescript,
  ...web,
  ...house,
  ...boundaries,
  prettier,
);
