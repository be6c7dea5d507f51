import type { ErpCall, ErpCallTurn, ErpLimits } from '@headwater/erp-contracts';
import type { ConcurrencyGovernor, GovernedPlace } from './concurrency-governor';

const NO_PLACE: GovernedPlace = { release: () => undefined };

export interface AccountPlacesOptions {
  readonly governor: ConcurrencyGovernor;
  /** What the ERP counts by. */
  readonly account: string;
  readonly limits: ErpLimits;
}

/** The places of one ERP account, taken for what the ERP counts: a read, or each vendor call inside it. */
export class AccountPlaces {
  constructor(private readonly options: AccountPlacesOptions) {}

  /** For a whole read: a place, unless its vendor calls take theirs. Rejects with the signal's reason. */
  async forRead(turn: ErpCallTurn, signal: AbortSignal): Promise<GovernedPlace> {
    return this.options.limits.counts === 'vendor-calls' ? NO_PLACE : this.#acquire(turn, signal);
  }

  /** What an adapter is given to take a place for each vendor call, where the ERP counts those. */
  forVendorCalls(turn: ErpCallTurn): Pick<ErpCall, 'inPlace'> {
    if (this.options.limits.counts !== 'vendor-calls') return {};
    return {
      inPlace: async (signal, vendorCall) => {
        const place = await this.#acquire(turn, signal);
        try {
          return await vendorCall();
        } finally {
          place.release();
        }
      },
    };
  }

  #acquire(turn: ErpCallTurn, signal: AbortSignal): Promise<GovernedPlace> {
    const { governor, account, limits } = this.options;
    const limit = Math.max(1, limits.maxConcurrency);
    const isCounted = limits.counts === 'vendor-calls';
    return governor.acquire({
      account,
      limit,
      signal,
      isCounted,
      // Looked up while it waits: whoever joins a call may be in more of a hurry than whoever began it.
      get priority() {
        return turn.priority;
      },
      get followedBy() {
        return turn.followedBy;
      },
    });
  }
}
