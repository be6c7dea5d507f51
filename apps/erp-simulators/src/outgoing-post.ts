const PATIENCE_MS = 10_000;

export interface OutgoingAnswer {
  readonly status: number;
  readonly body: string;
}

/** Calls a receiver of notices; null where nobody answered in time. */
export async function outgoingPost(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<OutgoingAnswer | null> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    return { status: answer.status, body: await answer.text() };
  } catch (error) {
    // A receiver that is away, or too slow, is a fact to report and not a fault of the simulator.
    if (isUnreachable(error)) return null;
    throw error;
  }
}

/** `fetch` says TypeError when nobody listens. Told by name, as the error may come from another realm under test. */
function isUnreachable(error: unknown): boolean {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  return name === 'TypeError' || name === 'TimeoutError';
}
