import type { VendorAnswer } from '../../simulator';
import { endpointNotFound } from '../wire/pages';
import { rendered, replyOf } from '../wire/reply';
import { answering, refusedWrite, type RestAsk } from './rest-ask';

/** `GET /api/ui/router/v1/?urlType=external`: where the UI server is. OData is not there, but on the base host. */
export function answerRouter(ask: RestAsk): VendorAnswer {
  return answering(ask, () => replyOf(200, 'RouterResult', { Url: `${ask.origin}/uiserver0` }));
}

/** `GET /api/environment/systems/`: the nearest there is to a version. */
export function answerSystems(ask: RestAsk): VendorAnswer {
  const { version } = ask.scene.options;
  return answering(ask, () => replyOf(200, 'System', [{ Name: 'P21', Description: 'Prophet 21', Version: version }]));
}

/**
 * The Transaction and the Interactive API each take a window session of the pool, and can change what they show.
 * A scope without `/uiserver0` does not keep a consumer key out of the Transaction API.
 */
export function answerUiServer(ask: RestAsk): VendorAnswer {
  const path = ask.rest.join('/').toLowerCase();
  const violation = `${ask.request.method} ${path} takes a window session`;
  if (path.startsWith('api/ui/interactive')) return refusedWrite(ask, violation);
  if (!path.startsWith('api/v2/')) return endpointNotFound();
  // A transaction that failed is a 200; only its summary tells.
  const failed = {
    Messages: ['Transaction 1:: General Exception: The transaction could not be saved.'],
    Results: { Name: 'Order', Transactions: [] },
    Summary: { Succeeded: 0, Failed: 1, Other: 0 },
  };
  return { ...rendered(replyOf(200, 'TransactionResponse', failed), ask.request, ask.scene.options), violation };
}
