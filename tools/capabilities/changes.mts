import type { ErpAdapter, ErpConnection } from '@headwater/erp-contracts';
import { sampleSettings } from './sample-settings.mts';

/** How a connection with default settings hears of changes. */
export interface HeardChanges {
  readonly events: string;
  readonly sweep: string;
  readonly subscriptions: string;
}

/** The manifest speaks of events only; sweeps and subscriptions are the connection's own, so one is opened and asked. */
export async function heardChanges(adapter: ErpAdapter): Promise<HeardChanges> {
  const { supported, settleMs } = adapter.manifest.events;
  const events = supported ? `yes, settled after ${String(settleMs)} ms` : 'no';
  const connection = connected(adapter);
  if (connection === undefined)
    return { events, sweep: 'depends on the settings', subscriptions: 'depends on the settings' };
  await connection.close();
  return {
    events,
    sweep: connection.sweep === undefined ? 'no' : `every ${String(connection.sweep.everyMs / 1000)} s`,
    subscriptions: connection.subscriptions === undefined ? 'no' : 'kept up by Headwater',
  };
}

function connected(adapter: ErpAdapter): ErpConnection | undefined {
  try {
    return adapter.connect({ connectionId: 'capabilities', settings: sampleSettings(adapter.manifest) });
  } catch (error) {
    // Stand-ins cannot take the place of, say, a private key. Compared by name: the error's class is the bundle's own.
    if (error instanceof Error && error.name === 'ErpError') return undefined;
    throw error;
  }
}
