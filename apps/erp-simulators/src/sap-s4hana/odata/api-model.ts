import type { SapRelease } from '../options';
import { SapError } from '../sap-error';
import type { ApiDefinition, EntitySet, Navigation } from './model';
import type { Property } from './property';

/** An entity set as one release knows it, with its names at hand. */
export class SetModel {
  readonly properties: readonly Property[];
  readonly navigations: readonly Navigation[];
  private readonly byName: ReadonlyMap<string, Property>;
  private readonly links: ReadonlyMap<string, Navigation>;

  constructor(
    readonly set: EntitySet,
    release: SapRelease,
  ) {
    this.properties = set.properties.filter((property) => isIn(release, property.facets));
    this.navigations = set.navigations.filter((navigation) => isIn(release, navigation));
    this.byName = new Map(this.properties.map((property) => [property.name, property]));
    this.links = new Map(this.navigations.map((navigation) => [navigation.name, navigation]));
  }

  get name(): string {
    return this.set.name;
  }

  get keys(): readonly Property[] {
    return this.set.keys.map((name) => this.property(name));
  }

  find(name: string): Property | undefined {
    return this.byName.get(name);
  }

  link(name: string): Navigation | undefined {
    return this.links.get(name);
  }

  /** One unknown name refuses the whole call, as a release that lacks a field does. */
  property(name: string): Property {
    return this.byName.get(name) ?? SapError.unknownProperty(name, this.set.type);
  }

  navigation(name: string): Navigation {
    return this.links.get(name) ?? SapError.unknownProperty(name, this.set.type);
  }
}

/** One API as one release knows it. */
export class ApiModel {
  readonly sets: ReadonlyMap<string, SetModel>;

  constructor(
    readonly definition: ApiDefinition,
    readonly release: SapRelease,
  ) {
    const known = definition.sets.filter((set) => isIn(release, set));
    this.sets = new Map(known.map((set) => [set.name, new SetModel(set, release)]));
  }

  get name(): string {
    return this.definition.name;
  }

  /** Throws `RangeError` for a set the API does not define: a fault of the definition. */
  setNamed(name: string): SetModel {
    const found = this.sets.get(name);
    if (found === undefined) throw new RangeError(`${this.name} has no entity set ${name}`);
    return found;
  }
}

function isIn(release: SapRelease, { since }: { readonly since?: 'current' }): boolean {
  return since === undefined || release === since;
}
