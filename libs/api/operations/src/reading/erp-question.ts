import type { ErpOperation, ErpRead, FreshParams, QueryOf, ReadScope } from '@headwater/erp-contracts';
import type { AskedAddress, ErpAsker } from './erp-asker.decorator';

/** Calls are made as the connection's own account; answers do not differ by who asks. */
export const SERVICE_SCOPE: ReadScope = { principal: 'service' };

/** One question to one ERP, as a request asks it. */
export interface ErpQuestion<O extends ErpOperation> {
  readonly connectionId: string;
  readonly query: QueryOf<O>;
  readonly fresh: boolean;
  /** Aborts when the asker has gone away. */
  readonly signal?: AbortSignal;
  /** Where the question came from, so that it is known when it comes again. */
  readonly asked?: AskedAddress;
}

export function questionFrom<O extends ErpOperation>(
  asker: ErpAsker,
  query: QueryOf<O>,
  { fresh = false }: FreshParams,
): ErpQuestion<O> {
  return { ...asker, query, fresh };
}

/**
 * Nobody looks at a spinner for longer, whatever time the connection itself gives its ERP; an answer that comes a little
 * later still is the next reader's.
 */
const LONGEST_WAIT_MS = 10_000;

/** The question as the gateway takes it. */
export function erpReadOf<O extends ErpOperation>(operation: O, question: ErpQuestion<O>): ErpRead<O> {
  const { connectionId, query, fresh, signal } = question;
  const asked = { connectionId, operation, query, fresh, scope: SERVICE_SCOPE, deadlineMs: LONGEST_WAIT_MS };
  return { ...asked, ...(signal === undefined ? {} : { signal }) };
}
