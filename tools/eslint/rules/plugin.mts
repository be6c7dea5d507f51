import type { TSESLint } from '@typescript-eslint/utils';
import { clickEventsHaveKeyEvents, interactiveSupportsFocus } from './list-options.mts';
import { noLoadedPackage } from './loaded-packages.mts';
import { closedNames, fileNames } from './names.mts';
import { noOperationalPersistence } from './no-operational-persistence/rule.mts';
import {
  environmentOnlyInEnv,
  maxParameters,
  noDeepImport,
  noDefaultExport,
  noEnum,
  noFocusedOrSkippedTest,
  noSwallowedFailure,
  noWildcardExport,
  onlyReExports,
  testingOnlyInSpecs,
} from './style.mts';

/** The rules of this house, as the ESLint plugin `headwater`. */
export const plugin: TSESLint.FlatConfig.Plugin = {
  meta: { name: 'headwater' },
  rules: {
    'click-events-have-key-events': clickEventsHaveKeyEvents,
    'closed-names': closedNames,
    'environment-only-in-env': environmentOnlyInEnv,
    'file-names': fileNames,
    'interactive-supports-focus': interactiveSupportsFocus,
    'max-parameters': maxParameters,
    'no-deep-import': noDeepImport,
    'no-default-export': noDefaultExport,
    'no-enum': noEnum,
    'no-focused-or-skipped-test': noFocusedOrSkippedTest,
    'no-loaded-package': noLoadedPackage,
    'no-operational-persistence': noOperationalPersistence,
    'no-swallowed-failure': noSwallowedFailure,
    'no-wildcard-export': noWildcardExport,
    'only-re-exports': onlyReExports,
    'testing-only-in-specs': testingOnlyInSpecs,
  },
};
