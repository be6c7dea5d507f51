import type { Simulator, SimulatorDefinition, SimulatorDeps, VendorAnswer, VendorRequest } from '../simulator';
import { TokenDesk } from '../token-desk';
import { apiModels, type ApiModels } from './apis';
import { connectionSheet } from './credentials';
import { cloudEventNotice } from './events/cloud-event';
import { receiverAllows } from './events/webhook-handshake';
import { csrfRequired, fetchedToken, lacksCsrfToken } from './logon/csrf';
import { htmlPage, logonFailed } from './logon/html-page';
import { logOn, type Logon, type LogonDeps } from './logon/logon';
import { SessionDesk } from './logon/session-desk';
import { answerToken, TOKEN_PATH } from './logon/token-endpoint';
import { DEFAULT_SAP_OPTIONS, type SapOptions } from './options';
import { isGatewayPath, routeCall } from './route-call';
import { SapError } from './sap-error';
import { errorAnswer } from './v2/error-v2';
import { sapMessage } from './v2/sap-message';

/** An S/4HANA system behind its gateway; `overrides` make it one of the systems that differ. */
export function createSapS4hana(overrides: Partial<SapOptions> = {}): (deps: SimulatorDeps) => Simulator {
  const options = { ...DEFAULT_SAP_OPTIONS, ...overrides };
  const models = apiModels(options);
  return ({ world, clock }) => {
    const tokens = new TokenDesk(clock, options.tokenLifetimeS);
    const users = new Map<string, string>();
    const sessions = new SessionDesk(clock, tokens, options.sessionIdleS);
    const remember = (token: string, user: string): void => void users.set(token, user);
    const logon: LogonDeps = { options, tokens, sessions, userOfToken: (token) => users.get(token) };
    return {
      tokens,
      answer: (request) =>
        request.path === TOKEN_PATH
          ? answerToken(request, { options, tokens, now: () => clock.now(), remember })
          : answerCall(request, { models, logon, scope: { world: world(), options } }),
      businessError: (status) => businessError(status === 400 ? 400 : 200, world().instant()),
      notice: (request) => cloudEventNotice(request, { world: world(), options }),
      admitsReceiver: (url) =>
        options.webhookHandshake === 'none' ? Promise.resolve(true) : receiverAllows(url, options.systemId),
      credentials: (origin) => connectionSheet(origin, options),
    };
  };
}

export const sapS4hana: SimulatorDefinition = { index: 1, id: 'sap-s4hana', create: createSapS4hana() };

/** When the interface last changed; its contents change without this. */
const METADATA_CHANGED = 'Sun, 01 Nov 2026 00:00:00 GMT';

interface System {
  readonly models: ApiModels;
  readonly logon: LogonDeps;
  readonly scope: Parameters<typeof routeCall>[1]['scope'];
}

/** Logon comes first, then the CSRF token, then the gateway: each of the three refuses in its own format. */
function answerCall(request: VendorRequest, { models, logon: deps, scope }: System): VendorAnswer {
  if (scope.options.downtime === 'maintenance')
    return htmlPage(503, 'Service Unavailable', 'The system is under maintenance.');
  if (!isGatewayPath(request)) return htmlPage(404, 'Not Found', 'The requested resource was not found.');
  const logon = logOn(request, deps);
  if (logon === undefined) {
    deps.tokens.refuse();
    return logonFailed(deps.options);
  }
  if (lacksCsrfToken(request, logon.session)) return withSession(csrfRequired(), logon);
  const answer = routeCall(request, { models, scope });
  return withSession(answer, logon, {
    'sap-processing-info': 'ODataBEP=,crp=,RAL=,st=,MedCacheHub=SHM,codeployed=X,softstate=',
    'sap-perf-fesrec': '0.000000',
    'sap-metadata-last-modified': METADATA_CHANGED,
    ...(answer.status === 200 && scope.options.readWarning !== undefined
      ? sapMessage([scope.options.readWarning])
      : {}),
    ...fetchedToken(request, logon.session),
  });
}

function withSession(
  answer: VendorAnswer,
  { cookies, violation }: Logon,
  headers: Readonly<Record<string, string>> = {},
): VendorAnswer {
  const cookieHeader = cookies.length === 0 ? {} : { 'set-cookie': cookies };
  const noted = violation ?? answer.violation;
  return {
    ...answer,
    headers: { ...answer.headers, ...headers, ...cookieHeader },
    ...(noted === undefined ? {} : { violation: noted }),
  };
}

/** The gateway's refusal; with 200 it is what a careless client takes for an answer. */
function businessError(status: 200 | 400, instant: string): VendorAnswer {
  const error = SapError.business('The object is currently locked by another user');
  return { ...errorAnswer(error, { format: 'json', api: '', version: '0001', instant }), status };
}
