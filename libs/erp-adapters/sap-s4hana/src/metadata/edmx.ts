import { XMLParser } from 'fast-xml-parser';

/** What an entity type of an API holds in this release. */
export interface EntityModel {
  readonly properties: ReadonlySet<string>;
  /** Name of the type each navigation leads to. */
  readonly navigations: ReadonlyMap<string, string>;
}

export interface ApiModel {
  /** By name of the entity set. */
  readonly sets: ReadonlyMap<string, EntityModel>;
  /** By name of the type. */
  readonly types: ReadonlyMap<string, EntityModel>;
  readonly functions: ReadonlySet<string>;
}

/** The largest documents of SAP's own APIs have two million characters. */
const LONGEST_DOCUMENT = 12_000_000;
const ATTRIBUTE = '@';
const REPEATED = new Set([
  'Schema',
  'EntityType',
  'Property',
  'NavigationProperty',
  'Association',
  'End',
  'EntityContainer',
  'EntitySet',
  'FunctionImport',
]);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: ATTRIBUTE,
  removeNSPrefix: true,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => REPEATED.has(name),
});

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function children(node: Node, name: string): readonly Node[] {
  const value = node[name];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function attribute(node: Node, name: string): string {
  const value = node[`${ATTRIBUTE}${name}`];
  return typeof value === 'string' ? value : '';
}

/** The name without its namespace; `Collection(Ns.Type)` of v4 is the type of its members. */
function localName(name: string): string {
  const inner = /^Collection\((.*)\)$/.exec(name)?.[1] ?? name;
  return inner.slice(inner.lastIndexOf('.') + 1);
}

function documentOf(xml: string): unknown {
  if (xml.length > LONGEST_DOCUMENT || /<!(DOCTYPE|ENTITY)/i.test(xml)) return undefined;
  try {
    return parser.parse(xml, true);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function schemasIn(document: unknown): readonly Node[] {
  const edmx = isNode(document) ? document['Edmx'] : undefined;
  const services = isNode(edmx) ? edmx['DataServices'] : undefined;
  return isNode(services) ? children(services, 'Schema') : [];
}

/** v2 names the target of a navigation by the role at the other end of an association. */
function targetsOfRoles(schemas: readonly Node[]): ReadonlyMap<string, string> {
  const ends = schemas
    .flatMap((schema) => children(schema, 'Association'))
    .flatMap((association) =>
      children(association, 'End').map(
        (end) =>
          [`${attribute(association, 'Name')} ${attribute(end, 'Role')}`, localName(attribute(end, 'Type'))] as const,
      ),
    );
  return new Map(ends);
}

function typeModel(type: Node, roles: ReadonlyMap<string, string>): EntityModel {
  const navigations = children(type, 'NavigationProperty').map((navigation) => {
    const role = `${localName(attribute(navigation, 'Relationship'))} ${attribute(navigation, 'ToRole')}`;
    const target = roles.get(role) ?? localName(attribute(navigation, 'Type'));
    return [attribute(navigation, 'Name'), target] as const;
  });
  return {
    properties: new Set(children(type, 'Property').map((property) => attribute(property, 'Name'))),
    navigations: new Map(navigations),
  };
}

/** Reads an EDMX document of either protocol; `undefined` for anything else, however broken. */
export function apiModel(xml: string): ApiModel | undefined {
  const schemas = schemasIn(documentOf(xml));
  const roles = targetsOfRoles(schemas);
  const types = new Map(
    schemas
      .flatMap((schema) => children(schema, 'EntityType'))
      .map((type) => [attribute(type, 'Name'), typeModel(type, roles)] as const),
  );
  const containers = schemas.flatMap((schema) => children(schema, 'EntityContainer'));
  if (containers.length === 0) return undefined;
  const sets = containers
    .flatMap((container) => children(container, 'EntitySet'))
    .flatMap((set) => {
      const type = types.get(localName(attribute(set, 'EntityType')));
      return type === undefined ? [] : [[attribute(set, 'Name'), type] as const];
    });
  const functions = containers.flatMap((container) => children(container, 'FunctionImport'));
  return { sets: new Map(sets), types, functions: new Set(functions.map((each) => attribute(each, 'Name'))) };
}
