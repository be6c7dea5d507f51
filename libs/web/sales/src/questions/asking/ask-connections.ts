import type { Section } from '@headwater/erp-contracts';
import type { ErpConnectionSummary } from '@headwater/web/data-access';
import { combineLatest, map, of, startWith, type Observable } from 'rxjs';

/** What one connection says to a question that was put to several; no section while it is still asking. */
export interface ConnectionAnswer<T> {
  readonly connection: ErpConnectionSummary;
  readonly section: Section<T> | undefined;
}

/**
 * Puts a question to several connections side by side. Emits at once with everyone still asking,
 * then again with each answer: a slow ERP holds up nobody else's.
 */
export function askConnections<T>(
  connections: readonly ErpConnectionSummary[],
  ask: (connectionId: string) => Observable<Section<T>>,
): Observable<readonly ConnectionAnswer<T>[]> {
  if (connections.length === 0) return of([]);
  return combineLatest(
    connections.map((connection) =>
      ask(connection.id).pipe(
        startWith(undefined),
        map((section): ConnectionAnswer<T> => ({ connection, section })),
      ),
    ),
  );
}
