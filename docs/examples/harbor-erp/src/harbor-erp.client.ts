import { createErpHttp, jsonOf, parseVendor, type PrivateNetworks, statusError } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import type { z } from 'zod';
import { refusalIn } from './harbor-erp.refusals';
import { LIMITS, type HarborErpSettings } from './harbor-erp.settings';

export const ERP = 'Harbor ERP';

/** One read: where, with which parameters, and the shape its answer must have. */
export interface HarborErpRead<S extends z.ZodType> {
  /** Below the base URL; made of `pathSegment`s where a part comes from outside. */
  readonly path: string;
  /** A parameter with several values is given several times. */
  readonly parameters?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly schema: S;
  /** What is read, for messages: `orders`. */
  readonly what: string;
  /** What 404 means here: the key is unknown, or the address is wrong. */
  readonly notFound: 'not-found' | 'unavailable';
}

export interface HarborErpClient {
  /** Throws `ErpError`, never anything else. */
  read<S extends z.ZodType>(read: HarborErpRead<S>, call: ErpCall): Promise<z.output<S>>;
  close(): Promise<void>;
}

export interface ClientOptions {
  readonly settings: HarborErpSettings;
  readonly connectionId: string;
  readonly clock: Clock;
  readonly privateNetworks: PrivateNetworks;
}

function addressOf(baseUrl: string, { path, parameters = {} }: HarborErpRead<z.ZodType>): string {
  const url = new URL(`${baseUrl}/${path}`);
  for (const [name, given = []] of Object.entries(parameters)) {
    for (const value of [given].flat()) url.searchParams.append(name, value);
  }
  return url.href;
}

/** The client of one connection: its address, its key, its company, and Harbor's ways of saying no. */
export function createHarborErpClient(options: ClientOptions): HarborErpClient {
  const { settings, connectionId, clock, privateNetworks } = options;
  const speaker = { erp: ERP, connectionId };
  const http = createErpHttp({
    ...speaker,
    secrets: [settings.apiKey],
    maxConnections: LIMITS.maxConcurrency,
    timeoutMs: LIMITS.timeoutMs,
    privateNetworks,
  });
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${settings.apiKey}`,
    'x-harbor-company': settings.company,
  };
  return {
    async read(read, { signal }) {
      const reply = await http.send({ method: 'GET', url: addressOf(settings.baseUrl, read), headers }, signal);
      const failure = statusError(reply, { ...speaker, nowEpochMs: clock.now(), notFound: read.notFound });
      if (failure !== undefined) throw failure;
      const body = jsonOf(reply, speaker);
      const refusal = refusalIn(body, speaker);
      if (refusal !== undefined) throw refusal;
      return parseVendor(read.schema, body, { ...speaker, what: read.what });
    },
    close: () => http.close(),
  };
}
