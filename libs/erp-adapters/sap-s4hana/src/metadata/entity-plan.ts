import type { ODataExpand, ODataFilter, Speaker } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import { ERP } from '../client/sap-error';
import type { SiteNames } from '../settings/site-names';
import type { ApiModel, EntityModel } from './edmx';
import { matchesName } from './name-pattern';

/** What a read wants of an entity, in the names of the v2 APIs. */
export interface EntityShape {
  readonly set: string;
  /** Without one of these the read makes no sense. */
  readonly required: readonly string[];
  /** Left out where the release lacks them: a `$select` of an unknown field fails the whole call. */
  readonly optional?: readonly string[];
  /** Whatever fits one of these patterns, `*` standing for any characters. */
  readonly matching?: readonly string[];
  readonly expand?: readonly ExpandShape[];
}

export interface ExpandShape extends EntityShape {
  /** By name, or by a field its target has, where names differ. */
  readonly navigation: { readonly name: string } | { readonly leadsTo: string };
  /** Under which name the rows are handed out. */
  readonly as: string;
  readonly need: 'required' | 'optional';
}

/** A shape as this system can answer it. */
export interface EntityPlan {
  readonly set: string;
  readonly select: readonly string[];
  readonly expand: readonly ODataExpand[];
  /** The system's names to ours. */
  readonly fields: ReadonlyMap<string, string>;
  /** The system's names are ours, and no others are looked for: its rows can be read as they are. */
  readonly isInOurNames: boolean;
  readonly nested: readonly { readonly navigation: string; readonly as: string; readonly plan: EntityPlan }[];
  /** The system's name of a field to filter or sort by. Throws `unsupported` where it has none. */
  readonly fieldOf: (field: string) => string;
}

export interface PlanPlace extends Speaker {
  readonly model: ApiModel;
  readonly names: SiteNames;
  readonly api: string;
}

function lacks({ api, connectionId }: PlanPlace, what: readonly string[]): ErpError {
  return new ErpError('unsupported', `${ERP} has no ${what.join(', ')} in ${api} of this release.`, { connectionId });
}

/** Throws `ErpError` `unsupported` naming the set or the fields this release lacks. */
export function planOf(shape: EntityShape, place: PlanPlace): EntityPlan {
  const entity = place.model.sets.get(place.names.set(shape.set));
  if (entity === undefined) throw lacks(place, [shape.set]);
  return planOfEntity(shape, entity, place);
}

function planOfEntity(shape: EntityShape, entity: EntityModel, place: PlanPlace): EntityPlan {
  const nameOf = (field: string): string => place.names.member(shape.set, field);
  const missing = shape.required.filter((field) => !entity.properties.has(nameOf(field)));
  if (missing.length > 0)
    throw lacks(
      place,
      missing.map((field) => `${shape.set}.${field}`),
    );
  const wanted = [...shape.required, ...(shape.optional ?? [])].map((field) => [nameOf(field), field] as const);
  const found = [...entity.properties].filter((name) => matchesName(shape.matching ?? [], name));
  const fields = new Map([
    ...found.map((name) => [name, name] as const),
    ...wanted.filter(([name]) => entity.properties.has(name)),
  ]);
  const nested = (shape.expand ?? []).flatMap((expand) => nestedPlan(expand, { shape, entity }, place));
  return {
    set: place.names.set(shape.set),
    select: [...fields.keys()],
    expand: nested.map(({ navigation, plan }) => ({ navigation, select: plan.select, expand: plan.expand })),
    fields,
    isInOurNames: shape.matching === undefined && wanted.every(([name, field]) => name === field),
    nested,
    fieldOf(field) {
      if (entity.properties.has(nameOf(field))) return nameOf(field);
      throw lacks(place, [`${shape.set}.${field}`]);
    },
  };
}

interface Parent {
  readonly shape: EntityShape;
  readonly entity: EntityModel;
}

function nestedPlan(expand: ExpandShape, parent: Parent, place: PlanPlace): EntityPlan['nested'] {
  const found = navigationOf(expand, parent, place);
  if (found !== undefined) {
    return [{ navigation: found.name, as: expand.as, plan: planOfEntity(expand, found.target, place) }];
  }
  if (expand.need === 'optional') return [];
  throw lacks(place, [`${parent.shape.set}.${expand.as}`]);
}

function navigationOf(expand: ExpandShape, { shape, entity }: Parent, { model, names }: PlanPlace) {
  for (const [name, type] of entity.navigations) {
    const target = model.types.get(type);
    if (target === undefined) continue;
    const { navigation } = expand;
    const fits =
      'name' in navigation
        ? name === names.member(shape.set, navigation.name)
        : target.properties.has(names.member(expand.set, navigation.leadsTo));
    if (fits) return { name, target };
  }
  return undefined;
}

/** A filter in our names, in those of the system. */
export function siteFilter(filter: ODataFilter, fieldOf: EntityPlan['fieldOf']): ODataFilter {
  if ('is' in filter || 'test' in filter) return { ...filter, field: fieldOf(filter.field) };
  if ('not' in filter) return { not: siteFilter(filter.not, fieldOf) };
  const each = (part: ODataFilter): ODataFilter => siteFilter(part, fieldOf);
  return 'all' in filter ? { all: filter.all.map(each) } : { any: filter.any.map(each) };
}
