import type { TSESLint } from '@typescript-eslint/utils';
import angular from 'angular-eslint';
import { plugin } from '../rules/plugin.mts';
import { TEMPLATES, WEB } from './files.mts';

type Config = TSESLint.FlatConfig.Config;

/** Angular: components by the house's conventions, templates that everybody can use. */
export const web: readonly Config[] = [
  ...angular.configs.tsRecommended.map((config) => ({ ...(config as Config), files: WEB })),
  {
    files: WEB,
    processor: angular.processInlineTemplates as TSESLint.FlatConfig.Processor,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'hw', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'hw', style: 'camelCase' }],
      '@angular-eslint/computed-must-return': 'error',
      '@angular-eslint/no-uncalled-signals': 'off',
      '@angular-eslint/prefer-host-metadata-property': 'error',
      '@angular-eslint/prefer-signals': ['error', { useTypeChecking: false }],
      '@angular-eslint/relative-url-prefix': 'error',
    },
  },
  ...[...angular.configs.templateRecommended, ...angular.configs.templateAccessibility].map((config) => ({
    ...(config as Config),
    files: TEMPLATES,
  })),
  {
    files: TEMPLATES,
    plugins: { headwater: plugin },
    rules: {
      '@angular-eslint/template/click-events-have-key-events': 'off',
      '@angular-eslint/template/interactive-supports-focus': 'off',
      'headwater/click-events-have-key-events': 'error',
      'headwater/interactive-supports-focus': 'error',
      '@angular-eslint/template/button-has-type': 'error',
      '@angular-eslint/template/no-any': 'error',
      '@angular-eslint/template/no-duplicate-attributes': 'error',
      '@angular-eslint/template/no-inline-styles': ['error', { allowBindToStyle: true }],
      '@angular-eslint/template/no-positive-tabindex': 'error',
      '@angular-eslint/template/prefer-self-closing-tags': 'error',
    },
  },
];
