import { Client } from 'pg';

/** How many statements are sent to PostgreSQL while the work runs. */
export async function countingStatements(work: () => Promise<void>): Promise<number> {
  const sent = jest.spyOn(Client.prototype, 'query');
  try {
    await work();
    return sent.mock.calls.length;
  } finally {
    sent.mockRestore();
  }
}
