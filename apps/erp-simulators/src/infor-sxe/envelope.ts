import type { VendorAnswer } from '../simulator';

const JSON_TYPE = 'application/json;charset=utf-8';

export type Fields = Readonly<Record<string, unknown>>;

/** Thrown by calls; becomes `cErrorMessage`. SX.e has texts, no codes. */
export class SxeError extends Error {
  override readonly name = 'SxeError';
}

/** Thrown by calls a read-only client must never send; answered like an error, and written into the log. */
export class SxeViolation extends Error {
  override readonly name = 'SxeViolation';
}

export function responseAnswer(fields: Fields): VendorAnswer {
  return jsonAnswer(200, { response: { cErrorMessage: '', ...fields } });
}

/** HTTP 200 or 400, the same body: the message tells, not the status. */
export function errorAnswer(status: number, cErrorMessage: string): VendorAnswer {
  return jsonAnswer(status, { response: { cErrorMessage } });
}

/** What the API gateway in front of the ERP says itself. */
export function gatewayAnswer(
  status: number,
  error: string,
  headers: Readonly<Record<string, string>> = {},
): VendorAnswer {
  return { ...jsonAnswer(status, { error }), headers };
}

export function jsonAnswer(status: number, body: unknown): VendorAnswer {
  return { status, contentType: JSON_TYPE, body: JSON.stringify(body) };
}

/**
 * A Progress temp-table: a camelCase container around one hyphenated array.
 * `table('oeordV5', rows)` is `{ tOeordV5: { 't-oeordV5': rows } }`.
 */
export function table(name: string, rows: readonly unknown[]): Fields {
  return { [`t${name.charAt(0).toUpperCase()}${name.slice(1)}`]: { [`t-${name}`]: rows } };
}
