import type { ReplayAnswer, ReplayExchange, ReplayRequest } from '@headwater/erp-testing';
import itemsJson from '../../fixtures/items.json';
import ordersJson from '../../fixtures/orders.json';
import stockJson from '../../fixtures/stock.json';

/** The key a sound connection shows. */
export const HARBOR_ERP_KEY = 'harbor-erp-key-5528190';

const COMPANY = '1';

interface Asked {
  /** What follows the name of the collection; empty for the collection itself. */
  readonly key: string;
  readonly parameters: URLSearchParams;
}

/** Harbor answers only to its key, and only for the company the request names. */
function exchange(collection: string, answer: (asked: Asked) => ReplayAnswer): ReplayExchange {
  return {
    name: collection,
    matches: ({ path }) => path.split(/[/?]/)[1] === collection,
    answer: (request) => (isSigned(request) ? answer(askedOf(request)) : { status: 401, body: {} }),
  };
}

function isSigned({ headers }: ReplayRequest): boolean {
  return headers['authorization'] === `Bearer ${HARBOR_ERP_KEY}` && headers['x-harbor-company'] === COMPANY;
}

function askedOf({ path }: ReplayRequest): Asked {
  const { pathname, searchParams } = new URL(path, 'http://harbor.example');
  return { key: decodeURIComponent(pathname.split('/')[2] ?? ''), parameters: searchParams };
}

/** The rows of one page under `name`, and where to go on, in words only Harbor understands. */
function page(name: string, rows: readonly unknown[], { parameters }: Asked): ReplayAnswer {
  const from = Number((parameters.get('next') ?? 'row-0').replace('row-', ''));
  const to = from + Number(parameters.get('limit'));
  return { body: { [name]: rows.slice(from, to), next: to < rows.length ? `row-${String(to)}` : null } };
}

function one(row: object | undefined): ReplayAnswer {
  return row === undefined ? { status: 404, body: {} } : { body: row };
}

function orders(asked: Asked): ReplayAnswer {
  if (asked.key !== '') return one(ordersJson.find(({ number }) => number === asked.key));
  const customer = asked.parameters.get('customer');
  const rows = ordersJson
    .filter((order) => customer === null || order.customer === customer)
    .sort((left, right) => left.orderedOn.localeCompare(right.orderedOn))
    .map(({ lines: _, ...header }) => header);
  return page('orders', asked.parameters.get('sort') === 'orderedOn' ? rows : rows.reverse(), asked);
}

function items(asked: Asked): ReplayAnswer {
  if (asked.key !== '') return one(itemsJson.find(({ number }) => number === asked.key));
  const words = (asked.parameters.get('q') ?? '').toLowerCase();
  const found = itemsJson.filter(({ number, description }) => `${number} ${description}`.toLowerCase().includes(words));
  return page('items', found, asked);
}

function availability({ parameters }: Asked): ReplayAnswer {
  const asked = parameters.getAll('item');
  const warehouse = parameters.get('warehouse');
  const stock = stockJson.filter((row) => asked.includes(row.item) && (warehouse ?? row.warehouse) === row.warehouse);
  return { body: { stock, unknown: asked.filter((item) => !itemsJson.some(({ number }) => number === item)) } };
}

/** Harbor as it answers when all is well. */
export const HARBOR_ERP_EXCHANGES: readonly ReplayExchange[] = [
  exchange('orders', orders),
  exchange('items', items),
  exchange('availability', availability),
];
