import { createErpHttp, jsonOf, parseVendor, type PrivateNetworks, statusError } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import type { z } from 'zod';
import { LIMITS, type HarborErpSettings } from './harbor-erp.settings';

export const ERP = 'Harbor ERP';

/** One read: where, with which parameters, and the shape its answer must have. */
export interface HarborErpRead<S extends z.ZodType> {
  /** Below the base URL; made of `pathSegment`s where a part comes from outside. */
  readonly path: string;
  readonly parameters?: Readonly<Record<string, string | undefined>>;
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
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.append(name, value);
  return url.href;
}

/** The client of one connection: its address, its key, and the ERP's ways of saying no. */
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
  const headers = { accept: 'application/json', authorization: `Bearer ${settings.apiKey}` };
  return {
    async read(read, { signal }) {
      const reply = await http.send({ method: 'GET', url: addressOf(settings.baseUrl, read), headers }, signal);
      const failure = statusError(reply, { ...speaker, nowEpochMs: clock.now(), notFound: read.notFound });
      if (failure !== undefined) throw failure;
      return parseVendor(read.schema, jsonOf(reply, speaker), { ...speaker, what: read.what });
    },
    close: () => http.close(),
  };
}
