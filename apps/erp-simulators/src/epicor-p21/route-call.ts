import type { Clock } from '@headwater/kernel';
import type { VendorAnswer, VendorRequest } from '../simulator';
import type { TokenDesk } from '../token-desk';
import { answerKeyedView } from './odata/keyed-views';
import { answerOData } from './odata/answer-odata';
import type { P21Options } from './options';
import { slashRedirect } from './redirects';
import { answerEntity } from './rest/entities';
import { ENTITY_FAMILIES } from './rest/entity-tables';
import { answerParts } from './rest/parts';
import type { RestAnswer, RestAsk } from './rest/rest-ask';
import { answerSalesOrders } from './rest/sales-orders';
import { answerRouter, answerSystems, answerUiServer } from './rest/ui-server';
import type { Grant, Grants } from './security/grants';
import { answerTokenV1, answerTokenV2 } from './security/token-endpoint';
import type { Catalogue } from './tables/catalogue';
import type { Scene } from './tables/column';
import type { Surface } from './tables/table';
import { endpointNotFound, page } from './wire/pages';
import { rendered, replyOf } from './wire/reply';

export interface Routing {
  readonly request: VendorRequest;
  readonly options: P21Options;
  readonly tokens: TokenDesk;
  readonly grants: Grants;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly scene: () => Scene;
}

const KEYED_VIEWS = '/data/erp/views/v1';

/** Families of the REST interface by what their path begins with; the first that fits answers. */
const FAMILIES: readonly (readonly [prefix: string, answer: (ask: RestAsk) => RestAnswer])[] = [
  ['/api/ui/router/v1', answerRouter],
  ['/api/environment/systems', answerSystems],
  ['/api/inventory/v2/parts', answerParts],
  ['/api/inventory/parts', answerParts],
  ['/api/entity', answerEntity],
  ['/api/sales/orders', answerSalesOrders],
  ['/uiserver0', answerUiServer],
];

export function routeCall(routing: Routing): RestAnswer {
  const { request } = routing;
  const path = request.path.toLowerCase();
  const redirect = slashRedirect(request, originOf(request));
  if (redirect !== undefined) return redirect;
  if (path.startsWith('/api/security/token')) return tokenAnswer(routing, path);
  if (path === '/docs/apiref.aspx') return apiReference();
  const grant = routing.grants.of(request.headers['authorization']);
  return grant === undefined ? unauthorized(routing) : authorized(routing, grant);
}

function tokenAnswer(routing: Routing, path: string): VendorAnswer {
  const { request, options } = routing;
  const version = path === '/api/security/token/v2' ? 'v2' : path === '/api/security/token' ? 'v1' : undefined;
  if (version === undefined || request.method !== 'POST' || !options.tokenEndpoints.includes(version))
    return endpointNotFound();
  return version === 'v2' ? answerTokenV2(routing) : answerTokenV1(routing);
}

function unauthorized({ request, options }: Routing): VendorAnswer {
  const value = { error: 'invalid_token', error_description: 'The access token is missing, unknown or expired.' };
  const reply = { ...replyOf(401, 'Error', value), headers: { 'www-authenticate': 'Bearer' } };
  return rendered(reply, request, options);
}

function authorized(routing: Routing, grant: Grant): RestAnswer {
  const { request, options, catalogue } = routing;
  const origin = originOf(request);
  for (const surface of ['table', 'view'] as const satisfies readonly Surface[]) {
    const base = `${options.odataPrefix}/${surface}`;
    const rest = below(request.path, base);
    if (rest !== undefined)
      return answerOData({
        request,
        scene: routing.scene(),
        catalogue,
        grant,
        rest,
        surface,
        base: `${origin}${base}`,
      });
  }
  const view = below(request.path, KEYED_VIEWS);
  if (view !== undefined) {
    const base = `${origin}${KEYED_VIEWS}`;
    return answerKeyedView({ request, scene: routing.scene(), catalogue, grant, rest: view, base });
  }
  // `/odataservice/odata/$metadata` too: each surface has its own.
  return restAnswer(routing, grant, origin);
}

function restAnswer({ request, options, clock, scene }: Routing, grant: Grant, origin: string): RestAnswer {
  const path = request.path.toLowerCase();
  const family = FAMILIES.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`));
  if (family === undefined) return endpointNotFound();
  const [prefix, answer] = family;
  // A scope without `/uiserver0` is reported not to keep anyone out of it.
  if (grant.rest === 'denied' && prefix !== '/uiserver0')
    return rendered(
      replyOf(403, 'Error', { error: 'insufficient_scope', error_description: 'The token does not cover /api.' }),
      request,
      options,
    );
  return answer({ request, scene: scene(), clock, origin, rest: segmentsBelow(request.rawPath, prefix) });
}

/** What follows a surface's path; undefined for another path. */
function below(path: string, base: string): string | undefined {
  return path.toLowerCase().startsWith(`${base.toLowerCase()}/`) ? path.slice(base.length + 1) : undefined;
}

/** Decoded one by one, so that an encoded slash does not separate. */
function segmentsBelow(rawPath: string, prefix: string): readonly string[] {
  const rest = rawPath.slice(prefix.length).replace(/^\//, '');
  return rest.split('/').map(decoded);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}

function originOf({ headers }: VendorRequest): string {
  return `http://${headers['host'] ?? 'localhost'}`;
}

/** Which families there are, for people to read. */
function apiReference(): VendorAnswer {
  const entities = Object.keys(ENTITY_FAMILIES).map((name) => `/api/entity/${name}`);
  return page(200, 'API Reference', ['/api/inventory/parts', '/api/sales/orders', ...entities].join(' '));
}
