const PATIENCE_MS = 10_000;

/**
 * The CloudEvents webhook handshake: before the first notice the sender asks with its origin, and the receiver answers
 * which origins it takes notices from.
 */
export async function receiverAllows(url: string, origin: string): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'OPTIONS',
      headers: { 'webhook-request-origin': origin },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.arrayBuffer();
    const allowed = answer.headers.get('webhook-allowed-origin');
    return answer.ok && (allowed === '*' || allowed === origin);
  } catch (error) {
    // Nobody there, or too slow: then nobody allowed anything. Told by name, as the error may come from another realm.
    if (isUnreachable(error)) return false;
    throw error;
  }
}

function isUnreachable(error: unknown): boolean {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  return name === 'TypeError' || name === 'TimeoutError';
}
