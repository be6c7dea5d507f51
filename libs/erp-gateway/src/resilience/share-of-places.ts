import type { ConcurrencyGovernor, GovernedPlace, PlaceRequest } from './concurrency-governor';

/**
 * This process's share of an account that others ask too, where they have nothing in common to count by. One place at
 * least: a process without any would never read.
 */
export class ShareOfPlaces implements ConcurrencyGovernor {
  constructor(
    private readonly here: ConcurrencyGovernor,
    private readonly processes: number,
  ) {}

  acquire(request: PlaceRequest): Promise<GovernedPlace> {
    return this.here.acquire({ ...request, limit: Math.max(1, Math.floor(request.limit / this.processes)) });
  }
}
