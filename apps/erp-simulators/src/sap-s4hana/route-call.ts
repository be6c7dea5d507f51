import type { VendorAnswer, VendorRequest } from '../simulator';
import type { ApiModels } from './apis';
import { decoded } from './odata/batch';
import type { ApiModel } from './odata/api-model';
import { SapError } from './sap-error';
import type { SapScope } from './scope';
import { answerV2 } from './v2/answer-v2';
import { formatOf, type ApiCall } from './v2/api-call';
import { errorAnswer } from './v2/error-v2';
import { answerV4 } from './v4/answer-v4';

const V2_PATH = /^(\/sap\/opu\/odata\/sap\/([^/]+))(?:\/(.*))?$/i;
const V4_PATH = /^(\/sap\/opu\/odata4\/sap\/[^/]+\/srvd_a2x\/sap\/([^/]+)\/(\d{4}))(?:\/(.*))?$/i;

export interface Routing {
  readonly models: ApiModels;
  readonly scope: SapScope;
}

export function isGatewayPath({ rawPath }: VendorRequest): boolean {
  return V2_PATH.test(rawPath) || V4_PATH.test(rawPath);
}

/** Finds the API of a path: by name and version in v2, by the group's name in v4. */
export function routeCall(request: VendorRequest, routing: Routing): VendorAnswer {
  const v4 = V4_PATH.exec(request.rawPath);
  if (v4 !== null) {
    const [, base = '', name = '', version = '', path = ''] = v4;
    const api = routing.models.v4.get(`${name.toLowerCase()}/${version}`);
    return withApi({ api, name, version }, { request, routing }, (known) =>
      answerV4(segmentsOf(path), callOf(known, { base, path, request, routing })),
    );
  }
  const [, base = '', segment = '', path = ''] = V2_PATH.exec(request.rawPath) ?? [];
  const [name = '', version = '1'] = decoded(segment).split(';v=');
  const padded = version.replace(/^0+/, '').padStart(4, '0');
  const api = routing.models.v2.get(`${name}/${padded}`);
  return withApi({ api, name, version: padded }, { request, routing }, (known) =>
    answerV2(segmentsOf(path), callOf(known, { base, path, request, routing })),
  );
}

interface Found {
  readonly api: ApiModel | undefined;
  readonly name: string;
  readonly version: string;
}

interface Routed {
  readonly request: VendorRequest;
  readonly routing: Routing;
}

function withApi(
  { api, name, version }: Found,
  { request, routing }: Routed,
  answer: (api: ApiModel) => VendorAnswer,
): VendorAnswer {
  const { options, world } = routing.scope;
  const refuse = (error: SapError): VendorAnswer =>
    errorAnswer(error, { format: formatOf(request), api: name, version, instant: world.instant() });
  if (api === undefined) return refuse(SapError.noSuchApi(name, version));
  if (options.inactiveApis.includes(api.name)) return refuse(SapError.inactiveApi(name, options.inactiveStatus));
  return answer(api);
}

interface Place extends Routed {
  readonly base: string;
  readonly path: string;
}

function callOf(api: ApiModel, { base, path, request, routing }: Place): ApiCall {
  const host = request.headers['host'] ?? 'localhost';
  return { api, scope: routing.scope, root: `http://${host}${base}`, path, format: formatOf(request), request };
}

/** An encoded slash belongs to a key, so a path is split before it is decoded. */
function segmentsOf(path: string): readonly string[] {
  return path.replace(/\/$/, '').split('/').map(decoded);
}
