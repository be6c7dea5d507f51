import type { ApiSession } from './api-session.mts';

interface Connection {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/**
 * Changes every connection to what it is, which opens it anew: calls that still hang are ended, and what was learnt
 * about a failing ERP (breakers, pauses, limits) is forgotten.
 */
export async function reopenConnections(admin: ApiSession): Promise<void> {
  const { items } = await admin.get<{ items: readonly Connection[] }>('/api/erp/connections');
  for (const { id, name, version } of items) {
    const headers = { 'content-type': 'application/json', 'if-match': `"${version}"` };
    const body = JSON.stringify({ name });
    const answer = await admin.fetch(`/api/erp/connections/${id}`, { method: 'PATCH', headers, body });
    if (!answer.ok) throw new Error(`The connection was not reopened: ${await answer.text()}`);
  }
}
