import type { VendorAnswer } from '../../simulator';
import { jsonAnswer } from '../answers';
import { parsedFields } from '../json';
import { NetsuiteError } from '../netsuite-error';
import type { RestCall } from '../rest-call';
import { customerPrices } from './customer-price';

export const RESTLET_PATH = '/app/site/hosting/restlet.nl';

/** One script is deployed; it is called by the ids of script and deployment. */
export function answerRestlet({ request, books }: RestCall): VendorAnswer {
  const { priceScript, priceDeployment } = books.options.access;
  const [script, deployment] = [request.query.get('script') ?? '', request.query.get('deploy') ?? ''];
  if (!priceScript.includes(script) || !priceDeployment.includes(deployment)) {
    throw new NetsuiteError(
      400,
      'SSS_INVALID_SCRIPTLET_ID',
      'That Suitelet is invalid, disabled, or no longer exists.',
    );
  }
  if (request.method !== 'POST') {
    throw new NetsuiteError(
      405,
      'SSS_INVALID_SCRIPT_OPERATION',
      `The script has no ${request.method.toLowerCase()} function.`,
      {
        ...(request.method === 'GET' ? {} : { violation: `${request.method} to a script that only answers prices` }),
      },
    );
  }
  return jsonAnswer(200, customerPrices(parsedFields(request.body), books));
}
