import { computed, inject, signal, type Signal } from '@angular/core';
import type { Capability } from '@headwater/erp-contracts';
import { ConnectionDirectory, type ErpConnectionSummary } from '@headwater/web/data-access';

/** Which ERPs a question goes to: all that can answer it, or the one somebody chose. */
export interface AskedConnections {
  readonly able: Signal<readonly ErpConnectionSummary[]>;
  readonly asked: Signal<readonly ErpConnectionSummary[]>;
  /** The id of the chosen connection; empty for all. */
  readonly chosen: Signal<string>;
  choose(connectionId: string): void;
}

/** Needs an injection context. */
export function askedConnections(...needed: readonly Capability[]): AskedConnections {
  const directory = inject(ConnectionDirectory);
  const chosen = signal('');
  const able = computed(() =>
    directory
      .connections()
      .filter(({ enabled, capabilities }) => enabled && needed.every((name) => capabilities[name].supported)),
  );
  return {
    able,
    asked: computed(() => {
      const only = able().find(({ id }) => id === chosen());
      return only === undefined ? able() : [only];
    }),
    chosen: chosen.asReadonly(),
    choose: (connectionId) => chosen.set(connectionId),
  };
}
