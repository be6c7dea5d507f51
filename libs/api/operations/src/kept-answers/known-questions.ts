import { Injectable } from '@nestjs/common';
import { type Capability, capabilityOf, type ErpRead } from '@headwater/erp-contracts';

/** What the address of a request turned out to ask. */
export interface KnownQuestion {
  readonly read: ErpRead;
  /** What one has to be allowed to read to get the answer. */
  readonly capability: Capability;
}

const MOST_KNOWN = 10_000;

/**
 * Questions that were asked before, by the address they came with: what an address means does not change, so it need
 * not be parsed and validated for every screen that asks it again. Holds questions, never answers.
 */
@Injectable()
export class KnownQuestions {
  readonly #byAddress = new Map<string, KnownQuestion>();

  find(address: string): KnownQuestion | undefined {
    return this.#byAddress.get(address);
  }

  remember(address: string, read: ErpRead): void {
    if (this.#byAddress.has(address)) return;
    const [oldest] = this.#byAddress.size >= MOST_KNOWN ? this.#byAddress.keys() : [];
    if (oldest !== undefined) this.#byAddress.delete(oldest);
    // Whoever asked then has gone; the question stays.
    const { signal: _, ...question } = read;
    this.#byAddress.set(address, { read: question as ErpRead, capability: capabilityOf(read.operation) });
  }
}
