import type { ErpManifest, SupportedCapability } from '@headwater/erp-contracts';
import { SAP_S4HANA_MANIFEST, SHIPMENT_LIST } from './sap-s4hana.manifest';
import type { SapSettings } from './settings/sap-s4hana.settings';

type Capabilities = ErpManifest['capabilities'];

const DECLARED = SAP_S4HANA_MANIFEST.capabilities;

/** A capability of the manifest, in some respect otherwise. */
function otherwise(capability: keyof Capabilities, change: Partial<SupportedCapability>): Partial<Capabilities> {
  const declared = DECLARED[capability];
  return declared.supported ? { [capability]: { ...declared, ...change } } : {};
}

/** What the settings of a connection decide otherwise than the manifest says. */
export function capabilitiesOf(settings: SapSettings): Partial<Capabilities> {
  const { pricing, trackingFields, creditLimits, atp } = settings;
  const isSearchable = trackingFields.some((field) => !field.startsWith('HandlingUnit'));
  const list = { ...SHIPMENT_LIST, filterable: SHIPMENT_LIST.filterable.filter((name) => name !== 'trackingNumber') };
  return {
    ...(pricing === 'simulation' ? {} : otherwise('prices', { priceQuality: 'indicative', lacks: ['listPrice'] })),
    ...(isSearchable ? {} : otherwise('shipments', { list })),
    ...(creditLimits === 'off' ? {} : otherwise('credit', { lacks: [] })),
    ...(atp === 'DetermineAvailabilityOf' ? otherwise('availability', { lacks: ['allocated', 'onOrder'] }) : {}),
  };
}
