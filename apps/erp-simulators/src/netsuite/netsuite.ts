import type { Simulator, SimulatorDefinition, SimulatorDeps, VendorAnswer, VendorRequest } from '../simulator';
import { emptyAnswer, jsonAnswer, restError } from './answers';
import { answerCall, type CallParts } from './answer-call';
import { AccessTokens } from './authentication/access-tokens';
import type { RegisteredCertificate } from './authentication/certificates';
import { createDemoKeys, type DemoKeys } from './authentication/demo-keys';
import { Gatekeeper } from './authentication/gatekeeper';
import { NetsuiteTokenDesk } from './authentication/netsuite-token-desk';
import { answerToken, TOKEN_PATH, type TokenEndpointParts } from './authentication/token-endpoint';
import { connectionSheet } from './credentials';
import { userEventNotice } from './events/user-event';
import { ConcurrencyGate } from './governance/concurrency-gate';
import { createLibrary } from './library';
import { NetsuiteError } from './netsuite-error';
import { netsuiteOptions, type NetsuiteOptions, type NetsuiteOverrides } from './options';

/** A NetSuite account, all hosts of which are one server; `overrides` make it one of the accounts that differ. */
export function createNetsuite(overrides: NetsuiteOverrides = {}): (deps: SimulatorDeps) => Simulator {
  const options = netsuiteOptions(overrides);
  const { access } = options;
  return ({ world, clock }) => {
    const desk = new NetsuiteTokenDesk(clock, access.tokenLifetimeS);
    const tokens = new AccessTokens(desk, clock, access.accountId);
    const keys = createDemoKeys(clock);
    const libraryOf = createLibrary(options, clock);
    const library = (): ReturnType<typeof libraryOf> => libraryOf(world());
    // What changes before the first call must show as changed, so the books are opened now.
    library();
    const login: TokenEndpointParts = {
      access,
      desk,
      tokens,
      clock,
      consentedAt: clock.now(),
      certificateOf: certificates(options, keys),
    };
    const gatekeeper = new Gatekeeper(access, clock, desk, tokens);
    const call = { access, gatekeeper, gate: new ConcurrencyGate(access), library };
    return {
      tokens: desk,
      answer: (request) => route(request, login, call),
      businessError: (status) => businessError(status, options),
      notice: (request) => userEventNotice(request, library().books),
      credentials: (origin) => connectionSheet(origin, options, keys),
    };
  };
}

export const netsuite: SimulatorDefinition = { index: 2, id: 'netsuite', create: createNetsuite() };

async function route(request: VendorRequest, login: TokenEndpointParts, call: CallParts): Promise<VendorAnswer> {
  const { method, path } = request;
  if (method === 'OPTIONS' && path.startsWith('/services/rest/')) return emptyAnswer(204);
  if (path === TOKEN_PATH && method === 'POST') return answerToken(request, login);
  return answerCall(request, call);
}

/** The demo mappings and those of the options; the refresh of a sandbox leaves none. */
function certificates({ access }: NetsuiteOptions, keys: DemoKeys): (id: string) => RegisteredCertificate | undefined {
  if (access.machineMappings === 'dropped') return () => undefined;
  return (id) => access.certificates.find((certificate) => certificate.id === id) ?? keys.find(id);
}

/** With 200 it is what a script answers that caught its own error; the other APIs never refuse inside a 200. */
function businessError(status: number, { access }: NetsuiteOptions): VendorAnswer {
  const error = new NetsuiteError(400, 'USER_ERROR', 'The record is locked by another user. Try again later.');
  if (status === 400) return restError(error, access);
  return jsonAnswer(200, { error: { code: error.code, message: error.message } });
}
