import type { VendorAnswer } from '../../simulator';
import { odataAnswer, type DataEnvironment } from '../odata/data-call';

/** `/data/`: the names of all sets. */
export function dataServiceDocument(origin: string, { catalogue, options }: DataEnvironment): VendorAnswer {
  const names = [...catalogue.sets.map(({ name }) => name), ...fillers(options.fillerEntities, 'Setups')];
  return odataAnswer({
    '@odata.context': `${origin}/data/$metadata`,
    value: names.toSorted().map((name) => ({ name, kind: 'EntitySet', url: name })),
  });
}

/** `/Metadata/DataEntities`: the same as JSON, with the names an entity has beside its public ones. */
export function dataEntities(origin: string, { catalogue, options }: DataEnvironment): VendorAnswer {
  const own = catalogue.sets.map(({ name, entity, table }) => entry(table, entity, name));
  const others = fillers(options.fillerEntities, 'Setup').map((name, at) =>
    entry(`${name}Entity`, name, `Setups${at}`),
  );
  return odataAnswer({ '@odata.context': `${origin}/Metadata/$metadata#DataEntities`, value: [...own, ...others] });
}

function entry(Name: string, PublicEntityName: string, PublicCollectionName: string): unknown {
  return {
    Name,
    PublicEntityName,
    PublicCollectionName,
    DataServiceEnabled: true,
    DataManagementEnabled: true,
    IsReadOnly: false,
  };
}

function fillers(count: number, name: string): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${name}${at}`);
}
