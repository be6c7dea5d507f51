import { instantFromText, isSameSecret, parseLosslessJson } from '@headwater/erp-adapter-kit';
import { createHash } from 'node:crypto';
import { ErpError, type ErpEventTranslator, type RawErpNotice, type TranslatedNotice } from '@headwater/erp-contracts';
import { changesOf, type NoticeReading } from './events/notice-changes';
import { type NoticeItem, noticeSchema } from './events/notice.schema';

export interface EventDeps {
  readonly connectionId: string;
  readonly eventSecret: string | undefined;
  readonly reading: () => NoticeReading;
}

const LONGEST_TOKEN = 4_096;
const LONGEST_BODY = 8_000_000;

function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** Business Central asks whether somebody is here before it subscribes and before it renews, and wants its token back. */
function handshake(token: string, { connectionId }: EventDeps): TranslatedNotice {
  if (token.length > LONGEST_TOKEN || /\p{Cc}/u.test(token)) {
    throw new ErpError('bad-response', 'The handshake carries no usable token.', { connectionId });
  }
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
  return { id: `handshake-${digest([token])}`, changes: [], reply: { status: 200, headers, body: token } };
}

function itemsOf({ body }: RawErpNotice, { connectionId }: EventDeps): readonly NoticeItem[] {
  const unreadable = () => new ErpError('bad-response', 'The change notice cannot be read.', { connectionId });
  if (body.length > LONGEST_BODY) throw unreadable();
  try {
    // Platforms before 19 put a byte order mark in front.
    const parsed = noticeSchema.safeParse(parseLosslessJson(body.replace(/^\uFEFF/, '')));
    if (parsed.success) return parsed.data.value;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
  }
  throw unreadable();
}

/** One call may carry changes of several subscriptions, so each has to prove itself. */
function refuseStrangers(items: readonly NoticeItem[], { eventSecret, connectionId }: EventDeps): void {
  const given = items.map(({ clientState }) => (typeof clientState === 'string' ? clientState : undefined));
  const isOurs = given.map((state) => eventSecret !== undefined && isSameSecret(state, eventSecret)).every(Boolean);
  if (isOurs && items.length > 0) return;
  throw new ErpError('unauthorized', 'The change notice does not carry the client state of our subscriptions.', {
    connectionId,
  });
}

/** Business Central gives a notice no id: it is the same one where it tells the same changes of the same moment. */
function idOf(items: readonly NoticeItem[]): string {
  return digest(items.map((item) => [item.subscriptionId, item.resource, item.changeType, item.lastModifiedDateTime]));
}

function occurredAt(items: readonly NoticeItem[]): string | undefined {
  const moments = items.map(({ lastModifiedDateTime }) => instantFromText(lastModifiedDateTime ?? ''));
  return moments
    .filter((moment) => moment !== undefined)
    .sort()
    .at(-1);
}

/** Translates webhook notices. They tell which row changed, and nothing of what is in it. */
export function createBcEvents(deps: EventDeps): ErpEventTranslator {
  return {
    translate(notice) {
      const token = notice.query['validationToken'] ?? notice.query['validationtoken'];
      if (token !== undefined && token !== '') return handshake(token, deps);
      const items = itemsOf(notice, deps);
      refuseStrangers(items, deps);
      const moment = occurredAt(items);
      return {
        id: idOf(items),
        ...(moment === undefined ? {} : { occurredAt: moment }),
        changes: changesOf(items, deps.reading()),
      };
    },
  };
}
