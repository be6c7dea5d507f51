import {
  type ErpAnswer,
  ErpError,
  type ErpManifest,
  type ErpOperation,
  type ErpRead,
  ErpReads,
  type ErpSource,
  type Freshness,
  type KeyedErpRead,
  type KeyedSection,
  type Section,
  toErpError,
  toErpProblem,
  type ViewOf,
} from '@headwater/erp-contracts';
import { anErpManifest } from '@headwater/erp-testing';
import { from, map, merge, NEVER, Observable, race, timer } from 'rxjs';

type Responder = (read: ErpRead) => unknown;

export const LIVE: Freshness = { state: 'live', asOf: '2026-11-23T09:14:03.120Z', ageMs: 0, ttlMs: 60_000 };
/** An answer that never comes. */
export const NEVER_ANSWERS = new Promise<never>(() => undefined);

/** An ERP whose answers a test scripts by operation; an operation without a script fails. */
export class FakeErpReads extends ErpReads {
  readonly asked: ErpRead[] = [];
  readonly abandoned: ErpOperation[] = [];
  readonly answers = new Map<ErpOperation, Responder>();
  freshness: Freshness = LIVE;
  connections: readonly string[] = [];
  readonly keptAnswers = new Map<ErpOperation, ErpAnswer<unknown>>();
  manifest: (connectionId: string) => Promise<ErpManifest> = async () => anErpManifest();

  answer<O extends ErpOperation>(operation: O, responder: (read: ErpRead<O>) => ViewOf<O> | Promise<ViewOf<O>>): this {
    this.answers.set(operation, responder as unknown as Responder);
    return this;
  }

  override async read<O extends ErpOperation>(read: ErpRead<O>): Promise<ErpAnswer<ViewOf<O>>> {
    const plain = read as unknown as ErpRead;
    this.asked.push(plain);
    const responder = this.answers.get(read.operation);
    if (responder === undefined) throw new ErpError('unavailable', 'The ERP cannot be reached.');
    const data = (await responder(plain)) as ViewOf<O>;
    return { data, source: this.source(read.connectionId), freshness: this.freshness };
  }

  override kept<O extends ErpOperation>(read: ErpRead<O>): ErpAnswer<ViewOf<O>> | undefined {
    return this.keptAnswers.get(read.operation) as ErpAnswer<ViewOf<O>> | undefined;
  }

  override fanOut<K extends string>(
    reads: readonly KeyedErpRead<K>[],
    { deadlineMs }: { readonly deadlineMs: number },
  ): Observable<KeyedSection<K>> {
    return merge(...reads.map((keyed) => this.#section(keyed, deadlineMs)));
  }

  override async sourceOf(connectionId: string): Promise<ErpSource> {
    return this.source(connectionId);
  }

  override async connectionIds(): Promise<readonly string[]> {
    return this.connections;
  }

  override manifestOf(connectionId: string): Promise<ErpManifest> {
    return this.manifest(connectionId);
  }

  operationsAsked(): readonly ErpOperation[] {
    return this.asked.map(({ operation }) => operation);
  }

  source(connectionId: string): ErpSource {
    return { connectionId, adapter: 'fake-erp', company: '1' };
  }

  #section<K extends string>({ key, read }: KeyedErpRead<K>, deadlineMs: number): Observable<KeyedSection<K>> {
    const late = timer(deadlineMs).pipe(map(() => this.#failure(read, new ErpError('timeout', 'Too late.'))));
    return race(from(this.#settled(read)), deadlineMs === Infinity ? NEVER : late).pipe(
      (source) => this.#watched(read, source),
      map((section) => ({ key, connectionId: read.connectionId, section })),
    );
  }

  async #settled(read: ErpRead): Promise<Section> {
    try {
      return { status: 'ok', ...(await this.read(read)) };
    } catch (thrown) {
      return this.#failure(read, toErpError(thrown));
    }
  }

  #failure({ connectionId }: ErpRead, error: ErpError): Section {
    const status = error.code === 'unsupported' ? 'unsupported' : 'failed';
    return { status, source: this.source(connectionId), problem: toErpProblem(error, connectionId) };
  }

  /** Notes what was left before it was answered. */
  #watched(read: ErpRead, source: Observable<Section>): Observable<Section> {
    return new Observable((subscriber) => {
      let answered = false;
      const subscription = source.subscribe({
        next: (section) => {
          answered = true;
          subscriber.next(section);
        },
        complete: () => subscriber.complete(),
      });
      return () => {
        if (!answered) this.abandoned.push(read.operation);
        subscription.unsubscribe();
      };
    });
  }
}

export function emptyPage(): { readonly items: readonly never[]; readonly nextCursor: null } {
  return { items: [], nextCursor: null };
}
