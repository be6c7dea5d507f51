import { signIn, type ApiSession } from '../../../../tools/dev/api-session.mts';
import { DEMO_PASSWORD } from '../../../../tools/dev/seed-demo.mts';
import { type CredentialsSheet, simulatedSettings } from '../../../../tools/dev/simulated-erps.mts';
import type { RunningProduct } from './running-product';

export interface ConnectedErps {
  /** Connection by the id of its adapter. */
  readonly ids: ReadonlyMap<string, string>;
  /** Takes the connections away again. */
  end(): Promise<void>;
}

interface Created {
  readonly id: string;
}

/** The demo connects SX.e alone: connects these ERPs too. */
export async function connectErps(product: RunningProduct, erps: readonly string[]): Promise<ConnectedErps> {
  const admin = await signIn(product.url, 'admin@headwater.demo', DEMO_PASSWORD);
  const ids = new Map<string, string>();
  const end = async (): Promise<void> => {
    for (const id of ids.values()) await disconnect(admin, id);
    ids.clear();
  };
  try {
    for (const erp of erps) ids.set(erp, await connect(product, admin, erp));
    return { ids, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Deletes a connection, as its version is now. */
export async function disconnect(admin: ApiSession, id: string): Promise<void> {
  const path = `/api/erp/connections/${id}`;
  const etag = (await admin.fetch(path)).headers.get('etag') ?? '';
  const answer = await admin.fetch(path, { method: 'DELETE', headers: { 'if-match': etag } });
  if (!answer.ok) throw new Error(`The connection was not deleted: HTTP ${answer.status} ${await answer.text()}`);
}

async function connect({ simulator }: RunningProduct, admin: ApiSession, erp: string): Promise<string> {
  const settings = simulatedSettings(erp, await simulator(erp).get<CredentialsSheet>('credentials'));
  const body = { name: `${erp} for a while`, adapter: erp, settings };
  return (await admin.send<Created>('POST', '/api/erp/connections', body)).id;
}
