import type { ErpRead } from '@headwater/erp-contracts';
import { outcomeOf } from '../testing/a-gateway';
import { settled } from '../testing/manual-clock';
import { aSharingErp, CREDIT, INVOICES, ORDER, type SharingErp } from '../testing/a-sharing-erp';

/** Reads, has the ERP answer if it is asked, and tells how often it was asked by then. */
async function asked(erp: SharingErp, read: ErpRead<never>): Promise<number> {
  const before = erp.calls.length;
  const reading = erp.gateway.reads.read(read);
  await settled();
  if (erp.calls.length > before) await erp.calls.at(-1)?.answer('row');
  await reading;
  return erp.calls.length;
}

const of = (read: object, page?: string): ErpRead<never> =>
  ({ ...read, ...(page === undefined ? {} : { page }) }) as ErpRead<never>;

describe('the reads of one page', () => {
  it('use what the ERP has said to each other, and those of another page do not', async () => {
    const erp = aSharingErp();
    expect(await asked(erp, of(ORDER, 'one'))).toBe(1);
    expect(await asked(erp, of(CREDIT, 'one'))).toBe(1);
    expect(await asked(erp, of(INVOICES, 'two'))).toBe(2);
    await erp.close();
  });

  it('ask again after any change of the connection', async () => {
    const erp = aSharingErp();
    await asked(erp, of(ORDER, 'one'));
    await erp.change();
    expect(await asked(erp, of(CREDIT, 'one'))).toBe(2);
    expect(await asked(erp, of(INVOICES, 'one'))).toBe(2);
    await erp.close();
  });

  it('never use what was said to another ERP principal', async () => {
    const erp = aSharingErp();
    await asked(erp, of(ORDER, 'one'));
    expect(await asked(erp, of({ ...CREDIT, scope: { principal: 'jd' } }, 'one'))).toBe(2);
    await erp.close();
  });

  it('leave nothing behind: once they are over it is forgotten, and no timer runs', async () => {
    const erp = aSharingErp();
    await asked(erp, of(ORDER, 'one'));
    expect(erp.gateway.clock.pending).toBe(1);
    await erp.gateway.clock.advance(500);
    expect(erp.gateway.clock.pending).toBe(0);
    expect(await asked(erp, of(CREDIT, 'one'))).toBe(2);
    await erp.close();
    expect(erp.gateway.clock.pending).toBe(0);
  });

  it('share what they ask where all of them ask past the cache, and nothing from before the page', async () => {
    const erp = aSharingErp();
    const before = outcomeOf(erp.gateway.reads.read(ORDER));
    await erp.gateway.clock.advance(5);
    const fresh = [CREDIT, INVOICES].map((read) => erp.gateway.reads.read({ ...of(read, 'one'), fresh: true }));
    await settled();
    expect(erp.calls).toHaveLength(2);
    await erp.calls[1]?.answer('row');
    await Promise.all(fresh);
    await erp.gateway.clock.advance(5);
    expect(await asked(erp, { ...of(CREDIT, 'one'), fresh: true })).toBe(2);
    await erp.close();
    await before;
  });
});
