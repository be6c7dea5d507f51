import { systemId } from '../identifiers';
import { defineEntity, guid, text } from '../odata/entity';
import { entitySet } from '../sets/entity-set';

/** Sets whose changes are told. Neither shipments nor stock are among them. */
export const SUPPORTED_SETS: readonly string[] = [
  'accounts',
  'companyInformation',
  'countriesRegions',
  'currencies',
  'customerPaymentJournals',
  'customers',
  'dimensions',
  'employees',
  'generalLedgerEntries',
  'itemCategories',
  'items',
  'journals',
  'paymentMethods',
  'paymentTerms',
  'purchaseInvoices',
  'salesCreditMemos',
  'salesInvoices',
  'salesOrders',
  'salesQuotes',
  'shipmentMethods',
  'unitsOfMeasure',
  'vendors',
];

const webhookSupportedResource = defineEntity<string>({
  name: 'webhookSupportedResource',
  text: 'wildcards',
  properties: {
    id: guid((resource, { company }) => systemId('webhookSupportedResource', company, resource)),
    resource: text((resource) => resource),
  },
});

/** The same sets stand there once for each version of the API. */
export const supportedResourcesSet = entitySet('webhookSupportedResources', webhookSupportedResource, () =>
  ['v1.0', 'v2.0'].flatMap((version) => SUPPORTED_SETS.map((name) => `${version}/${name}`)),
);
