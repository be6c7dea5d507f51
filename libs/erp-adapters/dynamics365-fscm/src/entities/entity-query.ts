import { type ODataFilter, odataQuery } from '@headwater/erp-adapter-kit';
import type { FscmSettings } from '../settings/dynamics365-fscm.settings';
import { ENTITIES, type EntityPurpose } from './catalogue';
import type { EntityShape } from './entity-shape';

/** Whether this environment knows a field, as far as it has said so. */
export type Knows = (field: string) => boolean;

/** A question to one entity set, in the field names of this adapter. */
export interface EntityQuery<E extends EntityShape = EntityShape> {
  readonly purpose: EntityPurpose;
  readonly shape: E;
  /** What is asked for, in plain words. */
  readonly what: string;
  readonly filter?: ODataFilter | ((knows: Knows) => ODataFilter);
  /** Field names, descending with a leading `-`. */
  readonly orderBy?: readonly string[];
  readonly top?: number;
  readonly skip?: number;
  readonly expand?: { readonly navigation: string; readonly purpose: EntityPurpose; readonly shape: EntityShape };
}

/** The environment's own name of a field; the field's documented one unless the settings say otherwise. */
export function vendorField(settings: FscmSettings, purpose: EntityPurpose, field: string): string {
  if (settings.fieldNames.size === 0) return field;
  return settings.fieldNames.get(`${purpose}.${field}`) ?? field;
}

/** A condition in the environment's own field names. */
export function renamedFilter(filter: ODataFilter, nameOf: (field: string) => string): ODataFilter {
  if ('field' in filter) return { ...filter, field: nameOf(filter.field) };
  if ('not' in filter) return { not: renamedFilter(filter.not, nameOf) };
  return 'all' in filter
    ? { all: filter.all.map((part) => renamedFilter(part, nameOf)) }
    : { any: filter.any.map((part) => renamedFilter(part, nameOf)) };
}

/** The company is a field of every row but those all companies share. */
export const COMPANY_FIELD = 'dataAreaId';

export function isPerCompany(purpose: EntityPurpose): boolean {
  return ENTITIES[purpose].scope === 'company';
}

/** The fields of a shape that are asked for. */
export function askedFields({ required, optional }: EntityShape, knows: Knows): readonly string[] {
  return [...required, ...optional.filter(knows)];
}

/** Without a filter by company an answer is that of the user's default company, or of all: an empty 200 either way. */
function companyFilter(query: EntityQuery, settings: FscmSettings, knows: Knows): ODataFilter | undefined {
  const own = typeof query.filter === 'function' ? query.filter(knows) : query.filter;
  if (!isPerCompany(query.purpose)) return own;
  const company: ODataFilter = { field: COMPANY_FIELD, is: 'eq', value: { text: settings.company } };
  return own === undefined ? company : { all: [company, own] };
}

export interface PreparedQuery {
  readonly settings: FscmSettings;
  readonly knows: Knows;
  /** By key no filter is sent: the key says it all. */
  readonly by: 'filter' | 'key';
}

/** The query part of the address. */
export function queryText(query: EntityQuery, { settings, knows, by }: PreparedQuery): string {
  const nameOf = (field: string): string => vendorField(settings, query.purpose, field);
  const { expand, orderBy, top, skip } = query;
  const filter = by === 'filter' ? companyFilter(query, settings, knows) : undefined;
  const select = [...(isPerCompany(query.purpose) ? [COMPANY_FIELD] : []), ...askedFields(query.shape, knows)];
  return odataQuery(
    {
      custom: { 'cross-company': 'true' },
      select: select.map(nameOf),
      ...(filter === undefined ? {} : { filter: renamedFilter(filter, nameOf) }),
      ...(orderBy === undefined ? {} : { orderBy: orderBy.map((field) => ordered(field, nameOf)) }),
      ...(top === undefined ? {} : { top }),
      ...(skip === undefined ? {} : { skip }),
      ...(expand === undefined || !knows(expand.navigation) ? {} : { expand: [expansion(expand, settings, knows)] }),
    },
    'v4',
  );
}

function ordered(field: string, nameOf: (field: string) => string): string {
  return field.startsWith('-') ? `-${nameOf(field.slice(1))}` : nameOf(field);
}

function expansion(
  { navigation, purpose, shape }: NonNullable<EntityQuery['expand']>,
  settings: FscmSettings,
  knows: Knows,
) {
  const select = askedFields(shape, (field) => knows(`${navigation}/${field}`));
  return { navigation, select: select.map((field) => vendorField(settings, purpose, field)) };
}

export interface NamedField {
  /** The environment's own name. */
  readonly name: string;
  /** How `knows` is asked for it: the field, the navigation, or `navigation/field`. */
  readonly field: string;
  readonly required: boolean;
}

function namedFields(shape: EntityShape, nameOf: (field: string) => string, below = ''): readonly NamedField[] {
  const named = (required: boolean) => (field: string) => ({
    name: nameOf(field),
    field: `${below}${field}`,
    required,
  });
  return [...shape.required.map(named(true)), ...shape.optional.map(named(false))];
}

/** Every name the query mentions, the upper level first, so that a refusal can be traced to its field. */
export function fieldsNamed({ shape, purpose, expand }: EntityQuery, settings: FscmSettings): readonly NamedField[] {
  const own = namedFields(shape, (field) => vendorField(settings, purpose, field));
  if (expand === undefined) return own;
  const { navigation } = expand;
  const below = namedFields(expand.shape, (field) => vendorField(settings, expand.purpose, field), `${navigation}/`);
  return [...own, { name: navigation, field: navigation, required: false }, ...below];
}
