import type { VendorAnswer, VendorRequest } from '../../simulator';
import type { P21Options } from '../options';
import { dataContractXml } from './data-contract-xml';

/** An answer whose form follows the caller's Accept header. */
export interface P21Reply {
  readonly status: number;
  /** Undefined for an empty body. */
  readonly value?: unknown;
  /** Name of the XML element, where the caller gets XML. */
  readonly root: string;
  /** Of the JSON form. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly violation?: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';

export function replyOf(status: number, root: string, value: unknown): P21Reply {
  return { status, root, value };
}

export function emptyReply(status: number): P21Reply {
  return { status, root: 'Error' };
}

/** Only a caller that names JSON gets it: anything else is answered in DataContract XML. */
export function wantsJson({ headers }: VendorRequest): boolean {
  return /\bapplication\/json\b/i.test(headers['accept'] ?? '');
}

export function rendered(reply: P21Reply, request: VendorRequest, options: P21Options): VendorAnswer {
  const { violation, headers = {} } = reply;
  const rest = { headers, ...(violation === undefined ? {} : { violation }) };
  if (!wantsJson(request)) return { ...withoutJson(reply, options), ...rest };
  const body = reply.value === undefined ? '' : JSON.stringify(reply.value);
  return { status: reply.status, contentType: reply.contentType ?? JSON_TYPE, body, ...rest };
}

/** Builds before 26.1.5940 fail without a word where the header is missing. */
function withoutJson({ status, root, value }: P21Reply, { withoutAccept }: P21Options): VendorAnswer {
  if (withoutAccept === 'empty-500') return { status: 500, contentType: 'text/plain', body: '' };
  const body = value === undefined ? '' : dataContractXml(root, value);
  return { status, contentType: 'application/xml; charset=utf-8', body };
}
