import type { VendorAnswer } from '../../simulator';

type Headers = NonNullable<VendorAnswer['headers']>;

const VERSION = { dataserviceversion: '2.0' };

export function jsonAnswer(status: number, body: unknown, headers: Headers = {}): VendorAnswer {
  return {
    status,
    contentType: 'application/json;charset=utf-8',
    body: JSON.stringify(body),
    headers: { ...VERSION, ...headers },
  };
}

export interface XmlHead {
  readonly type: string;
  readonly headers?: Headers;
}

export function xmlAnswer(status: number, body: string, { type, headers = {} }: XmlHead): VendorAnswer {
  return { status, contentType: `${type}; charset=utf-8`, body, headers: { ...VERSION, ...headers } };
}

export function textAnswer(status: number, body: string, headers: Headers = {}): VendorAnswer {
  return { status, contentType: 'text/plain;charset=utf-8', body, headers: { ...VERSION, ...headers } };
}
