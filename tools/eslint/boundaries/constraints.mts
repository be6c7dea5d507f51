import { LAYERS, tagsOf, type Layer } from './layers.mts';
import { RESTRICTED_PACKAGES } from './packages.mts';

export interface DepConstraint {
  readonly allSourceTags: readonly string[];
  readonly onlyDependOnLibsWithTags?: readonly string[];
  readonly notDependOnLibsWithTags?: readonly string[];
  readonly bannedExternalImports?: readonly string[];
}

/** The layers in the words of `@nx/enforce-module-boundaries`. */
export function depConstraints(): readonly DepConstraint[] {
  return LAYERS.flatMap(constraintsOf);
}

function constraintsOf(layer: Layer): readonly DepConstraint[] {
  const own = tagsOf(layer.name);
  const allSourceTags = [own.scope, own.type];
  const known = [...layer.knows, ...(layer.specsKnow ?? [])].map(tagsOf);
  // An empty list would let untagged projects through, so what knows nobody "knows" its own kind.
  const targets = known.length === 0 ? [own] : known;
  // Nx reads a list of tags as "one of": a scope and a type are two constraints, and both hold.
  return [
    ...(layer.neverReaches === undefined ? [] : [{ allSourceTags, notDependOnLibsWithTags: layer.neverReaches }]),
    { allSourceTags, onlyDependOnLibsWithTags: unique(targets.map(({ type }) => type)) },
    { allSourceTags, onlyDependOnLibsWithTags: unique(targets.map(({ scope }) => scope)) },
    ...(bannedPackages(layer).length === 0 ? [] : [{ allSourceTags, bannedExternalImports: bannedPackages(layer) }]),
  ];
}

function bannedPackages({ mayImport = [] }: Layer): readonly string[] {
  return RESTRICTED_PACKAGES.filter(({ kind }) => !mayImport.includes(kind))
    .flatMap(({ names }) => names)
    .flatMap((name) => [name, `${name}/*`]);
}

function unique(tags: readonly string[]): readonly string[] {
  return [...new Set(tags)];
}
