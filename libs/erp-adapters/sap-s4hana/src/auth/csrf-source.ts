import { shared } from './single-flight';

/** A token and the session it belongs to: SAP takes neither without the other. */
export interface CsrfTicket {
  readonly token: string;
  readonly cookie: string | undefined;
}

export interface CsrfSource {
  /** A ticket, fetched at most once however many ask. */
  ticket(signal: AbortSignal): Promise<CsrfTicket>;
  /** Another ticket than the refused one; a renewal someone else already made is shared. */
  renewed(refused: CsrfTicket, signal: AbortSignal): Promise<CsrfTicket>;
  forget(): void;
}

/** Keeps the CSRF token of a session. It has no end of its own: SAP says when it is stale. */
export function createCsrfSource(fetchTicket: () => Promise<CsrfTicket>): CsrfSource {
  let held: CsrfTicket | undefined;
  let flight: Promise<CsrfTicket> | undefined;

  async function fetchOnce(): Promise<CsrfTicket> {
    held = await fetchTicket();
    return held;
  }

  return {
    async ticket(signal) {
      if (held !== undefined) return held;
      flight ??= fetchOnce().finally(() => {
        flight = undefined;
      });
      return shared(flight, { signal, what: 'with a CSRF token' });
    },
    async renewed(refused, signal) {
      if (held === refused) held = undefined;
      return this.ticket(signal);
    },
    forget() {
      held = undefined;
    },
  };
}
