import { pairsOf, type SettingReader } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';

/** A quantity of the micro-service: whose it is, and its name there. */
export interface Measure {
  readonly source: string;
  readonly name: string;
}

/** The Inventory Visibility micro-service of one environment. */
export interface VisibilitySettings {
  readonly url: string;
  readonly environmentId: string;
  /** Warehouse to site. */
  readonly locations: ReadonlyMap<string, string>;
  readonly measures: {
    readonly onHand: Measure;
    readonly allocated: Measure;
    readonly available: Measure;
    /** Absent where the on-hand entity says what is to come in. */
    readonly onOrder: Measure | undefined;
  };
  readonly groupBy: readonly string[];
  readonly scope: string;
  readonly securityServiceUrl: string;
  readonly securityServiceScope: string;
}

function measureOf(measures: ReadonlyMap<string, string>, key: string): Measure | undefined {
  const text = measures.get(key);
  if (text === undefined) return undefined;
  const [, source, name] = /^(\w+)\.(\w+)$/.exec(text) ?? [];
  if (source !== undefined && name !== undefined) return { source, name };
  throw new ErpError('invalid-request', `visibilityMeasures: ${key} is not written as source.measure.`);
}

function requiredMeasure(measures: ReadonlyMap<string, string>, key: string): Measure {
  const measure = measureOf(measures, key);
  if (measure !== undefined) return measure;
  throw new ErpError('invalid-request', `visibilityMeasures: ${key} is missing.`);
}

function locationsOf(read: SettingReader): ReadonlyMap<string, string> {
  const locations = pairsOf(read.optional('visibilityLocations'));
  if (locations.size > 0) return locations;
  throw new ErpError('invalid-request', 'visibilityLocations: name each warehouse with its site.');
}

/** `undefined` where stock comes from the on-hand entity. */
export function visibilitySettings(
  read: SettingReader,
  addressOf: (key: string) => string,
): VisibilitySettings | undefined {
  const source = read.choice('availabilitySource', ['warehouses-on-hand', 'inventory-visibility']);
  if (source === 'warehouses-on-hand') return undefined;
  const measures = pairsOf(read.optional('visibilityMeasures'));
  return {
    url: addressOf('visibilityUrl'),
    environmentId: read.text('visibilityEnvironmentId'),
    locations: locationsOf(read),
    measures: {
      onHand: requiredMeasure(measures, 'onHand'),
      allocated: requiredMeasure(measures, 'allocated'),
      available: requiredMeasure(measures, 'available'),
      onOrder: measureOf(measures, 'onOrder'),
    },
    groupBy: read.entries('visibilityGroupBy'),
    scope: read.text('visibilityScope'),
    securityServiceUrl: addressOf('securityServiceUrl'),
    securityServiceScope: read.text('securityServiceScope'),
  };
}
