import { ErpError } from '@headwater/erp-contracts';
import { ERP } from './erp-name';

/** Lets only so many calls into one account at a time. */
export interface AccountGate {
  /** Runs a call once fewer than `limit` are in flight. One that waits leaves the line when its signal aborts. */
  pass<T>(entry: { readonly limit: number; readonly signal: AbortSignal }, call: () => Promise<T>): Promise<T>;
}

interface Waiting {
  readonly limit: number;
  readonly admit: () => void;
}

function tooLate(): ErpError {
  return new ErpError('timeout', `${ERP} did not answer in time.`);
}

/**
 * NetSuite limits calls in flight, not calls per time, and counts REST and RESTlets of an account together. A pool of
 * sockets per host cannot see that, and two connections to one account would each think they had it to themselves.
 */
export function createAccountGate(): AccountGate {
  let inFlight = 0;
  const line: Waiting[] = [];

  function enter({ limit, signal }: { readonly limit: number; readonly signal: AbortSignal }): Promise<void> {
    if (signal.aborted) return Promise.reject(tooLate());
    if (inFlight < limit) {
      inFlight += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        line.splice(line.indexOf(waiting), 1);
        reject(tooLate());
      };
      const admit = (): void => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      const waiting: Waiting = { limit, admit };
      signal.addEventListener('abort', onAbort, { once: true });
      line.push(waiting);
    });
  }

  function leave(): void {
    inFlight -= 1;
    const next = line.findIndex(({ limit }) => inFlight < limit);
    if (next < 0) return;
    inFlight += 1;
    line.splice(next, 1)[0]?.admit();
  }

  return {
    async pass(entry, call) {
      await enter(entry);
      try {
        return await call();
      } finally {
        leave();
      }
    },
  };
}

/** One gate for each account, whatever the number of connections to it. */
export function createAccountGates(): (realm: string) => AccountGate {
  const gates = new Map<string, AccountGate>();
  return (realm) => {
    const gate = gates.get(realm) ?? createAccountGate();
    gates.set(realm, gate);
    return gate;
  };
}
