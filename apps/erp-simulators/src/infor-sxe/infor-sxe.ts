import type { Simulator, SimulatorDefinition, SimulatorDeps, VendorAnswer, VendorRequest } from '../simulator';
import { TokenDesk } from '../token-desk';
import { answerCall } from './answer-call';
import { connectionSheet } from './credentials';
import { errorAnswer, gatewayAnswer } from './envelope';
import { sxEventNotice } from './events/sx-event';
import { answerFetchWhere } from './fetch-where/fetch-where';
import { DEFAULT_SXE_OPTIONS, type SxeOptions } from './options';
import { Throttle } from './throttle';
import { answerRevoke, answerToken } from './token-endpoint';

/** `web` and `rest` both lead to the calls; on premises there is no tenant in the path. */
const CALL_PATH = /^\/(?:([^/]+)|infor)\/sx\/(?:web|rest)\/sxapirestservice\/([^/]+)$/i;
const FETCH_PATH = /^\/(?:([^/]+)|infor)\/sx\/(?:web|rest)\/serviceinterface\/proxy\/fetchwhere$/i;
const TOKEN_PATH = /^\/(?:[^/]+\/as\/token\.oauth2|inforintsts\/connect\/token)$/i;
const REVOKE_PATH = /^\/(?:[^/]+\/as\/revoke_token\.oauth2|inforintsts\/connect\/revocation)$/i;

/** An SX.e behind its API gateway; `overrides` make it one of the tenants that differ. */
export function createInforSxe(overrides: Partial<SxeOptions> = {}): (deps: SimulatorDeps) => Simulator {
  const options = { ...DEFAULT_SXE_OPTIONS, ...overrides };
  return ({ world, clock }) => {
    const tokens = new TokenDesk(clock, options.tokenLifetimeS);
    const throttle = new Throttle(options.callsPerSecond, clock);
    return {
      tokens,
      answer: (request) => route({ request, options, tokens, throttle, world }),
      businessError: (status) =>
        errorAnswer(status === 400 ? 400 : 200, 'Processing Error - Record Is In Use By Another Operator'),
      notice: (request) => sxEventNotice(request, options, clock),
      credentials: (origin) => connectionSheet(origin, options),
    };
  };
}

export const inforSxe: SimulatorDefinition = { index: 0, id: 'infor-sxe', create: createInforSxe() };

interface Routing {
  readonly request: VendorRequest;
  readonly options: SxeOptions;
  readonly tokens: TokenDesk;
  readonly throttle: Throttle;
  readonly world: SimulatorDeps['world'];
}

function route({ request, options, tokens, throttle, world }: Routing): VendorAnswer {
  const { path } = request;
  if (TOKEN_PATH.test(path)) return onlyPost(request, () => answerToken(request, tokens, options));
  if (REVOKE_PATH.test(path)) return onlyPost(request, () => answerRevoke(request, tokens, options));
  const call = CALL_PATH.exec(path);
  const suite = call ?? FETCH_PATH.exec(path);
  if (suite === null || !isTenant(suite[1], options)) return gatewayAnswer(404, 'Not Found');
  if (!tokens.accepts(request.headers['authorization'])) return gatewayAnswer(401, 'Unauthorized');
  if (!throttle.admits()) return gatewayAnswer(429, 'Too Many Requests', { 'retry-after': '1' });
  const asked = { world: world(), options, body: request.body };
  return onlyPost(request, () => (call === null ? answerFetchWhere(asked) : answerCall(call[2] ?? '', asked)));
}

function isTenant(segment: string | undefined, { tenant }: SxeOptions): boolean {
  return segment === undefined || segment.toLowerCase() === 'infor' || segment === tenant;
}

function onlyPost(request: VendorRequest, answer: () => VendorAnswer): VendorAnswer {
  if (request.method === 'POST') return answer();
  return { ...gatewayAnswer(405, 'Method Not Allowed'), violation: `${request.method} instead of POST` };
}
