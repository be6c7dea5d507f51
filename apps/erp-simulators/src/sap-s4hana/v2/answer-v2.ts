import type { VendorAnswer } from '../../simulator';
import { answerBatch, type BatchPart } from '../odata/batch';
import { SapError } from '../sap-error';
import { jsonAnswer, xmlAnswer } from './answers';
import { formatOf, type ApiCall } from './api-call';
import { XML_HEAD } from './atom-v2';
import { errorAnswer } from './error-v2';
import { callFunction } from './function-v2';
import { metadataV2 } from './metadata-v2';
import { readResource } from './read-v2';
import { answerSimulation } from './simulation-v2';

/** Answers a call on one v2 API; a refusal becomes the gateway's error document. */
export function answerV2(segments: readonly string[], call: ApiCall): VendorAnswer {
  return caught(call, () => answer(segments, call));
}

function answer(segments: readonly string[], call: ApiCall): VendorAnswer {
  const [first = '', ...rest] = segments;
  const { method } = call.request;
  if (first === '$batch') return answerBatch(call.request, (part) => answerPart(part, call));
  const simulation = call.api.definition.simulations?.[first];
  if (simulation !== undefined && method === 'POST') return answerSimulation(simulation, call);
  if (method !== 'GET' && method !== 'HEAD') return refusedWrite(first, call);
  if (first === '') return entryPoint(call);
  if (first === '$metadata') return xmlAnswer(200, metadataV2(call.api), { type: 'application/xml' });
  const definition = call.api.definition.functions?.find(({ name }) => name === first);
  if (definition !== undefined && rest.length === 0) return callFunction(definition, call);
  return readResource(segments, call);
}

function caught(call: ApiCall, act: () => VendorAnswer): VendorAnswer {
  try {
    return act();
  } catch (error) {
    if (error instanceof SapError) return refusal(error, call);
    throw error;
  }
}

function refusal(error: SapError, { api, format, scope, inBatch }: ApiCall): VendorAnswer {
  const { name, version } = api.definition;
  return errorAnswer(error, { format, api: name, version, instant: scope.world.instant(), inBatch });
}

function refusedWrite(what: string, call: ApiCall): VendorAnswer {
  const { method } = call.request;
  return { ...refusal(SapError.readOnly(what), call), violation: `${method} ${what} changes the ERP` };
}

/** A part of a batch names its resource from the API's root, or by a whole path. */
function answerPart(part: BatchPart, call: ApiCall): VendorAnswer {
  const { segments, path, query } = part;
  const request = { method: part.method, query, headers: part.headers, body: part.body };
  const inner = { ...call, path, request, format: formatOf(request), inBatch: true };
  if (segments[0] === '$batch') return refusal(SapError.badQuery('A batch cannot hold a batch'), inner);
  return answerV2(segments, inner);
}

/** The service document: which sets there are. */
function entryPoint({ api, format, root }: ApiCall): VendorAnswer {
  const names = [...api.sets.keys()];
  if (format === 'json') return jsonAnswer(200, { d: { EntitySets: names } });
  const collections = names.map(
    (name) => `<collection href="${name}"><atom:title type="text">${name}</atom:title></collection>`,
  );
  const body = `${XML_HEAD}<service xml:base="${root}/" xmlns="http://www.w3.org/2007/app" xmlns:atom="http://www.w3.org/2005/Atom"><workspace><atom:title type="text">Data</atom:title>${collections.join('')}</workspace></service>`;
  return xmlAnswer(200, body, { type: 'application/atomsvc+xml' });
}
