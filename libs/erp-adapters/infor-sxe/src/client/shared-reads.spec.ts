import type { ShareVendorRead } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { withSxe } from '../testing/sxe-connection';

/** Notes what may be shared, and has each asked for by itself. */
function noting(questions: string[], referenceMs: (number | undefined)[] = []): ShareVendorRead {
  return async (read, signal) => {
    questions.push(read.question);
    referenceMs.push(read.referenceMs);
    return (await read.ask({ signal })).value;
  };
}

describe('the calls of SX.e', () => {
  it('may all be shared but the token, and hold whose they are', async () => {
    await withSxe(async ({ connection, server }) => {
      const questions: string[] = [];
      const call = anErpCall({ operator: 'jd', share: noting(questions) });
      await connection.orders?.list({ customer: '1001', limit: 1 }, call);
      await connection.availability?.list({ items: ['A'] }, call);
      const tokens = server.requests.filter(({ body }) => body.includes('grant_type'));
      expect(tokens.length).toBeGreaterThan(0);
      expect(questions).toHaveLength(server.requests.length - tokens.length);
      expect(questions.filter((question) => !question.includes('"jd"'))).toEqual([]);
    });
  });

  it('are spelled alike by the list of orders and the list of shipments of one customer', async () => {
    await withSxe(async ({ connection }) => {
      const [orders, shipments]: [string[], string[]] = [[], []];
      await connection.orders?.list({ customer: '1001', limit: 1 }, anErpCall({ share: noting(orders) }));
      await connection.shipments?.list({ customer: '1001', limit: 1 }, anErpCall({ share: noting(shipments) }));
      expect(orders).toContain(shipments[0]);
    });
  });

  it('ask for reference data where they list the warehouses, and only there', async () => {
    await withSxe(async ({ connection }) => {
      const [questions, times]: [string[], (number | undefined)[]] = [[], []];
      await connection.availability?.list({ items: ['A'] }, anErpCall({ share: noting(questions, times) }));
      const kept = questions.filter((_, index) => times[index] !== undefined);
      expect(kept.length).toBeGreaterThan(0);
      expect(kept.filter((question) => !question.includes('"TableName":"icsd"'))).toEqual([]);
      expect(new Set(times)).toEqual(new Set([undefined, 300_000]));
    });
  });
});
