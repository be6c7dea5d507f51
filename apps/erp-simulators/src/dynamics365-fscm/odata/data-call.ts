import type { VendorAnswer, VendorRequest } from '../../simulator';
import type { World } from '../../world/world';
import type { Catalogue } from '../entities/catalogue';
import type { FscmOptions } from '../options';

/** The part of the environment that answers OData. */
export interface DataEnvironment {
  readonly world: World;
  readonly options: FscmOptions;
  readonly catalogue: Catalogue;
  /** `$metadata`; written once, as it does not change while the server runs. */
  readonly edmx: () => string;
}

/** A call below `/data`, on its own or as a part of a batch. */
export interface DataCall {
  readonly method: string;
  /** Percent-encoded, from behind `/data` on. */
  readonly rawPath: string;
  readonly query: URLSearchParams;
  readonly headers: VendorRequest['headers'];
  readonly body: string;
  readonly origin: string;
}

const TYPE = 'application/json; odata.metadata=minimal; odata.streaming=true';

export function odataAnswer(body: unknown, headers: VendorAnswer['headers'] = {}): VendorAnswer {
  return {
    status: 200,
    contentType: TYPE,
    body: JSON.stringify(body),
    headers: { 'odata-version': '4.0', ...headers },
  };
}

/** The address this server was called at. */
export function originOf({ headers }: Pick<VendorRequest, 'headers'>): string {
  return `http://${headers['host'] ?? 'localhost'}`;
}
