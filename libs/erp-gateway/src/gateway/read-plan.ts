import {
  capabilityOf,
  tagsOfQuery,
  tagsOfView,
  type ErpOperation,
  type ErpRead,
  type Reading,
  type ViewOf,
} from '@headwater/erp-contracts';
import type { CacheKey, Loaded, ReadPolicy } from '../cache/cache-read';
import { canonical } from './canonical';
import type { AskedReading } from './erp-caller';
import type { OpenedConnection } from './opened-connection';
import { connectionTag, scopedTags } from './scoped-tags';
import { type TimeToLive, timeToLive, type TtlOverrides } from './time-to-live';

/** To be raised with every change of a view's shape, so that a value of an older release is never given out. */
const VIEW_SCHEMA_VERSION = 1;

export function keyOf({ connectionId, scope, operation, query }: ErpRead): CacheKey {
  return {
    partition: JSON.stringify([connectionId, scope.principal]),
    id: `${operation}?${canonical(query)}`,
    schemaVersion: VIEW_SCHEMA_VERSION,
  };
}

export interface PolicyContext {
  readonly opened: OpenedConnection;
  readonly deploymentTtl: TtlOverrides | undefined;
  /** What is left of the reader's patience. */
  readonly deadlineMs: number;
}

/**
 * How long a call may outlive the patience of the reader it was made for: long enough that an answer a little late
 * still fills the cache, short enough that an ERP that hung is asked anew soon after it is back.
 */
const LATE_ANSWER_MS = 5_000;

export function timeToLiveOf(
  { operation }: ErpRead,
  { candidate: connection, manifest }: OpenedConnection,
  deployment: TtlOverrides | undefined,
): TimeToLive {
  return timeToLive(capabilityOf(operation), { connection, manifest, deployment });
}

export function policyOf(read: ErpRead, { opened, deploymentTtl, deadlineMs }: PolicyContext): ReadPolicy {
  const { manifest, vendorCalls } = opened;
  const page = vendorCalls.pages.find(read.page);
  return {
    ...timeToLiveOf(read, opened, deploymentTtl),
    tags: [connectionTag(read.connectionId), ...scopedTags(read.connectionId, tagsOfQuery(read.operation, read.query))],
    mode: read.fresh === true ? 'fresh' : 'cached',
    // The panels of a page that is asked afresh are of one moment, so that they may share what they ask.
    ...(page === undefined ? {} : { notBefore: page.beganAt }),
    deadlineMs,
    loadTimeoutMs: Math.min(manifest.limits.timeoutMs, deadlineMs + LATE_ANSWER_MS),
    ...(read.signal === undefined ? {} : { signal: read.signal }),
  };
}

/** The answer with what it turned out to depend on. */
export function loadedFrom(
  { connectionId, operation }: ErpRead,
  { reading, since }: AskedReading,
): Loaded<Reading<unknown>> {
  const tags = tagsOfView(operation, reading.data as ViewOf<ErpOperation>);
  return { value: reading, since, tags: scopedTags(connectionId, tags) };
}
