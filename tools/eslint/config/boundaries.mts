import nx from '@nx/eslint-plugin';
import type { TSESLint } from '@typescript-eslint/utils';
import { depConstraints } from '../boundaries/constraints.mts';
import type { PackageKind } from '../boundaries/layers.mts';
import { restrictedImports } from '../boundaries/packages.mts';
import { CONFIGURATION, SCRIPTS, TOOLS } from './files.mts';

type Config = TSESLint.FlatConfig.Config;

/** Who may import which package, by path: a project without tags escapes every rule about tags. */
const BY_PATH: readonly { readonly files: string; readonly mayImport: readonly PackageKind[] }[] = [
  { files: 'libs/api/persistence/**', mayImport: ['database'] },
  { files: 'libs/erp-gateway/**', mayImport: ['shared-cache'] },
  { files: 'libs/web/data-access/**', mayImport: ['browser-store'] },
  { files: '{tools,e2e}/**', mayImport: ['database', 'shared-cache', 'browser-store'] },
];

/** Development commands have no package name: among themselves, and from end-to-end tests, they are imported by path. */
const DEVELOPMENT_COMMANDS = String.raw`^(?:\.\./)+(?:tools/)?dev/`;

export const boundaries: readonly Config[] = [
  { files: SCRIPTS, plugins: { '@nx': nx as unknown as TSESLint.FlatConfig.Plugin }, rules: tagRules([]) },
  { files: TOOLS, rules: tagRules([DEVELOPMENT_COMMANDS]) },
  // Configuration files share settings by path; none of them is shipped.
  { files: CONFIGURATION, rules: { '@nx/enforce-module-boundaries': 'off' } },
  { files: SCRIPTS, rules: packageRules([]) },
  ...BY_PATH.map(({ files, mayImport }) => ({ files: [files], rules: packageRules(mayImport) })),
];

function tagRules(allow: readonly string[]): TSESLint.FlatConfig.Rules {
  const options = { allow, depConstraints: depConstraints(), banTransitiveDependencies: true };
  return { '@nx/enforce-module-boundaries': ['error', options] };
}

function packageRules(mayImport: readonly PackageKind[]): TSESLint.FlatConfig.Rules {
  const patterns = restrictedImports(mayImport);
  return {
    'no-restricted-imports': ['error', { patterns: [...patterns] }],
    'headwater/no-loaded-package': ['error', patterns],
  };
}
