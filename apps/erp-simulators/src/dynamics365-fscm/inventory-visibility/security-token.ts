import type { VendorAnswer, VendorRequest } from '../../simulator';
import type { AudienceDesk } from '../entra/audience-desk';
import { originOf } from '../odata/data-call';
import { jsonAnswer } from '../odata/fault';
import type { FscmOptions } from '../options';
import { INVENTORY_APPLICATION, INVENTORY_SCOPE, REGIONAL_TOKEN_PATH } from './addresses';
import { bodyOf } from '../json-body';

/** The first address answers with the one of the region, to which method and body go unchanged. */
export function redirectToRegion(request: VendorRequest): VendorAnswer {
  return {
    status: 307,
    contentType: 'text/plain',
    body: '',
    headers: { location: `${originOf(request)}${REGIONAL_TOKEN_PATH}` },
  };
}

/** Turns a token of Entra into one of Inventory Visibility. */
export function answerSecurityToken(request: VendorRequest, desk: AudienceDesk, options: FscmOptions): VendorAnswer {
  const refuse = (status: number, message: string): VendorAnswer => {
    desk.tokens.refuse();
    return jsonAnswer(status, { error: { code: String(status), message } });
  };
  if (request.headers['api-version'] !== '1.0') return refuse(400, 'The Api-Version header must be 1.0.');
  const wrong = wrongField(bodyOf(request.body) ?? {}, options);
  if (wrong !== undefined) return refuse(400, `The field ${wrong} is not valid.`);
  const assertion = bodyOf(request.body)?.['client_assertion'];
  const isKnown = desk.accepts(`Bearer ${String(assertion)}`, (audience) => audience === INVENTORY_APPLICATION);
  const token = isKnown ? desk.issue(INVENTORY_SCOPE) : undefined;
  if (token === undefined) return refuse(401, 'The client assertion was not accepted.');
  return jsonAnswer(200, { access_token: token, token_type: 'Bearer', expires_in: desk.tokens.lifetimeS });
}

function wrongField(body: Readonly<Record<string, unknown>>, { credentials }: FscmOptions): string | undefined {
  const expected: Readonly<Record<string, string>> = {
    grant_type: 'client_credentials',
    client_assertion_type: 'aad_app',
    scope: INVENTORY_SCOPE,
    context: credentials.environmentId,
    context_type: 'finops-env',
  };
  return Object.keys(expected).find((name) => body[name] !== expected[name]);
}
