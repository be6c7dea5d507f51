import { entityPath, instantFromText, odataCollection, parseVendor } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError, type ErpSubscriptions } from '@headwater/erp-contracts';
import type { Instant } from '@headwater/kernel';
import { ERP } from './client/vendor-failure';
import { answered, type BcContext } from './dynamics365-bc.context';
import { type SubscriptionRow, subscriptionSchema } from './events/subscription.schema';

/** Business Central forgets a subscription after three days; from halfway on it is renewed. */
const LIFE_MS = 3 * 24 * 3_600_000;

const SETS = ['customers', 'items', 'salesOrders', 'salesInvoices', 'salesCreditMemos', 'salesQuotes'] as const;

interface Wanted {
  readonly resource: string;
  readonly notificationUrl: string;
  readonly clientState: string;
}

/**
 * Subscribes to notices: the only thing this adapter ever writes, and only its own subscriptions. Business Central calls
 * the address back before it answers, so the address must be reachable from it.
 */
export function createBcSubscriptions(context: BcContext, clientState: string): ErpSubscriptions {
  return {
    async ensure(notificationUrl, call) {
      const id = await context.client.companyId(call);
      const rows = await standing(context, call);
      const wanted = SETS.map((set) => ({
        resource: `/api/${context.settings.apiRoute}/companies(${id})/${set}`,
        notificationUrl,
        clientState,
      }));
      const ends: Instant[] = [];
      // One after the other: each makes Business Central call us back, and it works on few calls of one user at a time.
      for (const one of wanted) ends.push(await ensureOne(context, { one, rows }, call));
      return { validUntil: ends.sort()[0] ?? new Date(context.clock.now()).toISOString() };
    },
  };
}

function subscriptionsUrl(context: BcContext): string {
  return `${context.client.apiUrl}/subscriptions`;
}

async function standing(context: BcContext, call: ErpCall): Promise<readonly SubscriptionRow[]> {
  const what = answered(context, 'subscriptions');
  const body = await context.client.wire.json({ method: 'GET', url: subscriptionsUrl(context) }, call);
  return odataCollection(body, 'v4', what).rows.map((row) => parseVendor(subscriptionSchema, row, what));
}

/** Resources come back with or without a leading slash or host, and in another case. */
function isSameResource(left: string, right: string): boolean {
  const plain = (text: string): string => text.slice(Math.max(text.indexOf('api/'), 0)).toLowerCase();
  return plain(left) === plain(right);
}

function endOf(row: SubscriptionRow, { connectionId }: BcContext): Instant {
  const end = instantFromText(row.expirationDateTime ?? '');
  if (end !== undefined) return end;
  throw new ErpError('bad-response', `${ERP} answered a subscription without its end.`, { connectionId });
}

interface Ensured {
  readonly one: Wanted;
  readonly rows: readonly SubscriptionRow[];
}

async function ensureOne(context: BcContext, { one, rows }: Ensured, call: ErpCall): Promise<Instant> {
  const own = rows
    .filter((row) => row.notificationUrl === one.notificationUrl && isSameResource(row.resource ?? '', one.resource))
    .sort((left, right) => endOf(right, context).localeCompare(endOf(left, context)));
  const [latest] = own;
  if (latest === undefined) return create(context, one, call);
  const leftMs = Date.parse(endOf(latest, context)) - context.clock.now();
  const isOtherState = latest.clientState !== undefined && latest.clientState !== one.clientState;
  return leftMs < LIFE_MS / 2 || isOtherState ? renew(context, { one, row: latest }, call) : endOf(latest, context);
}

async function create(context: BcContext, body: Wanted, call: ErpCall): Promise<Instant> {
  const answer = await context.client.wire.json({ method: 'POST', url: subscriptionsUrl(context), body }, call);
  return endOf(parseVendor(subscriptionSchema, answer, answered(context, 'a subscription')), context);
}

/** One that ended between our looking and our renewing is made anew. */
async function renew(
  context: BcContext,
  { one, row }: { readonly one: Wanted; readonly row: SubscriptionRow },
  call: ErpCall,
): Promise<Instant> {
  const url = `${context.client.apiUrl}/${entityPath('subscriptions', { text: row.subscriptionId }, 'v4')}`;
  const headers = { 'if-match': row['@odata.etag'] ?? '*' };
  try {
    const answer = await context.client.wire.json({ method: 'PATCH', url, headers, body: one }, call);
    return endOf(parseVendor(subscriptionSchema, answer, answered(context, 'a subscription')), context);
  } catch (error) {
    if (!(error instanceof ErpError) || !['not-found', 'unavailable'].includes(error.code)) throw error;
    return create(context, one, call);
  }
}
