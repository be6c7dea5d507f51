import { ErpChanges, type ConnectionChange, type RawErpNotice, type ReceivedErpNotice } from '@headwater/erp-contracts';
import { ERP_REF_KINDS } from '@headwater/kernel';
import { Subject, type Observable } from 'rxjs';
import type { Timers } from '../timers';
import { withinDeadline } from './deadline';
import { firstReachable, rankedFor } from './gateway-choice';
import type { GatewayLink } from './gateway-link';
import { PATHS } from './protocol';

export interface RemoteChangesDeps {
  readonly links: readonly GatewayLink[];
  readonly timers: Timers;
}

const RECEIVE_MS = 10_000;

/** Hands notices to the gateway that holds the connection, and hears of changes from all of them. */
export class RemoteChanges extends ErpChanges {
  readonly #subject = new Subject<ConnectionChange>();
  override readonly changes: Observable<ConnectionChange> = this.#subject.asObservable();

  constructor(private readonly deps: RemoteChangesDeps) {
    super();
  }

  override async receive(connectionId: string, notice: RawErpNotice): Promise<ReceivedErpNotice> {
    const { value } = await withinDeadline({ ms: RECEIVE_MS, timers: this.deps.timers }, (signal) =>
      firstReachable(rankedFor(connectionId, this.deps.links), (link) =>
        link.ask(PATHS.receive, { connectionId, notice: withoutAbsent(notice) }, signal),
      ),
    );
    return value as ReceivedErpNotice;
  }

  announce(changed: ConnectionChange): void {
    this.#subject.next(changed);
  }

  /** What was said while nobody listened is unknown, so everything of these connections counts as changed. */
  announceEverythingOf(connectionIds: Iterable<string>): void {
    for (const connectionId of connectionIds) {
      for (const kind of ERP_REF_KINDS) this.announce({ connectionId, change: { kind, key: '*', hard: false } });
    }
  }

  close(): void {
    this.#subject.complete();
  }
}

function withoutAbsent(notice: RawErpNotice): RawErpNotice {
  const present = (texts: RawErpNotice['headers']): RawErpNotice['headers'] =>
    Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
  return { ...notice, headers: present(notice.headers), query: present(notice.query) };
}
