import { Injectable } from '@nestjs/common';
import { type Capability, capabilityOf, type ErpRead } from '@headwater/erp-contracts';
import type { AskedAddress } from '../reading/erp-asker.decorator';

/** What the address of a request turned out to ask. */
export interface KnownQuestion {
  readonly read: ErpRead;
  /** What one has to be allowed to read to get the answer. */
  readonly capability: Capability;
  /** The pattern of the route that answered it first. */
  readonly route: string;
}

const MOST_KNOWN = 10_000;

/**
 * Questions that were asked before, by the address they came with: what an address means does not change, so it need
 * not be parsed and validated for every screen that asks it again. Holds questions, never answers.
 */
@Injectable()
export class KnownQuestions {
  readonly #byAddress = new Map<string, KnownQuestion>();

  find(url: string): KnownQuestion | undefined {
    return this.#byAddress.get(url);
  }

  remember({ url, route }: AskedAddress, read: ErpRead): void {
    if (this.#byAddress.has(url)) return;
    const [oldest] = this.#byAddress.size >= MOST_KNOWN ? this.#byAddress.keys() : [];
    if (oldest !== undefined) this.#byAddress.delete(oldest);
    // Whoever asked then has gone; the question stays.
    const { signal: _, ...question } = read;
    this.#byAddress.set(url, { read: question as ErpRead, capability: capabilityOf(read.operation), route });
  }
}
