import type { ApiModel, SetModel } from '../odata/api-model';
import type { ComplexType, FunctionImport, Navigation } from '../odata/model';
import type { Kind, Property } from '../odata/property';
import { attributes } from '../xml';
import { XML_HEAD } from './atom-v2';

const EDM_TYPES: Readonly<Record<Kind, string>> = {
  text: 'Edm.String',
  flag: 'Edm.Boolean',
  decimal: 'Edm.Decimal',
  integer: 'Edm.Int32',
  date: 'Edm.DateTime',
  moment: 'Edm.DateTime',
  timestamp: 'Edm.DateTimeOffset',
  time: 'Edm.Time',
  guid: 'Edm.Guid',
};

const READ_ONLY = { 'sap:creatable': 'false', 'sap:updatable': 'false', 'sap:deletable': 'false' };

/** The EDMX of one API in one release: what a client reads once to know which fields it may select. */
export function metadataV2(api: ApiModel): string {
  const { namespace, version, functions = [] } = api.definition;
  const sets = [...api.sets.values()];
  const complex = new Map(functions.map(({ returns }) => [returns.name, returns]));
  return [
    XML_HEAD,
    '<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" xmlns:sap="http://www.sap.com/Protocols/SAPData">',
    '<edmx:DataServices m:DataServiceVersion="2.0">',
    `<Schema${attributes({ Namespace: namespace, 'xml:lang': 'en', 'sap:schema-version': Number(version) })} xmlns="http://schemas.microsoft.com/ado/2008/09/edm">`,
    ...sets.map((set) => entityType(set, namespace)),
    ...[...complex.values()].map(complexType),
    ...sets.flatMap((set) => set.navigations.map((navigation) => association({ set, navigation, api }))),
    `<EntityContainer${attributes({ Name: `${namespace}_Entities`, 'm:IsDefaultEntityContainer': 'true', 'sap:supported-formats': 'atom json xlsx' })}>`,
    ...sets.map((set) => entitySet(set, namespace)),
    ...sets.flatMap((set) => set.navigations.map((navigation) => associationSet({ set, navigation, api }))),
    ...functions.map((definition) => functionImport(definition, namespace)),
    '</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>',
  ].join('');
}

function entityType(model: SetModel, namespace: string): string {
  const { set, properties, navigations } = model;
  const navigation = (link: Navigation): string =>
    `<NavigationProperty${attributes({
      Name: link.name,
      Relationship: `${namespace}.${associationName(model, link)}`,
      FromRole: `FromRole_${associationName(model, link)}`,
      ToRole: `ToRole_${associationName(model, link)}`,
    })}/>`;
  return [
    `<EntityType${attributes({ Name: set.type, 'sap:content-version': '1' })}><Key>`,
    ...set.keys.map((key) => `<PropertyRef${attributes({ Name: key })}/>`),
    '</Key>',
    ...properties.map((property) => propertyElement(property, set.keys.includes(property.name))),
    ...navigations.map(navigation),
    '</EntityType>',
  ].join('');
}

function complexType({ name, properties }: ComplexType): string {
  const fields = properties.map((property) => propertyElement(property, true)).join('');
  return `<ComplexType${attributes({ Name: name })}>${fields}</ComplexType>`;
}

function propertyElement({ name, kind, facets }: Property, required: boolean): string {
  const restricted = facets.restricted === true ? 'false' : undefined;
  return `<Property${attributes({
    Name: name,
    Type: EDM_TYPES[kind],
    Nullable: required ? 'false' : undefined,
    MaxLength: facets.length,
    Precision: facets.precision ?? (kind === 'date' ? 0 : undefined),
    Scale: facets.scale,
    ConcurrencyMode: facets.concurrency === true ? 'Fixed' : undefined,
    'sap:display-format': facets.display,
    'sap:unit': facets.unit,
    'sap:semantics': facets.semantics,
    'sap:sortable': restricted,
    'sap:filterable': restricted,
  })}/>`;
}

interface LinkIn {
  readonly set: SetModel;
  readonly navigation: Navigation;
  readonly api: ApiModel;
}

function association({ set, navigation, api }: LinkIn): string {
  const name = associationName(set, navigation);
  const { namespace } = api.definition;
  const target = api.setNamed(navigation.target).set.type;
  const end = (type: string, role: string, multiplicity: string): string =>
    `<End${attributes({ Type: `${namespace}.${type}`, Multiplicity: multiplicity, Role: `${role}_${name}` })}/>`;
  return [
    `<Association${attributes({ Name: name })}>`,
    end(set.set.type, 'FromRole', '1'),
    end(target, 'ToRole', navigation.multiplicity === 'many' ? '*' : '0..1'),
    '</Association>',
  ].join('');
}

function associationSet({ set, navigation, api }: LinkIn): string {
  const name = associationName(set, navigation);
  const end = (entitySetName: string, role: string): string =>
    `<End${attributes({ EntitySet: entitySetName, Role: `${role}_${name}` })}/>`;
  return [
    `<AssociationSet${attributes({ Name: name, Association: `${api.definition.namespace}.${name}` })}>`,
    end(set.name, 'FromRole'),
    end(navigation.target, 'ToRole'),
    '</AssociationSet>',
  ].join('');
}

/** Sets that are reached by navigation alone can be neither listed nor paged. */
function entitySet({ set }: SetModel, namespace: string): string {
  const closed =
    set.access === 'navigation'
      ? { 'sap:pageable': 'false', 'sap:addressable': 'false' }
      : ({} as Record<string, string>);
  return `<EntitySet${attributes({ Name: set.name, EntityType: `${namespace}.${set.type}`, ...READ_ONLY, ...closed })}/>`;
}

function functionImport({ name, returns, parameters, multiplicity }: FunctionImport, namespace: string): string {
  const type = `${namespace}.${returns.name}`;
  const inputs = parameters.map(
    (parameter) => `<Parameter${attributes({ Name: parameter.name, Type: parameter.type, Mode: 'In' })}/>`,
  );
  const head = attributes({
    Name: name,
    ReturnType: multiplicity === 'many' ? `Collection(${type})` : type,
    'm:HttpMethod': 'GET',
  });
  return `<FunctionImport${head}>${inputs.join('')}</FunctionImport>`;
}

function associationName({ name }: SetModel, navigation: Navigation): string {
  return `assoc_${name}_${navigation.name}`;
}
