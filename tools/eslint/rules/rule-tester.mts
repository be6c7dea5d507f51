import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';

/** Tries rules on TypeScript, with decorators as the API and the web app write them. */
export const ruleTester = new RuleTester({
  languageOptions: { parser: tseslint.parser as never, ecmaVersion: 'latest', sourceType: 'module' },
});
