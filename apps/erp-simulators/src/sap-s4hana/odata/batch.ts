import { randomBytes } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { VendorAnswer, VendorRequest } from '../../simulator';

/** One request inside a batch. */
export interface BatchPart extends Pick<VendorRequest, 'method' | 'query' | 'headers' | 'body'> {
  /** From the root of the API, percent-decoded. */
  readonly segments: readonly string[];
  /** The same as it came. */
  readonly path: string;
}

type BatchRequest = Pick<VendorRequest, 'method' | 'query' | 'headers' | 'body'>;

const API_ROOT = /^.*\/sap\/opu\/(?:odata\/sap\/[^/]+|odata4\/sap\/[^/]+\/srvd_a2x\/sap\/[^/]+\/\d{4})\//i;

/** Takes a multipart batch apart, has every part answered, and puts the answers together: always 202 at the top. */
export function answerBatch(request: BatchRequest, answerPart: (part: BatchPart) => VendorAnswer): VendorAnswer {
  const boundary = /boundary="?([^";]+)"?/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (request.method !== 'POST' || boundary === undefined)
    return { status: 400, contentType: 'text/plain', body: 'A batch is a multipart/mixed POST' };
  const answers = partsOf(request.body, boundary).map((part) => answerPart(part));
  const marker = randomBytes(16).toString('hex').toUpperCase();
  const violations = answers.flatMap(({ violation }) => violation ?? []);
  return {
    status: 202,
    contentType: `multipart/mixed; boundary=${marker}`,
    body: `${answers.map((answer) => `--${marker}\r\n${httpPart(answer)}`).join('')}--${marker}--\r\n`,
    headers: { dataserviceversion: '2.0' },
    ...(violations.length === 0 ? {} : { violation: violations.join('; ') }),
  };
}

/** A change set is a multipart of its own: its requests are taken like any other, and refused for what they do. */
function partsOf(body: string, boundary: string): readonly BatchPart[] {
  return body
    .split(`--${boundary}`)
    .slice(1)
    .filter((section) => !section.startsWith('--'))
    .flatMap((section) => {
      const inner = /boundary="?([^";\r\n]+)"?/i.exec(section.slice(0, section.indexOf('\n\r\n') + 1))?.[1];
      return inner === undefined ? [partOf(section)] : partsOf(section, inner);
    });
}

function partOf(section: string): BatchPart {
  const lines = section.replaceAll('\r\n', '\n').replace(/^\n/, '');
  const [, ...rest] = lines.split('\n\n');
  const [head = '', ...content] = rest;
  const [start = '', ...headerLines] = head.split('\n');
  const [method = 'GET', target = ''] = start.split(' ');
  const relative = target.replace(API_ROOT, '');
  const [path = '', search = ''] = relative.split(/\?(.*)/s);
  return {
    method: method.toUpperCase(),
    path,
    segments: path.split('/').map(decoded),
    query: new URLSearchParams(search),
    headers: Object.fromEntries(headerLines.map(headerOf)),
    body: content.join('\n\n').trim(),
  };
}

function headerOf(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
}

function httpPart({ status, contentType, body, headers = {} }: VendorAnswer): string {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`),
  ];
  const http = `${lines.join('\r\n')}\r\n\r\n${body}`;
  return `Content-Type: application/http\r\nContent-Length: ${Buffer.byteLength(http)}\r\ncontent-transfer-encoding: binary\r\n\r\n${http}\r\n`;
}

/** Percent-decoded where that is possible. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}
