import type { ErpConnectionSource } from '@headwater/erp-contracts';
import type { Invalidation } from '../cache/generations';
import type { ReadThroughCache } from '../cache/read-through-cache';
import type { SharedFollower } from '../cache/shared-level';
import { canonical } from './canonical';
import type { OpenConnections } from './open-connections';
import type { OpenedConnection } from './opened-connection';
import { connectionTag } from './scoped-tags';

export interface ConnectionFollowerDeps {
  readonly cache: ReadThroughCache;
  readonly connections: OpenConnections;
  readonly source: ErpConnectionSource;
}

/**
 * Follows changes of connections that another process made: where the settings are no longer those a connection was
 * opened with, it is given up, and so is everything read through it since.
 */
export class ConnectionFollower implements SharedFollower {
  constructor(private readonly deps: ConnectionFollowerDeps) {}

  invalidated(tags: readonly string[], kind: Invalidation): void {
    if (kind === 'soft') return;
    const changed = new Set(tags);
    this.#compare(this.deps.connections.opened().filter(({ candidate }) => changed.has(tagOf(candidate))));
  }

  /** Whether a connection was changed may have been missed. */
  flushed(): void {
    this.#compare(this.deps.connections.opened());
  }

  #compare(opened: readonly OpenedConnection[]): void {
    for (const connection of opened) void this.#replaceIfChanged(connection);
  }

  /** While the settings cannot be read, the connection stays as it is. */
  async #replaceIfChanged(opened: OpenedConnection): Promise<void> {
    const { cache, connections, source } = this.deps;
    const { connectionId } = opened.candidate;
    const [found] = await Promise.allSettled([source.find(connectionId)]);
    if (found.status === 'rejected' || connections.peek(connectionId) !== opened) return;
    if (canonical(found.value) === canonical(opened.candidate)) return;
    connections.retire(connectionId);
    await cache.invalidate([tagOf(opened.candidate)], 'hard');
  }
}

function tagOf({ connectionId }: { readonly connectionId: string }): string {
  return connectionTag(connectionId);
}
