import { createHash } from 'node:crypto';
import { GatewayUnreachable, type GatewayLink } from './gateway-link';

/**
 * Which of several gateways a connection belongs to: every process ranks them alike (rendezvous hashing), so that one
 * gateway holds a connection's cache and counts its calls, and when one goes away only its own connections move.
 */
export function rankedFor(connectionId: string, links: readonly GatewayLink[]): readonly GatewayLink[] {
  return links
    .map((link) => ({ link, weight: weightOf(connectionId, link.url) }))
    .sort((one, other) => (one.weight < other.weight ? 1 : -1))
    .map(({ link }) => link);
}

/** The first that can be reached, in their rank. Rejects as the last one tried did. */
export async function firstReachable<T>(
  links: readonly GatewayLink[],
  ask: (link: GatewayLink) => Promise<T>,
): Promise<T> {
  let unreachable: unknown = new GatewayUnreachable(new Error('no gateway is configured'));
  for (const link of links) {
    try {
      return await ask(link);
    } catch (error) {
      if (!(error instanceof GatewayUnreachable)) throw error;
      unreachable = error;
    }
  }
  throw unreachable;
}

function weightOf(connectionId: string, url: string): string {
  return createHash('sha256').update(`${connectionId}\n${url}`).digest('hex');
}
