import { depConstraints, type DepConstraint } from './constraints.mts';
import { LAYERS, layerOf, SCOPES, tagsOf, TYPES, type Layer } from './layers.mts';

const named = (name: string): Layer => {
  const layer = LAYERS.find((each) => each.name === name);
  if (layer === undefined) throw new Error(`No layer ${name}`);
  return layer;
};

/** Decides as Nx does: every constraint of the source's tags must hold for the target's tags. */
function nxAllows(source: Layer, target: Layer): boolean {
  const tags = Object.values(tagsOf(target.name));
  const own = Object.values(tagsOf(source.name));
  const holds = ({ onlyDependOnLibsWithTags: only, notDependOnLibsWithTags: not }: DepConstraint): boolean =>
    (only === undefined || only.some((tag) => tags.includes(tag))) && !(not ?? []).some((tag) => tags.includes(tag));
  return depConstraints()
    .filter(({ allSourceTags }) => allSourceTags.every((tag) => own.includes(tag)))
    .every(holds);
}

describe('the constraints given to Nx', () => {
  it.each(LAYERS)('let $name know exactly what its layer says', (source) => {
    const allowed = LAYERS.filter((target) => target !== source && nxAllows(source, target)).map(({ name }) => name);
    const said = [...source.knows, ...(source.specsKnow ?? [])].filter((name) => name !== source.name);
    expect(allowed.sort()).toEqual(said.sort());
  });

  it('hold no rule from everything to everything', () => {
    expect(
      JSON.stringify(depConstraints().filter(({ bannedExternalImports }) => !bannedExternalImports)),
    ).not.toContain('*');
  });

  it('keep database packages out of every layer but persistence, tools and end-to-end tests', () => {
    const open = LAYERS.map(({ name }) => Object.values(tagsOf(name))).filter((own) =>
      depConstraints()
        .filter(({ allSourceTags }) => allSourceTags.every((tag) => own.includes(tag)))
        .every(({ bannedExternalImports = [] }) => !bannedExternalImports.includes('typeorm')),
    );
    expect(open).toEqual([
      ['scope:api', 'type:persistence'],
      ['scope:tools', 'type:tool'],
      ['scope:e2e', 'type:e2e'],
    ]);
  });
});

describe('the layers', () => {
  it('use every tag of the closed lists, and no other', () => {
    const used = LAYERS.map(({ name }) => tagsOf(name));
    expect(new Set(used.map(({ scope }) => scope))).toEqual(new Set(SCOPES.map((scope) => `scope:${scope}`)));
    expect(new Set(used.map(({ type }) => type))).toEqual(new Set(TYPES.map((type) => `type:${type}`)));
  });

  it('let no layer know itself or one that knows it back', () => {
    const known = (source: string): readonly string[] =>
      named(source).knows.filter((target) => target !== 'tools:tool');
    for (const { name } of LAYERS) {
      for (const target of known(name)) expect(known(target)).not.toContain(name);
    }
  });

  it('are found by exactly one scope and one type', () => {
    expect(layerOf(['type:kernel', 'scope:shared'])?.name).toBe('shared:kernel');
    for (const tags of [
      [],
      ['scope:shared'],
      ['scope:web', 'type:kernel'],
      ['scope:shared', 'type:kernel', 'type:domain'],
    ]) {
      expect(layerOf(tags)).toBeUndefined();
    }
  });
});
