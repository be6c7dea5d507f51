import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { outgoingPost } from '../../outgoing-post';
import type { VendorAnswer } from '../../simulator';
import { keyValue } from '../address';
import { jsonAnswer } from '../answers';
import { arranged } from '../odata/arrange';
import type { Row } from '../odata/entity';
import { etagOf } from '../odata/etag';
import { project, type Json } from '../odata/project';
import { parseQuery, type Query } from '../odata/query';
import { noRecord, notAllowed } from '../refusals';
import { jsonOf } from '../reads/answer-batch';
import { originOf, readingOf, type Call } from '../site';
import { subjectOf, subscriptionEntity, type Subscription } from './subscription';
import type { Wanted } from './subscription-desk';
import * as refusal from './webhook-refusals';

const wantedSchema = z.object({
  notificationUrl: z.string(),
  resource: z.string(),
  clientState: z.string().default(''),
});

/** Subscriptions belong to the environment, not to a company. */
const ANY_COMPANY = '1';

/** `…/subscriptions` and `…/subscriptions('{id}')`: the only thing a reader may write. */
export async function answerSubscriptions(call: Call): Promise<VendorAnswer> {
  const { method } = call.request;
  const [{ key } = { key: undefined }] = call.address.segments;
  if (key === undefined) {
    if (method === 'GET') return listed(call);
    if (method === 'POST') return create(call);
    throw notAllowed(method, 'subscriptions');
  }
  const found = subscriptionAt(call, key);
  if (method === 'GET') return jsonAnswer(200, shown(call, found));
  if (method === 'PATCH') return renew(call, found);
  if (method === 'DELETE') return remove(call, found);
  throw notAllowed(method, 'subscriptions');
}

function listed(call: Call): VendorAnswer {
  const query = queryIn(call);
  const rows = subscriptionEntity.rows(call.site.subscriptions.list(), readingOf(call, ANY_COMPANY));
  const { rows: found, total } = arranged(rows, query, call.site.options);
  const page = found.slice(query.skip, query.top === undefined ? undefined : query.skip + query.top);
  return jsonAnswer(200, {
    '@odata.context': contextOf(call),
    ...(query.count === 'wanted' ? { '@odata.count': total } : {}),
    value: page.map((row) => project(row, query, call.site.options)),
  });
}

async function create(call: Call): Promise<VendorAnswer> {
  const { subscriptions, options } = call.site;
  const wanted = wantedIn(call, {});
  if (subscriptions.isFull) throw refusal.tooManySubscriptions(options.webhooks.most);
  await shakeHands(wanted.notificationUrl);
  return jsonAnswer(201, shown(call, subscriptions.add(wanted)));
}

async function renew(call: Call, before: Subscription): Promise<VendorAnswer> {
  checkMatch(call, before);
  const wanted = wantedIn(call, before);
  await shakeHands(wanted.notificationUrl);
  return jsonAnswer(200, shown(call, call.site.subscriptions.renew(before, wanted)));
}

function remove(call: Call, found: Subscription): VendorAnswer {
  if (call.request.headers['if-match'] !== undefined) checkMatch(call, found);
  call.site.subscriptions.remove(found.subscriptionId);
  return { ...jsonAnswer(204, ''), body: '' };
}

function subscriptionAt({ site }: Call, key: string): Subscription {
  const id = keyValue(key, 'subscriptionId');
  const found = id === undefined ? undefined : site.subscriptions.get(id);
  if (found === undefined) throw noRecord(site.options, 'subscription');
  return found;
}

function checkMatch(call: Call, found: Subscription): void {
  const given = call.request.headers['if-match'];
  if (given === undefined) throw refusal.noConcurrencyToken();
  if (given !== '*' && given !== etagOf(rowOf(call, found))) throw refusal.entityChanged(call.site.options);
}

/** A renewal may leave out what stays as it is. */
function wantedIn({ request, site }: Call, before: Partial<Wanted>): Wanted {
  const { clientStateMost, notificationUrls } = site.options.webhooks;
  const given = jsonOf(request.body);
  if (typeof given !== 'object' || given === null) throw refusal.badSubscription();
  const { notificationUrl, resource, clientState } = before;
  const parsed = wantedSchema.safeParse({ notificationUrl, resource, clientState, ...given });
  if (!parsed.success) throw refusal.badSubscription();
  const wanted = parsed.data;
  const protocol = URL.canParse(wanted.notificationUrl) ? new URL(wanted.notificationUrl).protocol : '';
  if (protocol !== 'https:' && (protocol !== 'http:' || notificationUrls === 'https')) throw refusal.badSubscription();
  if (wanted.clientState.length > clientStateMost) throw refusal.badSubscription();
  if (subjectOf(wanted.resource) === undefined) throw refusal.unsupportedResource(wanted.resource);
  return wanted;
}

/** Whoever is to be told has to give the token back first, and again at every renewal. */
async function shakeHands(notificationUrl: string): Promise<void> {
  const token = randomUUID();
  const url = new URL(notificationUrl);
  url.searchParams.append('validationToken', token);
  const answer = await outgoingPost(url.href, { 'content-type': 'text/plain' }, '');
  if (answer?.status !== 200 || !answer.body.includes(token)) throw refusal.handshakeFailed();
}

function shown(call: Call, subscription: Subscription): Json {
  const record = project(rowOf(call, subscription), queryIn(call), call.site.options);
  return { '@odata.context': `${contextOf(call)}/$entity`, ...record };
}

function rowOf(call: Call, subscription: Subscription): Row {
  const [row] = subscriptionEntity.rows([subscription], readingOf(call, ANY_COMPANY));
  if (row === undefined) throw new RangeError('an entity has a row for each source');
  return row;
}

function queryIn({ request, site }: Call): Query {
  const dialect = { schemaVersion: '2.0', options: site.options } as const;
  return parseQuery(new Map(request.query), subscriptionEntity.schema, dialect);
}

function contextOf({ request, address }: Call): string {
  return `${originOf(request)}${address.root}/$metadata#subscriptions`;
}
