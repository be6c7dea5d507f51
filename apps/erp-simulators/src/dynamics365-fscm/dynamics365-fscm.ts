import type { Simulator, SimulatorDefinition, SimulatorDeps, VendorAnswer, VendorRequest } from '../simulator';
import { TokenDesk } from '../token-desk';
import { connectionSheet } from './credentials';
import { createCatalogue } from './entities/catalogue';
import { AudienceDesk } from './entra/audience-desk';
import { ClientCertificate } from './entra/client-certificate';
import { answerToken, isEnvironment, type Entra } from './entra/token-endpoint';
import { Notices } from './events/notices';
import { INVENTORY_SCOPE, inventoryQueryPath, REGIONAL_TOKEN_PATH } from './inventory-visibility/addresses';
import { answerIndexQuery } from './inventory-visibility/index-query';
import { answerSecurityToken, redirectToRegion } from './inventory-visibility/security-token';
import { dataEntities } from './metadata/documents';
import { edmxOf } from './metadata/edmx';
import { answerData } from './odata/answer-call';
import { originOf, type DataEnvironment } from './odata/data-call';
import { businessFault, frontEndAnswer, jsonAnswer } from './odata/fault';
import { DEFAULT_FSCM_OPTIONS, type FscmOptions } from './options';
import { answerPriceCheck, priceCheckPath } from './price-check/price-check';
import { WebFarm } from './throttling/web-farm';

/** A Finance & Supply Chain environment, with Entra and Inventory Visibility beside it; `overrides` make it one that differs. */
export function createDynamics365Fscm(overrides: Partial<FscmOptions> = {}): (deps: SimulatorDeps) => Simulator {
  const options = { ...DEFAULT_FSCM_OPTIONS, ...overrides };
  return (deps) => {
    const tokens = new TokenDesk(deps.clock, options.tokenLifetimeS);
    const certificate = new ClientCertificate(deps.clock);
    const entra: Entra = { desk: new AudienceDesk(tokens), certificate, options, clock: deps.clock };
    const catalogue = createCatalogue(options);
    const farm = new WebFarm({ options, clock: deps.clock, random: deps.random.fork('latency') });
    const notices = new Notices({ options, catalogue, clock: deps.clock, world: deps.world });
    let edmx: string | undefined;
    const environment = (): DataEnvironment => ({
      world: deps.world(),
      options,
      catalogue,
      edmx: () => (edmx ??= edmxOf(catalogue.sets, options.fillerEntities)),
    });
    return {
      tokens,
      answer: (request) => route({ request, entra, farm, environment }),
      businessError: (status) =>
        businessFault(
          'Number sequence is in use by another session.',
          status === 400 ? 400 : options.businessFaultStatus,
        ),
      notice: (request) => notices.of(request),
      credentials: (origin) => connectionSheet(origin, options, certificate.sheet),
    };
  };
}

export const dynamics365Fscm: SimulatorDefinition = {
  index: 3,
  id: 'dynamics365-fscm',
  create: createDynamics365Fscm(),
};

interface Routing {
  readonly request: VendorRequest;
  readonly entra: Entra;
  readonly farm: WebFarm;
  readonly environment: () => DataEnvironment;
}

const TOKEN_PATH = /^\/([^/]+)\/oauth2\/(?:v2\.0\/)?token$/i;

/** One server plays the hosts of the cloud: Entra, the security service, Inventory Visibility and the environment. */
function route(routing: Routing): VendorAnswer | Promise<VendorAnswer> {
  const { request, entra } = routing;
  const tenant = TOKEN_PATH.exec(request.path)?.[1];
  if (tenant !== undefined)
    return only('POST', request, { options: entra.options, answer: () => answerToken(request, tenant, entra) });
  return (
    (entra.options.inventoryVisibility === 'absent' ? undefined : inventoryAnswer(routing)) ??
    environmentAnswer(routing)
  );
}

function inventoryAnswer({ request, entra, environment }: Routing): VendorAnswer | undefined {
  const { options, desk } = entra;
  const { path } = request;
  if (path === '/token') return only('POST', request, { options, answer: () => redirectToRegion(request) });
  if (path === REGIONAL_TOKEN_PATH)
    return only('POST', request, { options, answer: () => answerSecurityToken(request, desk, options) });
  if (path !== inventoryQueryPath(options.credentials.environmentId)) return undefined;
  if (!desk.accepts(request.headers['authorization'], (audience) => audience === INVENTORY_SCOPE))
    return jsonAnswer(401, { error: { code: 'Unauthorized', message: 'The token is not valid.' } });
  return only('POST', request, { options, answer: () => answerIndexQuery(request, environment().world, options) });
}

function environmentAnswer({ request, entra, farm, environment }: Routing): VendorAnswer | Promise<VendorAnswer> {
  const { options, desk } = entra;
  const answer = erpAnswer(request, environment);
  if (answer === undefined)
    return frontEndAnswer(404, 'No HTTP resource was found that matches the request URI.', options);
  const isUser = options.applicationUser !== 'not-registered';
  if (
    !isUser ||
    !desk.accepts(request.headers['authorization'], (audience) => isEnvironment(audience, request, options))
  )
    return {
      ...frontEndAnswer(401, 'Authorization has been denied for this request.', options),
      headers: { 'www-authenticate': 'Bearer' },
    };
  return farm.serve(request, answer);
}

/** What the ERP itself answers at an address; undefined where it has none. */
function erpAnswer(request: VendorRequest, environment: () => DataEnvironment): (() => VendorAnswer) | undefined {
  const { path, rawPath, method, query, headers, body } = request;
  const origin = originOf(request);
  const { options } = environment();
  if (/^\/data(?:\/|$)/i.test(path))
    return () =>
      answerData({ method, rawPath: rawPath.slice('/data'.length), query, headers, body, origin }, environment());
  if (/^\/metadata\/dataentities\/?$/i.test(path))
    return () => only('GET', request, { options, answer: () => dataEntities(origin, environment()) });
  if (options.priceCheck === 'absent' || path.toLowerCase() !== priceCheckPath(options.priceCheck).toLowerCase())
    return undefined;
  return () => only('POST', request, { options, answer: () => answerPriceCheck(body, environment().world, options) });
}

interface Only {
  readonly options: FscmOptions;
  readonly answer: () => VendorAnswer;
}

function only(method: 'GET' | 'POST', request: VendorRequest, { options, answer }: Only): VendorAnswer {
  if (request.method === method) return answer();
  return {
    ...frontEndAnswer(405, `The requested resource does not support http method '${request.method}'.`, options),
    violation: `${request.method} instead of ${method}`,
  };
}
