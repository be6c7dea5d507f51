import { Injectable, computed, inject } from '@angular/core';
import type { Capability, ErpSource } from '@headwater/erp-contracts';
import { SessionState } from '../session/session-state';
import type { ErpConnectionSummary } from './connection';
import { ConnectionsApi } from './connections-api';

/** The configured ERPs of this installation, loaded once and shared by every page. */
@Injectable({ providedIn: 'root' })
export class ConnectionDirectory {
  readonly #session = inject(SessionState);
  readonly #resource = inject(ConnectionsApi).connectionsResource(() => this.#session.phase() === 'signed-in');

  readonly loading = this.#resource.isLoading;
  readonly error = this.#resource.error;
  readonly connections = computed<readonly ErpConnectionSummary[]>(() =>
    this.#resource.hasValue() ? this.#resource.value().items : [],
  );

  reload(): void {
    this.#resource.reload();
  }

  find(connectionId: string): ErpConnectionSummary | undefined {
    return this.connections().find((connection) => connection.id === connectionId);
  }

  /** The name people know a connection by; its id until the directory is there. */
  nameOf(connectionId: string): string {
    return this.find(connectionId)?.name ?? connectionId;
  }

  /** Connections that are switched on and can answer this. */
  offering(capability: Capability): readonly ErpConnectionSummary[] {
    return this.connections().filter(({ enabled, capabilities }) => enabled && capabilities[capability].supported);
  }

  sourceOf(connectionId: string): ErpSource {
    const connection = this.find(connectionId);
    return { connectionId, adapter: connection?.adapter ?? '', company: connection?.company ?? '' };
  }
}
