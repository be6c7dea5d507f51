import { CAPABILITIES, type CapabilityContract, type ErpManifest } from '@headwater/erp-contracts';

type CapabilityContracts = ErpManifest['capabilities'];

/** Every capability supported, with a list that sorts, filters and pages nothing beyond the obvious. */
function allSupported(): CapabilityContracts {
  const contract: CapabilityContract = {
    supported: true,
    list: {
      sortable: ['orderedOn'],
      filterable: ['customer', 'order', 'open'],
      searchable: true,
      maxPageSize: 100,
      paged: true,
    },
    maxBatch: 50,
    priceQuality: 'exact',
  };
  return Object.fromEntries(CAPABILITIES.map((capability) => [capability, contract])) as unknown as CapabilityContracts;
}

export function anErpManifest(overrides: Partial<ErpManifest> = {}): ErpManifest {
  return {
    id: 'fake-erp',
    name: 'Fake ERP',
    vendor: 'Headwater',
    versions: ['1'],
    capabilities: allSupported(),
    settings: [
      { key: 'url', title: 'Address', help: 'Where it answers.', kind: 'url', required: true, secret: false, order: 1 },
    ],
    limits: { maxConcurrency: 4, timeoutMs: 2_000 },
    events: { supported: false, settleMs: 0, notes: 'None.' },
    ...overrides,
  };
}
