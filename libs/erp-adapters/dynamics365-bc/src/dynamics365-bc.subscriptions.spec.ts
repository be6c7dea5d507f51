import type { ErpConnection } from '@headwater/erp-contracts';
import { anErpCall, type ReplayAnswer, type ReplayExchange, type ReplayRequest } from '@headwater/erp-testing';
import type { Clock } from '@headwater/kernel';
import { COMPANY_ID } from './testing/bc-answers';
import { withBc } from './testing/bc-connection';
import { BC_SECRETS } from './testing/bc-settings';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-26T12:00:00Z');
const CLOCK: Clock = { now: () => NOW, monotonic: () => 0 };
const URL_OF_OURS = 'https://headwater.example/api/erp/events/c1';
const PATH = '/v2.0/contoso.example/Production/api/v2.0/subscriptions';

interface Row {
  readonly subscriptionId: string;
  readonly notificationUrl: string;
  readonly resource: string;
  readonly clientState: string;
  readonly expirationDateTime: string;
  readonly '@odata.etag': string;
}

function inHours(hours: number): string {
  return new Date(NOW + hours * HOUR).toISOString();
}

/** Business Central with a memory for subscriptions. */
function subscriptionServer(rows: Row[], listed: readonly Row[]): ReplayExchange {
  const answer = ({ method, path, headers, body }: ReplayRequest): ReplayAnswer => {
    if (method === 'GET') return { body: { value: listed } };
    const given = JSON.parse(body) as Pick<Row, 'notificationUrl' | 'resource' | 'clientState'>;
    const id = /\('([^']+)'\)/.exec(decodeURIComponent(path))?.[1] ?? `new-${String(rows.length)}`;
    const at = rows.findIndex(({ subscriptionId }) => subscriptionId === id);
    if (method === 'PATCH' && at < 0)
      return { status: 404, body: { error: { code: 'Internal_RecordNotFound', message: '' } } };
    if (method === 'PATCH' && headers['if-match'] !== rows[at]?.['@odata.etag']) {
      return { status: 409, body: { error: { code: 'Request_EntityChanged', message: '' } } };
    }
    const row: Row = { ...given, subscriptionId: id, expirationDateTime: inHours(72), '@odata.etag': `W/"${id}+"` };
    rows.splice(at < 0 ? rows.length : at, at < 0 ? 0 : 1, row);
    return { status: at < 0 ? 201 : 200, body: row };
  };
  return { name: 'subscriptions', matches: ({ path }) => path.startsWith(PATH), answer };
}

function aRow(set: string, hours: number, other: Partial<Row> = {}): Row {
  return {
    subscriptionId: `sub-${set}`,
    notificationUrl: URL_OF_OURS,
    resource: `api/v2.0/companies(${COMPANY_ID})/${set}`,
    clientState: BC_SECRETS.eventSecret,
    expirationDateTime: inHours(hours),
    '@odata.etag': `W/"${set}"`,
    ...other,
  };
}

const SETS = ['customers', 'items', 'salesOrders', 'salesInvoices', 'salesCreditMemos', 'salesQuotes'];

async function ensured(
  rows: Row[],
  run: (
    ensure: () => ReturnType<NonNullable<ErpConnection['subscriptions']>['ensure']>,
    sent: (method: string) => readonly ReplayRequest[],
  ) => Promise<void>,
  listed: readonly Row[] = rows,
): Promise<void> {
  await withBc(
    async ({ connection, server }) => {
      const { subscriptions } = connection;
      if (subscriptions === undefined) throw new Error('the connection subscribes to nothing');
      const sent = (method: string) =>
        server.requests.filter((one) => one.method === method && one.path.startsWith(PATH));
      await run(() => subscriptions.ensure(URL_OF_OURS, anErpCall()), sent);
    },
    { clock: CLOCK, exchanges: [subscriptionServer(rows, listed)] },
  );
}

describe('subscriptions', () => {
  it('that are missing are made, once', async () => {
    const rows: Row[] = [];
    await ensured(rows, async (ensure, sent) => {
      expect(await ensure()).toEqual({ validUntil: inHours(72) });
      await ensure();
      expect(sent('POST').map(({ body }) => JSON.parse(body) as unknown)).toEqual(
        SETS.map((set) => ({
          resource: `/api/v2.0/companies(${COMPANY_ID})/${set}`,
          notificationUrl: URL_OF_OURS,
          clientState: BC_SECRETS.eventSecret,
        })),
      );
      expect(rows).toHaveLength(SETS.length);
    });
  });

  it('with less than half of their life left are renewed with their tag, the others left alone', async () => {
    const rows = SETS.map((set, index) => aRow(set, index === 2 ? 35 : 37 + index));
    await ensured(rows, async (ensure, sent) => {
      expect(await ensure()).toEqual({ validUntil: inHours(37) });
      expect(sent('POST')).toHaveLength(0);
      expect(sent('PATCH').map(({ path, headers }) => [decodeURIComponent(path), headers['if-match']])).toEqual([
        [`${PATH}('sub-salesOrders')`, 'W/"salesOrders"'],
      ]);
    });
  });

  it('of an earlier secret are renewed with the present one', async () => {
    const rows = SETS.map((set) => aRow(set, 60, set === 'items' ? { clientState: 'an-earlier-secret' } : {}));
    await ensured(rows, async (ensure, sent) => {
      await ensure();
      expect(sent('PATCH')).toHaveLength(1);
      expect(rows.every(({ clientState }) => clientState === BC_SECRETS.eventSecret)).toBe(true);
    });
  });

  it('of somebody else are not touched', async () => {
    const foreign = aRow('items', 1, { subscriptionId: 'foreign', notificationUrl: 'https://elsewhere.example/' });
    const rows = [foreign, ...SETS.map((set) => aRow(set, 60))];
    await ensured(rows, async (ensure, sent) => {
      await ensure();
      expect([...sent('POST'), ...sent('PATCH')]).toEqual([]);
      expect(rows[0]).toEqual(foreign);
    });
  });

  it('are asked for at the primary database, which knows what was just written', async () => {
    await ensured([], async (ensure, sent) => {
      await ensure();
      const requests = [...sent('GET'), ...sent('POST')];
      expect(requests.map(({ headers }) => headers['data-access-intent'])).toEqual(requests.map(() => undefined));
    });
  });

  it('that somebody changed in between are a conflict, to be tried again', async () => {
    const rows = SETS.map((set) => aRow(set, 1));
    const stale = rows.map((row) => ({ ...row, '@odata.etag': 'W/"before"' }));
    await ensured(
      rows,
      async (ensure) => {
        await expect(ensure()).rejects.toMatchObject({ code: 'conflict' });
      },
      stale,
    );
  });

  it('that ended in between are made anew', async () => {
    const listed = SETS.map((set) => aRow(set, 1));
    await ensured(
      [],
      async (ensure, sent) => {
        expect(await ensure()).toEqual({ validUntil: inHours(72) });
        expect(sent('POST')).toHaveLength(SETS.length);
      },
      listed,
    );
  });

  it('are not offered without a secret to know their notices by', async () => {
    await withBc(
      async ({ connection }) => {
        expect(connection.subscriptions).toBeUndefined();
      },
      { settings: { eventSecret: '' } },
    );
  });
});
