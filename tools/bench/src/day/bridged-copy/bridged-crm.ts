import { createEpicorP21Adapter } from '@headwater/erp-adapters/epicor-p21';
import type { ErpConnection, ErpConnectionCandidate } from '@headwater/erp-contracts';
import type { Book } from '../book';
import type { AnsweringSystem, GivenAnswer, Question } from '../questions';
import type { SimulatedClock } from '../simulated-clock';
import { OrderStore, PriceStore, StockStore } from './copy-store';
import { copyChanges, copyInFull, type Copy } from './poll';

export interface BridgeOptions {
  readonly candidate: ErpConnectionCandidate;
  readonly clock: SimulatedClock;
  readonly book: Book;
  readonly everyMs: number;
}

/** A CRM beside a middleware: it answers from its copy, and the copy is brought up to date every so often. */
export class BridgedCrm implements AnsweringSystem {
  readonly #copy: Copy = { stock: new StockStore(), orders: new OrderStore(), prices: new PriceStore() };
  readonly #erp: ErpConnection;
  #position = '';
  #polledAt = 0;

  private constructor(private readonly options: BridgeOptions) {
    this.#erp = createEpicorP21Adapter({ clock: options.clock }).connect(options.candidate);
  }

  /** Resolves with the copy complete, as after a night. */
  static async start(options: BridgeOptions): Promise<BridgedCrm> {
    const bridged = new BridgedCrm(options);
    bridged.#position = await copyInFull(bridged.#erp, bridged.#copy, options.book);
    bridged.#plan();
    return bridged;
  }

  answer(question: Question): Promise<GivenAnswer> {
    // What a poll did not find changed is as old as the poll, not as the row.
    const ageMs = this.options.clock.monotonic() - this.#polledAt;
    return Promise.resolve({ value: this.#kept(question) ?? 'not copied', ageMs });
  }

  told(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return this.#erp.close();
  }

  #kept(question: Question): string | undefined {
    const { stock, orders, prices } = this.#copy;
    switch (question.kind) {
      case 'available':
        return stock.get(question.item);
      case 'shipped':
        return orders.get(question.order);
      case 'price':
        return prices.get(question.customer, question.item);
    }
  }

  #plan(): void {
    const { clock, everyMs } = this.options;
    clock.after(everyMs, () => void clock.hold(this.#poll()));
  }

  async #poll(): Promise<void> {
    this.#polledAt = this.options.clock.monotonic();
    this.#plan();
    const since = { position: this.#position, book: this.options.book };
    this.#position = await copyChanges(this.#erp, this.#copy, since);
  }
}
