import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { shared, tooLate } from '../auth/single-flight';
import { type ApiName, sapApi } from '../client/apis';
import type { SapClient } from '../client/sap-s4hana.client';
import { ERP } from '../client/sap-error';
import { type ApiModel, apiModel } from './edmx';

export interface ModelSource {
  /** What an API offers in this system's release; read once. Throws `ErpError`. */
  model(api: ApiName, call: ErpCall): Promise<ApiModel>;
}

export interface ModelSourceOptions {
  readonly client: Pick<SapClient, 'metadata'>;
  readonly clock: Clock;
  readonly connectionId: string;
  readonly timeoutMs: number;
}

/** An upgrade changes what a release offers while connections live on. */
const KEPT_MS = 24 * 3_600_000;

interface Held {
  readonly flight: Promise<ApiModel>;
  readonly readAt: number;
}

/** Keeps the model of each API. However many ask, it is read by one call; a failure is forgotten at once. */
export function createModelSource(options: ModelSourceOptions): ModelSource {
  const { client, clock, connectionId, timeoutMs } = options;
  const held = new Map<ApiName, Held>();

  async function read(api: ApiName, operator: string | undefined): Promise<ApiModel> {
    const signal = AbortSignal.timeout(timeoutMs);
    const xml = await client.metadata(api, { signal, ...(operator === undefined ? {} : { operator }) });
    const model = apiModel(xml);
    if (model !== undefined) return model;
    throw new ErpError('bad-response', `${ERP} answered with no description of ${sapApi(api).name}.`, { connectionId });
  }

  function start(api: ApiName, operator: string | undefined): Promise<ApiModel> {
    const flight = read(api, operator).catch((error: unknown) => {
      if (held.get(api)?.flight === flight) held.delete(api);
      throw error;
    });
    held.set(api, { flight, readAt: clock.monotonic() });
    return flight;
  }

  return {
    async model(api, { signal, operator }) {
      if (signal.aborted) throw tooLate('what it offers');
      const known = held.get(api);
      const isFresh = known !== undefined && clock.monotonic() - known.readAt < KEPT_MS;
      return shared(isFresh ? known.flight : start(api, operator), { signal, what: 'what it offers' });
    },
  };
}
