import type { ErpCall, ErpChange, Reading, VendorRead } from '@headwater/erp-contracts';
import {
  A_CONNECTION_ID,
  aCreditView,
  anInvoiceView,
  aPageOf,
  aReading,
  aSalesOrderDetailView,
  fakeErpReaders,
} from '@headwater/erp-testing';
import { aGateway, aRead, anOrderRead, type GatewayParts, type GatewayUnderTest } from './a-gateway';
import { settled } from './manual-clock';

export interface VendorCallUnderTest extends Pick<ErpCall, 'signal' | 'turn'> {
  readonly answer: (value: string) => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

export interface SharingErp {
  readonly gateway: GatewayUnderTest;
  /** Every call that reached the ERP, in order; the last is told apart by `at(-1)`. */
  readonly calls: VendorCallUnderTest[];
  /** Has the ERP report a change of something, and waits for the acknowledgement. */
  change(change?: Partial<ErpChange>): Promise<void>;
  /** Closes the gateway, with all the time it takes. */
  close(): Promise<void>;
}

/** Three reads that have nothing in common but that each asks the ERP for the same customer's row. */
export const ORDER = anOrderRead();
export const CREDIT = aRead({ operation: 'credit.get', query: { customer: '7' } });
export const INVOICES = aRead({ operation: 'invoices.list', query: { customer: '7', limit: 10 } });

/** A gateway over an ERP whose vendor reads may be shared, each answered when the test says so. */
export function aSharingErp(
  parts: GatewayParts & Pick<VendorRead<string>, 'referenceMs' | 'followedBy'> = {},
): SharingErp {
  const calls: VendorCallUnderTest[] = [];
  const { referenceMs, followedBy = 0 } = parts;
  const row: VendorRead<string> = {
    question: 'GET /customers/7',
    followedBy,
    ...(referenceMs === undefined ? {} : { referenceMs }),
    // Goes on after its signal aborted, as the worst of adapters would.
    ask: ({ signal, turn }) => {
      const { promise, resolve, reject } = Promise.withResolvers<{ value: string; bytes: number }>();
      const call = {
        signal,
        ...(turn === undefined ? {} : { turn }),
        answer: (value: string) => (resolve({ value, bytes: 10 }), settled()),
        fail: (error: Error) => (reject(error), settled()),
      };
      calls.push(call);
      return promise;
    },
  };
  const shared = async (call: ErpCall): Promise<string> => (await call.share?.(row, call.signal)) ?? 'not shared';
  const readers = fakeErpReaders();
  const gateway = aGateway({
    manifest: { limits: { maxConcurrency: 20, timeoutMs: 9_000 } },
    ...parts,
    connection: {
      orders: { ...readers.orders, get: asking(shared, (number) => aSalesOrderDetailView({ number })) },
      credit: { get: asking(shared, (customer) => aCreditView({ customer })) },
      invoices: { list: asking(shared, (number) => aPageOf(anInvoiceView({ number }))) },
      events: { translate: ({ body }) => ({ id: body, changes: [JSON.parse(body) as ErpChange] }) },
      ...parts.connection,
    },
  });
  let notices = 0;
  return {
    gateway,
    calls,
    close: async () => {
      const closed = gateway.close();
      await gateway.clock.advance(10_000);
      await closed;
    },
    change: async (change = {}) => {
      const body = JSON.stringify({ kind: 'item', key: `I${(notices += 1)}`, hard: false, ...change });
      await gateway.changes.receive(A_CONNECTION_ID, { method: 'POST', headers: {}, query: {}, body });
    },
  };
}

function asking<V>(shared: (call: ErpCall) => Promise<string>, viewOf: (said: string) => V) {
  return async (_query: unknown, call: ErpCall): Promise<Reading<V>> => aReading(viewOf(await shared(call)));
}
