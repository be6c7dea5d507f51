import { type AccountSection, ErpError, type ErpSource, toErpError, toErpProblem } from '@headwater/erp-contracts';
import type { ErpRef } from '@headwater/kernel';
import { Observable, type Subscriber } from 'rxjs';

/** A section of a linked customer, and which one it is: of which panel, of which account. */
export interface SectionMessage {
  readonly section: AccountSection;
}

/** A message before its section is there. */
export type ExpectedSection<M extends SectionMessage> = Omit<M, 'section'> & { readonly ref: ErpRef };

/**
 * Exactly the expected sections, whatever becomes of the work behind them: what has not come at the deadline, or
 * cannot come any more, is a failure of its own section.
 */
export function completeBy<M extends SectionMessage>(
  arriving: Observable<M>,
  expected: readonly ExpectedSection<M>[],
  deadlineMs: number,
): Observable<M> {
  return new Observable((subscriber) => new Completion(expected, subscriber).follow(arriving, deadlineMs));
}

class Completion<M extends SectionMessage> {
  readonly #open: Map<string, ExpectedSection<M>>;
  readonly #sources = new Map<string, ErpSource>();

  constructor(
    expected: readonly ExpectedSection<M>[],
    private readonly subscriber: Subscriber<M>,
  ) {
    this.#open = new Map(expected.map((section) => [keyOf(section), section]));
  }

  follow(arriving: Observable<M>, deadlineMs: number): () => void {
    const late = new ErpError('timeout', 'The ERP did not answer before the page had to.');
    const timer = setTimeout(() => this.#fail(late), deadlineMs);
    const subscription = arriving.subscribe({
      next: (message) => this.#take(message),
      error: (thrown: unknown) => this.#fail(toErpError(thrown)),
      complete: () => this.#fail(new ErpError('bad-response', 'The ERP connection gave no answer.')),
    });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }

  #take(message: M): void {
    const { section, ...which } = message;
    if (section.source.adapter !== UNKNOWN_ADAPTER) this.#sources.set(section.ref.connectionId, section.source);
    if (!this.#open.delete(keyOf({ ...which, ref: section.ref }))) return;
    this.subscriber.next(message);
    if (this.#open.size === 0) this.subscriber.complete();
  }

  #fail(error: ErpError): void {
    for (const { ref, ...which } of this.#open.values()) {
      const source = this.#sources.get(ref.connectionId) ?? unknownSource(ref.connectionId);
      const problem = toErpProblem(error, ref.connectionId);
      const section: AccountSection = { status: 'failed', source, problem, ref };
      this.subscriber.next({ ...which, section } as unknown as M);
    }
    this.#open.clear();
    this.subscriber.complete();
  }
}

const UNKNOWN_ADAPTER = 'unknown';

/** A failure must say whose it is even where the connection could not be asked what it is. */
export function unknownSource(connectionId: string): ErpSource {
  return { connectionId, adapter: UNKNOWN_ADAPTER, company: '' };
}

function keyOf({ ref, ...which }: { readonly ref: ErpRef }): string {
  return JSON.stringify([ref.connectionId, ref.externalId, ...Object.entries(which).toSorted()]);
}
