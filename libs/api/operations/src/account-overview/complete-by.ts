import {
  type AccountSection,
  type AccountSectionMessage,
  ErpError,
  type ErpSource,
  type OverviewCapability,
  toErpError,
  toErpProblem,
} from '@headwater/erp-contracts';
import type { ErpRef } from '@headwater/kernel';
import { Observable, type Subscriber } from 'rxjs';

export interface ExpectedSection {
  readonly capability: OverviewCapability;
  readonly ref: ErpRef;
}

/**
 * Exactly the expected sections, whatever becomes of the work behind them: what has not come at the deadline, or
 * cannot come any more, is a failure of its own section.
 */
export function completeBy(
  arriving: Observable<AccountSectionMessage>,
  expected: readonly ExpectedSection[],
  deadlineMs: number,
): Observable<AccountSectionMessage> {
  return new Observable((subscriber) => new Completion(expected, subscriber).follow(arriving, deadlineMs));
}

class Completion {
  readonly #open: Map<string, ExpectedSection>;
  readonly #sources = new Map<string, ErpSource>();

  constructor(
    expected: readonly ExpectedSection[],
    private readonly subscriber: Subscriber<AccountSectionMessage>,
  ) {
    this.#open = new Map(expected.map((section) => [keyOf(section), section]));
  }

  follow(arriving: Observable<AccountSectionMessage>, deadlineMs: number): () => void {
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

  #take(message: AccountSectionMessage): void {
    const { capability, section } = message;
    if (section.source.adapter !== UNKNOWN_ADAPTER) this.#sources.set(section.ref.connectionId, section.source);
    if (!this.#open.delete(keyOf({ capability, ref: section.ref }))) return;
    this.subscriber.next(message);
    if (this.#open.size === 0) this.subscriber.complete();
  }

  #fail(error: ErpError): void {
    for (const { capability, ref } of this.#open.values()) {
      const source = this.#sources.get(ref.connectionId) ?? unknownSource(ref.connectionId);
      const problem = toErpProblem(error, ref.connectionId);
      const section: AccountSection = { status: 'failed', source, problem, ref };
      this.subscriber.next({ capability, section } as AccountSectionMessage);
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

function keyOf({ capability, ref }: ExpectedSection): string {
  return JSON.stringify([capability, ref.connectionId, ref.externalId]);
}
