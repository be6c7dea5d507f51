import { z } from 'zod';
import type { VendorAnswer, VendorRequest } from '../../simulator';
import { JSON_TYPE, jsonAnswer } from '../answers';
import { badRequest } from '../refusals';
import type { Call } from '../site';

const batchSchema = z.object({
  requests: z.array(
    z.object({
      method: z.string(),
      id: z.union([z.string(), z.number()]).transform(String),
      url: z.string(),
      headers: z.record(z.string(), z.string()).default({}),
      body: z.unknown().optional(),
    }),
  ),
});

type Part = z.output<typeof batchSchema>['requests'][number];

/** Answers one request of a batch as if it had come alone. */
export type AnswerOne = (request: VendorRequest) => Promise<VendorAnswer>;

/** `POST …/$batch`: up to a hundred requests in JSON, each with an answer of its own. A failed part leaves the whole at 200. */
export async function answerBatch(call: Call, answerOne: AnswerOne): Promise<VendorAnswer> {
  const { options } = call.site;
  const parts = partsOf(call.request);
  if (parts.length > options.batchMost)
    throw badRequest({
      en: `The batch contains more than the maximum of ${options.batchMost} operations.`,
      de: `Der Batch enthält mehr als die maximal zulässigen ${options.batchMost} Vorgänge.`,
    });
  const responses: string[] = [];
  const violations: string[] = [];
  for (const part of parts) {
    const answer = await answerOne(requestOf(call, part));
    if (answer.violation !== undefined) violations.push(answer.violation);
    responses.push(responseText(part, answer));
    if (answer.status >= 400 && options.batchAfterError === 'stop') break;
  }
  const whole = { ...jsonAnswer(200, {}), body: `{"responses":[${responses.join(',')}]}` };
  return violations.length === 0 ? whole : { ...whole, violation: violations.join('; ') };
}

function partsOf({ headers, body }: VendorRequest): readonly Part[] {
  const refused = (): Error => badRequest({ en: 'Invalid Request Body', de: 'Ungültiger Anforderungstext' });
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) throw refused();
  const parsed = batchSchema.safeParse(jsonOf(body));
  if (!parsed.success || new Set(parsed.data.requests.map(({ id }) => id)).size < parsed.data.requests.length)
    throw refused();
  return parsed.data.requests;
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Addresses are relative to the route, or begin with the platform's part. Headers of the whole hold for each part. */
function requestOf({ request, address }: Call, { method, url, headers, body }: Part): VendorRequest {
  const path = url.replace(/^https?:\/\/[^/]+/i, '');
  const absolute = /^\/(?:v2\.0|BC)\//.test(path);
  const asked = new URL(absolute ? path : `${address.root}/${path.replace(/^\//, '')}`, 'http://simulator');
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    method: method.toUpperCase(),
    path: asked.pathname,
    rawPath: asked.pathname,
    query: asked.searchParams,
    headers: { ...request.headers, 'content-type': undefined, ...Object.fromEntries(own) },
    body: body === undefined ? '' : JSON.stringify(body),
  };
}

/** The body goes in as it is: parsing it would cost its numbers their digits. */
function responseText({ id }: Part, { status, contentType, body, headers = {} }: VendorAnswer): string {
  const head = JSON.stringify({ id, status, headers: { 'content-type': contentType, ...headers } });
  const inner = contentType === JSON_TYPE ? body : JSON.stringify(body);
  return `${head.slice(0, -1)},"body":${inner === '' ? 'null' : inner}}`;
}
