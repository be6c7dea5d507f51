import type { ConcurrencyGovernor, GovernedPlace, PlaceRequest } from './concurrency-governor';

/**
 * Counts over all processes where the ERP itself counts, and within this one elsewhere. A count that all share halts
 * calls while nobody knows it, and a process that dies takes its places along for as long as its calls may last: worth
 * it only where the ERP refuses one call too many.
 */
export class CountedGovernor implements ConcurrencyGovernor {
  constructor(
    private readonly everywhere: ConcurrencyGovernor,
    private readonly here: ConcurrencyGovernor,
  ) {}

  acquire(request: PlaceRequest): Promise<GovernedPlace> {
    return (request.isCounted === true ? this.everywhere : this.here).acquire(request);
  }
}
