import { CAPABILITIES, capabilityOf, ERP_OPERATIONS } from './operations';

describe('the operations', () => {
  it('cover every capability', () => {
    expect(new Set(ERP_OPERATIONS.map(capabilityOf))).toEqual(new Set(CAPABILITIES));
  });
});
