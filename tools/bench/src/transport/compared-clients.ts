import { createErpHttp } from '@headwater/erp-adapter-kit';
import axios from 'axios';
import { Agent } from 'undici';

/** A client of HTTP/2 as a test of faults sees it. */
export interface ComparedClient {
  readonly name: string;
  /** Status and text of the answer. */
  get(url: string, signal: AbortSignal): Promise<string>;
  close(): Promise<void>;
}

function axiosClient(): ComparedClient {
  return {
    name: 'axios, httpVersion 2',
    async get(url, signal) {
      const { data } = await axios.get<string>(url, { httpVersion: 2, signal, responseType: 'text' });
      return data;
    },
    close: async () => undefined,
  };
}

function undiciClient(): ComparedClient {
  const agent = new Agent({ allowH2: true, connections: 6 });
  return {
    name: 'undici, allowH2',
    async get(url, signal) {
      const { origin, pathname } = new URL(url);
      const { body } = await agent.request({ origin, path: pathname, method: 'GET', signal });
      return body.text();
    },
    close: () => agent.destroy(),
  };
}

function ownClient(): ComparedClient {
  const limits = { maxConnections: 6, timeoutMs: 60_000, privateNetworks: 'refused' } as const;
  const http = createErpHttp({ erp: 'Bench', connectionId: 'bench', secrets: [], ...limits });
  return {
    name: 'ErpHttp',
    get: async (url, signal) => (await http.send({ method: 'GET', url }, signal)).text,
    close: () => http.close(),
  };
}

export const COMPARED_CLIENTS: readonly (() => ComparedClient)[] = [axiosClient, undiciClient, ownClient];
