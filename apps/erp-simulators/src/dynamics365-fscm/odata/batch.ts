import { randomUUID } from 'node:crypto';
import type { VendorAnswer } from '../../simulator';
import type { FscmOptions } from '../options';
import type { DataCall } from './data-call';
import { ODataFault, ODataViolation } from './fault';

/**
 * `POST /data/$batch`: reads as parts of one multipart body. The answer is 200 whatever became of the parts: each has
 * its own status. A changeset is a write.
 */
export function answerBatch(
  call: DataCall,
  { batchLimit }: FscmOptions,
  answer: (part: DataCall) => VendorAnswer,
): VendorAnswer {
  if (call.method !== 'POST') throw new ODataFault('A batch request must use the POST method.', 405);
  const parts = partsOf(call.body, boundaryOf(call.headers['content-type']));
  if (parts.some((part) => /^content-type:\s*multipart\/mixed/im.test(part)))
    throw new ODataViolation('a batch with a changeset');
  if (parts.length > batchLimit)
    throw new ODataFault(
      `The current batch message contains too many parts. Only batch messages with a maximum number of '${batchLimit}' query operations and change sets are allowed.`,
    );
  const answers = parts.map((part) => answer(operationOf(part, call)));
  const boundary = `batchresponse_${randomUUID()}`;
  const body = [...answers.map((each) => `--${boundary}\r\n${partText(each)}`), `--${boundary}--\r\n`].join('');
  const violation = answers.find((each) => each.violation !== undefined)?.violation;
  return {
    status: 200,
    contentType: `multipart/mixed; boundary=${boundary}`,
    body,
    headers: { 'odata-version': '4.0' },
    ...(violation === undefined ? {} : { violation }),
  };
}

function boundaryOf(contentType: string | undefined): string {
  const boundary = /^multipart\/mixed\s*;.*?boundary="?([^";]+)"?/i.exec(contentType ?? '')?.[1];
  if (boundary === undefined)
    throw new ODataFault('The batch request must have a "Content-Type" of multipart/mixed with a boundary.');
  return boundary;
}

function partsOf(body: string, boundary: string): readonly string[] {
  return body
    .replaceAll('\r\n', '\n')
    .split(`--${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .map((part) => part.replace(/^\n/, ''));
}

/** `GET Set?… HTTP/1.1` with its own headers; the address is relative to `/data`, or whole. */
function operationOf(part: string, call: DataCall): DataCall {
  // Headers of the part, the request with its headers, and its body, each after an empty line.
  const [, request = '', ...body] = part.split('\n\n');
  const [line = '', ...headerLines] = request.split('\n');
  const [, method = '', address = ''] = /^(\w+) (\S+) HTTP\/1\.1$/.exec(line.trim()) ?? [];
  if (method === '') throw new ODataFault(`The request line '${line.trim()}' is not valid.`);
  const url = new URL(address, `${call.origin}/data/`);
  if (!/^\/data\//i.test(url.pathname)) throw new ODataFault(`The URI '${address}' is not valid.`);
  return {
    method,
    rawPath: url.pathname.slice('/data'.length),
    query: url.searchParams,
    headers: headersOf(headerLines),
    body: body.join('\n\n'),
    origin: call.origin,
  };
}

function headersOf(lines: readonly string[]): DataCall['headers'] {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    }),
  );
}

function partText({ status, contentType, body, headers = {} }: VendorAnswer): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  return [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    '',
    `HTTP/1.1 ${status} ${REASONS[status] ?? 'Error'}`,
    `Content-Type: ${contentType}`,
    ...lines,
    '',
    body,
    '',
  ].join('\r\n');
}

const REASONS: Readonly<Record<number, string>> = { 200: 'OK', 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found' };
