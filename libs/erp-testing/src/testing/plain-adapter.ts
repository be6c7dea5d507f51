import {
  type ErpAdapter,
  type ErpCall,
  type ErpConnection,
  ErpError,
  type OrderList,
  type ProbeVerdict,
  type SalesOrderView,
} from '@headwater/erp-contracts';
import { anErpManifest } from '../builders/erp-manifest.builder';
import { isSecret, latestOrders, orderPage, priceBatch } from './plain-readers';
import { createPlainWire, type PlainWire } from './plain-wire';
import type { Sin } from './sins';

const UNSUPPORTED = { supported: false, reason: 'Not part of this ERP.' } as const;

export const PLAIN_MANIFEST = anErpManifest({
  id: 'plain-erp',
  name: 'Plain ERP',
  capabilities: {
    customers: UNSUPPORTED,
    items: UNSUPPORTED,
    orders: {
      supported: true,
      list: { sortable: ['orderedOn'], filterable: ['customer'], searchable: false, maxPageSize: 10, paged: true },
      manyCustomers: { 'orders.latest': 5 },
    },
    availability: UNSUPPORTED,
    prices: { supported: true, maxBatch: 5, priceQuality: 'exact' },
    shipments: UNSUPPORTED,
    invoices: UNSUPPORTED,
    credit: UNSUPPORTED,
  },
  events: { supported: true, settleMs: 0, notes: 'Plain JSON.' },
});

async function probe(wire: PlainWire, sins: ReadonlySet<Sin>, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const verdict = async (check: ProbeVerdict['check'], attempt: () => Promise<unknown>): Promise<ProbeVerdict> => {
    try {
      await attempt();
      return { check, ok: true, detail: 'It answers.' };
    } catch (error) {
      const { code } = error as ErpError;
      const ok = (check === 'address' && code === 'unauthorized') || sins.has('probe always passes');
      return ok ? { check, ok, detail: 'It answers.' } : { check, ok, detail: code, fix: 'Look at it.' };
    }
  };
  return [
    await verdict('address', () => wire.token(call)),
    await verdict('credentials', () => wire.token(call)),
    await verdict('orders', () => wire.rows('/orders?customer=C1', call)),
    await verdict('prices', () => wire.rows('/prices?item=A', call)),
  ];
}

/** A small sound adapter, unless it is told to commit sins. */
export function plainAdapter(...committed: readonly Sin[]): ErpAdapter {
  const sins = new Set(committed);
  const manifest = sins.has('offers what it does not declare')
    ? { ...PLAIN_MANIFEST, capabilities: { ...PLAIN_MANIFEST.capabilities, prices: UNSUPPORTED } }
    : PLAIN_MANIFEST;
  return {
    manifest,
    connect({ connectionId, settings }): ErpConnection {
      const url = settings['url'];
      if (typeof url !== 'string') throw new ErpError('invalid-request', 'The setting url is missing.');
      const wire = createPlainWire(url, sins);
      const context = { connectionId, wire, sins };
      return {
        company: '7',
        orders: {
          list: (query: OrderList, call) => orderPage(context, query, call),
          get: async ({ number }, call) => {
            const page = await orderPage(context, { number }, call);
            const [order] = page.data.items as readonly SalesOrderView[];
            if (order === undefined) throw new ErpError('not-found', 'No such order.');
            const lines = [{ lineNo: '1', item: 'A', description: 'A', ...quantities(), status: order.status }];
            return { ...page, data: { ...order, lines } };
          },
          latest: (query, call) => latestOrders(context, query, call),
          ...(sins.has('answers for many undeclared') ? { open: () => Promise.reject(new TypeError('oops')) } : {}),
        },
        prices: { quote: (query, call) => priceBatch(context, query, call) },
        events: {
          translate({ headers, body }) {
            if (!isSecret(headers['x-secret'], sins)) throw new ErpError('unauthorized', 'Wrong secret.');
            if (!body.startsWith('order ')) throw new ErpError('bad-response', 'Unreadable notice.');
            return { id: body, changes: [{ kind: 'order', key: body.slice(6), hard: false }] };
          },
        },
        probe: (call) => probe(wire, sins, call),
        close: () => wire.close(),
      };
    },
  };
}

function quantities() {
  const one = { value: '1', unit: 'EA' };
  return { ordered: one, shipped: one, backordered: { value: '0', unit: 'EA' } };
}
