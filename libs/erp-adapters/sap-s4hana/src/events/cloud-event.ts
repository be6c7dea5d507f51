import type { RawErpNotice } from '@headwater/erp-contracts';
import { type CloudEvent, HTTP } from 'cloudevents';

/** A CloudEvent, as far as it is read. */
export interface SapEvent {
  readonly id: string;
  readonly type: string;
  readonly time: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parameters of the type, such as a charset, are no part of the mode a message is in. */
function headersOf({ headers }: RawErpNotice): Record<string, string> {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return { ...Object.fromEntries(given), ...(type === undefined ? {} : { 'content-type': type }) };
}

/** Whether the sender gave an id; the library makes one up where it did not, and then no two would be doubles. */
function hasId({ headers, body }: RawErpNotice): boolean {
  if (headers['content-type']?.toLowerCase().startsWith('application/cloudevents') !== true) {
    return (headers['ce-id'] ?? '').trim() !== '';
  }
  const parsed: unknown = JSON.parse(body);
  return isRecord(parsed) && typeof parsed['id'] === 'string' && parsed['id'].trim() !== '';
}

function parsed(notice: RawErpNotice): CloudEvent<unknown> | undefined {
  try {
    if (!hasId(notice)) return undefined;
    const event = HTTP.toEvent<unknown>({ headers: headersOf(notice), body: notice.body });
    return Array.isArray(event) ? undefined : (event as CloudEvent<unknown>);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'string') return isRecord(value) ? value : undefined;
  try {
    const fields: unknown = JSON.parse(value);
    return isRecord(fields) ? fields : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Reads a CloudEvent 1.0 in structured or binary mode; `undefined` for anything else, however broken. */
export function cloudEventOf(notice: RawErpNotice): SapEvent | undefined {
  const event = parsed(notice);
  if (event === undefined || event.specversion !== '1.0' || typeof event.type !== 'string') return undefined;
  const { id, type, time } = event;
  if (typeof id !== 'string' || type === '') return undefined;
  const data = fieldsOf(event.data);
  return data === undefined ? undefined : { id, type, time: typeof time === 'string' ? time : undefined, data };
}
