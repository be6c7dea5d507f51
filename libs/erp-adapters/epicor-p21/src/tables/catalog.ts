import { raceSignal } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import type { EpicorP21Client, Surface } from '../client/epicor-p21.client';
import { ERP } from '../client/erp-name';
import type { EpicorP21Settings } from '../settings/epicor-p21.settings';
import { type Columns, tablesIn } from './csdl';

/** Which columns the tables and views of this site have. */
export interface Catalog {
  /** Columns of `table/name` or `view/name`; `undefined` where the site has no such thing. Throws `ErpError`. */
  columnsOf(source: string, call: ErpCall): Promise<Columns | undefined>;
}

type Tables = ReadonlyMap<string, Columns>;

interface Held {
  readonly tables: Tables;
  /** Monotonic milliseconds. */
  readonly goodUntil: number;
}

/** Upgrades and new custom columns are rare; half a day later they are seen without connecting anew. */
const LIFE_MS = 12 * 3_600_000;

export interface CatalogOptions {
  readonly client: EpicorP21Client;
  readonly settings: EpicorP21Settings;
  readonly clock: Clock;
  readonly connectionId: string;
}

function namesOn(surface: Surface, { sources }: EpicorP21Settings): ReadonlySet<string> {
  // Orders may be swept by either; which of them a site has is seen here.
  const all = [...Object.values<string>(sources), 'table/oe_hdr'];
  return new Set(all.filter((source) => source.startsWith(`${surface}/`)).map((source) => source.split('/')[1] ?? ''));
}

/**
 * Reads the metadata of a surface once, however many ask: it is about 4 MB. A reader who gives up does not take it
 * from the others, and a failure is not remembered.
 */
export function createCatalog({ client, settings, clock, connectionId }: CatalogOptions): Catalog {
  const held = new Map<Surface, Held>();
  const flights = new Map<Surface, Promise<Tables>>();

  async function load(surface: Surface): Promise<Tables> {
    const document = await client.metadata(surface, { signal: AbortSignal.timeout(settings.timeoutMs) });
    const tables = tablesIn(document, namesOn(surface, settings));
    if (tables === undefined) {
      throw new ErpError('bad-response', `${ERP} answered its metadata without any table in it.`, { connectionId });
    }
    held.set(surface, { tables, goodUntil: clock.monotonic() + LIFE_MS });
    return tables;
  }

  function shared(surface: Surface): Promise<Tables> {
    const flight = flights.get(surface) ?? load(surface).finally(() => flights.delete(surface));
    flights.set(surface, flight);
    return flight;
  }

  async function tablesOf(surface: Surface, { signal }: ErpCall): Promise<Tables> {
    const known = held.get(surface);
    if (known !== undefined && clock.monotonic() < known.goodUntil) return known.tables;
    const timedOut = (): ErpError =>
      new ErpError('timeout', `${ERP} did not answer its metadata in time.`, { connectionId });
    if (signal.aborted) throw timedOut();
    return raceSignal(shared(surface), signal).catch((error: unknown) => {
      throw signal.aborted ? timedOut() : error;
    });
  }

  return {
    async columnsOf(source, call) {
      const [surface, name = ''] = source.split('/');
      return (await tablesOf(surface === 'view' ? 'view' : 'table', call)).get(name);
    },
  };
}
