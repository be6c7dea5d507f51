import { pairsOf, type SettingReader } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import { type EntityPurpose, isEntityPurpose } from '../entities/catalogue';

/** Written for an entity set or a navigation that an environment has not. */
const NONE = '-';

const NAME = /^[A-Za-z_]\w*$/;

export interface EntitySettings {
  readonly entityDiscovery: 'service-document' | 'data-entities' | 'off';
  /** Sets named by the admin; `undefined` as a value says that there is none. */
  readonly entitySets: ReadonlyMap<EntityPurpose, string | undefined>;
  /** `purpose.Field` to the environment's own name of that field. */
  readonly fieldNames: ReadonlyMap<string, string>;
  readonly orderLinesNavigation: string | undefined;
  readonly enumNamespace: string;
  readonly orderTotals: 'lines' | 'header';
  readonly onOrderField: 'OrderedQuantity' | 'OnOrderQuantity' | 'AvailableOrderedQuantity';
  readonly itemNameLanguage: string;
}

function namedSets(text: string | undefined): ReadonlyMap<EntityPurpose, string | undefined> {
  return new Map(
    [...pairsOf(text)].map(([purpose, name]) => {
      if (!isEntityPurpose(purpose)) {
        throw new ErpError('invalid-request', `entitySets: there is no purpose ${purpose}.`);
      }
      if (name !== NONE && !NAME.test(name)) {
        throw new ErpError('invalid-request', `entitySets: the set for ${purpose} is not the name of an entity set.`);
      }
      return [purpose, name === NONE ? undefined : name] as const;
    }),
  );
}

function namedFields(text: string | undefined): ReadonlyMap<string, string> {
  const fields = pairsOf(text);
  for (const [field, name] of fields) {
    const [purpose = '', ...rest] = field.split('.');
    if (!isEntityPurpose(purpose) || rest.length !== 1 || !NAME.test(name)) {
      throw new ErpError('invalid-request', `fieldNames: ${field} is not a field of a purpose, or its name is none.`);
    }
  }
  return fields;
}

export function entitySettings(read: SettingReader): EntitySettings {
  const navigation = read.text('orderLinesNavigation');
  return {
    entityDiscovery: read.choice('entityDiscovery', ['service-document', 'data-entities', 'off']),
    entitySets: namedSets(read.optional('entitySets')),
    fieldNames: namedFields(read.optional('fieldNames')),
    orderLinesNavigation: navigation === NONE ? undefined : navigation,
    enumNamespace: read.text('enumNamespace'),
    orderTotals: read.choice('orderTotals', ['lines', 'header']),
    onOrderField: read.choice('onOrderField', ['OrderedQuantity', 'OnOrderQuantity', 'AvailableOrderedQuantity']),
    itemNameLanguage: read.text('itemNameLanguage').toLowerCase(),
  };
}
