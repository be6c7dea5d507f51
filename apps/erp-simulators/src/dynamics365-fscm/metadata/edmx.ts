import { NAMESPACE, typeName, type EntitySet, type EnumType } from '../edm/schema';

/** `$metadata`: what every set consists of. `filler` adds entity types of the kind a tenant has thousands of. */
export function edmxOf(sets: readonly EntitySet[], filler: number): string {
  const enums = [...new Map(sets.flatMap(enumsOf).map((type) => [type.name, type])).values()];
  const others = Array.from({ length: filler }, (_, at) => at);
  return `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:DataServices>
    <Schema Namespace="${NAMESPACE}" xmlns="http://docs.oasis-open.org/odata/ns/edm">
${[...sets.map(entityType), ...others.map(fillerType), ...enums.map(enumType)].join('\n')}
      <EntityContainer Name="Resources">
${[...sets.map(containerEntry), ...others.map(fillerEntry)].join('\n')}
      </EntityContainer>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
`;
}

function enumsOf({ properties }: EntitySet): readonly EnumType[] {
  return properties.flatMap(({ type }) => (typeof type === 'string' ? [] : [type]));
}

function entityType({ entity, key, properties, navigations }: EntitySet): string {
  return [
    `      <EntityType Name="${entity}">`,
    '        <Key>',
    ...key.map((name) => `          <PropertyRef Name="${name}" />`),
    '        </Key>',
    ...properties.map(
      ({ name, type }) =>
        `        <Property Name="${name}" Type="${typeName(type)}"${key.includes(name) ? ' Nullable="false"' : ''} />`,
    ),
    ...navigations.map(
      ({ name, target }) => `        <NavigationProperty Name="${name}" Type="Collection(${NAMESPACE}.${target})" />`,
    ),
    '      </EntityType>',
  ].join('\n');
}

function enumType({ name, members }: EnumType): string {
  return [
    `      <EnumType Name="${name}">`,
    ...members.map((member, value) => `        <Member Name="${member}" Value="${value}" />`),
    '      </EnumType>',
  ].join('\n');
}

function containerEntry({ name, entity, navigations }: EntitySet): string {
  const bindings = navigations.map(
    (navigation) => `          <NavigationPropertyBinding Path="${navigation.name}" Target="${navigation.set.name}" />`,
  );
  const opening = `        <EntitySet Name="${name}" EntityType="${NAMESPACE}.${entity}"`;
  return bindings.length > 0 ? [`${opening}>`, ...bindings, '        </EntitySet>'].join('\n') : `${opening} />`;
}

const FILLER_COLUMNS = 120;

function fillerType(at: number): string {
  const columns = Array.from(
    { length: FILLER_COLUMNS },
    (_, column) => `        <Property Name="Column${column}OfSetup${at}" Type="Edm.String" />`,
  );
  return [
    `      <EntityType Name="Setup${at}">`,
    '        <Key>',
    `          <PropertyRef Name="Column0OfSetup${at}" />`,
    '        </Key>',
    ...columns,
    '      </EntityType>',
  ].join('\n');
}

function fillerEntry(at: number): string {
  return `        <EntitySet Name="Setups${at}" EntityType="${NAMESPACE}.Setup${at}" />`;
}
