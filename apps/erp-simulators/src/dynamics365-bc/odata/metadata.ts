import type { EntitySet } from '../sets/entity-set';
import { isEnum, typeName, type EnumType } from './edm';
import type { Schema } from './entity';

/** What of the metadata differs between services. */
export interface ServiceShape {
  /** The entity that stands for a company, and the name of its set. */
  readonly company: Schema;
  readonly companySet: string;
  readonly sets: readonly EntitySet[];
}

/** CSDL of a service: every type that can be reached, the sets, and the company that holds them. */
export function metadataOf({ company, companySet, sets }: ServiceShape): string {
  const schemas = reachable([company, ...sets.map(({ schema }) => schema)]);
  const enums = new Map(
    schemas.flatMap(({ properties }) => [...properties.values()].filter(isEnum).map((type) => [type.name, type])),
  );
  const members = sets.map(
    ({ name, schema }) => `<NavigationProperty Name="${name}" Type="${collectionOf(schema)}" ContainsTarget="true"/>`,
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>',
    '<Schema Namespace="Microsoft.NAV" xmlns="http://docs.oasis-open.org/odata/ns/edm">',
    ...schemas.map((schema) => entityXml(schema, schema === company ? members : [])),
    ...[...enums.values()].map(enumXml),
    '<EntityContainer Name="NAV">',
    `<EntitySet Name="${companySet}" EntityType="Microsoft.NAV.${company.name}"/>`,
    ...sets.map(({ name, schema }) => `<EntitySet Name="${name}" EntityType="Microsoft.NAV.${schema.name}"/>`),
    '</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>',
  ].join('');
}

function reachable(from: readonly Schema[]): readonly Schema[] {
  const found = new Set<Schema>();
  const visit = (schema: Schema): void => {
    if (found.has(schema)) return;
    found.add(schema);
    for (const { target } of schema.navigations.values()) visit(target());
  };
  from.forEach(visit);
  return [...found];
}

function entityXml(schema: Schema, members: readonly string[]): string {
  const properties = [...schema.properties].map(
    ([name, type]) =>
      `<Property Name="${name}" Type="${typeName(type)}"${name === schema.key ? ' Nullable="false"' : ''}/>`,
  );
  const navigations = [...schema.navigations].map(([name, { target, cardinality }]) => {
    const type = cardinality === 'many' ? collectionOf(target()) : `Microsoft.NAV.${target().name}`;
    return `<NavigationProperty Name="${name}" Type="${type}"/>`;
  });
  const key = `<Key><PropertyRef Name="${schema.key}"/></Key>`;
  return `<EntityType Name="${schema.name}">${key}${properties.join('')}${navigations.join('')}${members.join('')}</EntityType>`;
}

function enumXml({ name, members }: EnumType): string {
  const all = members.map((member, value) => `<Member Name="${member}" Value="${value}"/>`);
  return `<EnumType Name="${name}">${all.join('')}</EnumType>`;
}

function collectionOf({ name }: Schema): string {
  return `Collection(Microsoft.NAV.${name})`;
}
