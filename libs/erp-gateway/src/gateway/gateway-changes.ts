import {
  ErpChanges,
  ErpError,
  tagsOfChange,
  type ConnectionChange,
  type ErpChange,
  type ReceivedErpNotice,
  type RawErpNotice,
  type TranslatedNotice,
} from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { Subject, type Observable } from 'rxjs';
import type { Invalidation } from '../cache/generations';
import type { ReadThroughCache } from '../cache/read-through-cache';
import type { CancelTimer, Timers } from '../timers';
import { toChangeNote, type Notes } from './change-notes';
import type { NoticeLedger } from './notice-ledger';
import type { ErpGatewayObserver } from './observer';
import type { OpenConnections } from './open-connections';
import type { OpenedConnection } from './opened-connection';
import { scopedTags } from './scoped-tags';

export interface GatewayChangesDeps {
  readonly cache: ReadThroughCache;
  readonly connections: OpenConnections;
  readonly ledger: NoticeLedger;
  readonly observer: ErpGatewayObserver;
  readonly clock: Clock;
  readonly timers: Timers;
  /** To the other processes; absent where there are none. */
  readonly notes?: Notes | undefined;
}

/**
 * Change notices: verified and translated by the adapter, then invalidated, then announced. The body goes no further
 * than the translation. A doubled notice invalidates again, because that does no harm and an ERP may reuse an id; it
 * is not announced again, unless the first one did not get through.
 */
export class GatewayChanges extends ErpChanges {
  readonly #subject = new Subject<ConnectionChange>();
  readonly #settling = new Set<CancelTimer>();

  override readonly changes: Observable<ConnectionChange> = this.#subject.asObservable();

  constructor(private readonly deps: GatewayChangesDeps) {
    super();
    deps.notes?.onNote((note) => {
      const heard = toChangeNote(note);
      if (heard !== undefined) this.#announceHere(heard.connectionId, heard.changes);
    });
  }

  override async receive(connectionId: string, notice: RawErpNotice): Promise<ReceivedErpNotice> {
    const receivedAt = { wall: this.deps.clock.now(), monotonic: this.deps.clock.monotonic() };
    const opened = await this.deps.connections.get(connectionId);
    const { id, changes, occurredAt, reply } = translated(opened, notice);
    if (reply !== undefined && changes.length === 0) return { accepted: true, duplicate: false, changes: 0, reply };
    const ledgerKey = JSON.stringify([connectionId, id]);
    const duplicate = this.deps.ledger.has(ledgerKey);
    await this.#invalidate(connectionId, changes);
    const invalidatedAt = this.deps.clock.monotonic();
    this.deps.ledger.add(ledgerKey);
    if (!duplicate) this.#announceEverywhere(connectionId, changes);
    this.#settleLater(opened, changes);
    this.deps.observer.noticeReceived?.({
      connectionId,
      changes: changes.length,
      duplicate,
      invalidationMs: invalidatedAt - receivedAt.monotonic,
      ...deliveryOf(occurredAt, receivedAt.wall),
    });
    return { accepted: true, duplicate, changes: changes.length, ...(reply === undefined ? {} : { reply }) };
  }

  /**
   * Takes changes that Headwater found out itself. When it resolves, no read that starts later answers with older values.
   * Every process with the connection open finds out by itself, so the others are not told.
   */
  async apply(opened: OpenedConnection, changes: readonly ErpChange[]): Promise<void> {
    const { connectionId } = opened.candidate;
    await this.#invalidate(connectionId, changes);
    this.#announceHere(connectionId, changes);
    this.#settleLater(opened, changes);
  }

  /** Ends the announcements and whatever was still to settle. */
  close(): void {
    for (const cancel of this.#settling) cancel();
    this.#settling.clear();
    this.#subject.complete();
  }

  async #invalidate(connectionId: string, changes: readonly ErpChange[]): Promise<void> {
    const tagsOf = (kind: Invalidation): readonly string[] =>
      scopedTags(connectionId, changes.filter(({ hard }) => hard === (kind === 'hard')).flatMap(tagsOfChange));
    await Promise.all(
      (['hard', 'soft'] as const).map(async (kind) => {
        const tags = tagsOf(kind);
        if (tags.length > 0) await this.deps.cache.invalidate(tags, kind);
      }),
    );
  }

  /**
   * An event's time is not its commit's time: a replica may answer with the old value for a while after it. What was
   * read in between is dropped, and open screens ask once more.
   */
  #settleLater(opened: OpenedConnection, changes: readonly ErpChange[]): void {
    const settleMs = opened.candidate.settleMs ?? opened.manifest.events.settleMs;
    if (settleMs <= 0 || changes.length === 0) return;
    const { connectionId } = opened.candidate;
    const cancel = this.deps.timers.after(settleMs, () => {
      this.#settling.delete(cancel);
      void this.#invalidate(connectionId, changes).then(() => this.#announceEverywhere(connectionId, changes));
    });
    this.#settling.add(cancel);
  }

  /** The invalidation went ahead on the same bus, so whoever hears of the change reads the new value. */
  #announceEverywhere(connectionId: string, changes: readonly ErpChange[]): void {
    this.#announceHere(connectionId, changes);
    if (changes.length > 0) void this.deps.notes?.note({ connectionId, changes });
  }

  #announceHere(connectionId: string, changes: readonly ErpChange[]): void {
    for (const change of changes) this.#subject.next({ connectionId, change });
  }
}

function translated({ connection, manifest }: OpenedConnection, notice: RawErpNotice): TranslatedNotice {
  if (connection.events === undefined) {
    throw new ErpError('unsupported', `${manifest.name} sends no change notices to this connection.`);
  }
  return connection.events.translate(notice);
}

/** Two clocks that differ may put a change after its own notice: that counts as no delay. */
function deliveryOf(occurredAt: string | undefined, receivedAt: number): { readonly deliveryMs?: number } {
  const occurred = occurredAt === undefined ? NaN : Date.parse(occurredAt);
  return Number.isNaN(occurred) ? {} : { deliveryMs: Math.max(0, receivedAt - occurred) };
}
