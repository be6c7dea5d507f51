import type { ApiModel, SetModel } from '../odata/api-model';
import type { Navigation } from '../odata/model';
import type { Kind, Property } from '../odata/property';
import { XML_HEAD } from '../v2/atom-v2';
import { attributes } from '../xml';

const EDM_TYPES: Readonly<Record<Kind, string>> = {
  text: 'Edm.String',
  flag: 'Edm.Boolean',
  decimal: 'Edm.Decimal',
  integer: 'Edm.Int32',
  date: 'Edm.Date',
  moment: 'Edm.DateTimeOffset',
  timestamp: 'Edm.DateTimeOffset',
  time: 'Edm.TimeOfDay',
  guid: 'Edm.Guid',
};

/** The CSDL of a v4 API. */
export function metadataV4(api: ApiModel): string {
  const { namespace } = api.definition;
  const sets = [...api.sets.values()];
  return [
    XML_HEAD,
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>',
    `<Schema${attributes({ Namespace: namespace, Alias: 'SAP__self' })} xmlns="http://docs.oasis-open.org/odata/ns/edm">`,
    ...sets.map((set) => entityType(set, api)),
    '<EntityContainer Name="Container">',
    ...sets.map((set) => entitySet(set, namespace)),
    '</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>',
  ].join('');
}

function entityType({ set, properties, navigations }: SetModel, api: ApiModel): string {
  return [
    `<EntityType${attributes({ Name: set.type })}><Key>`,
    ...set.keys.map((key) => `<PropertyRef${attributes({ Name: key })}/>`),
    '</Key>',
    ...properties.map(propertyElement),
    ...navigations.map((navigation) => navigationElement(navigation, api)),
    '</EntityType>',
  ].join('');
}

function propertyElement({ name, kind, facets }: Property): string {
  return `<Property${attributes({
    Name: name,
    Type: EDM_TYPES[kind],
    // Only dates can be absent: an empty text is an empty text.
    Nullable: kind === 'date' || kind === 'timestamp' ? undefined : 'false',
    MaxLength: facets.length,
    Precision: facets.precision,
    Scale: kind === 'decimal' ? (facets.scale ?? 'variable') : undefined,
  })}/>`;
}

function navigationElement({ name, target, multiplicity }: Navigation, api: ApiModel): string {
  const type = `${api.definition.namespace}.${api.setNamed(target).set.type}`;
  return `<NavigationProperty${attributes({ Name: name, Type: multiplicity === 'many' ? `Collection(${type})` : type })}/>`;
}

function entitySet({ set, navigations }: SetModel, namespace: string): string {
  const bindings = navigations.map(
    ({ name, target }) => `<NavigationPropertyBinding${attributes({ Path: name, Target: target })}/>`,
  );
  return `<EntitySet${attributes({ Name: set.name, EntityType: `${namespace}.${set.type}` })}>${bindings.join('')}</EntitySet>`;
}
