import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { PrivateNetworks } from './base-url-check';
import { type HostNetwork, networkOfAddress, networkOfHost } from './network-of-host';

/** The name resolved to a network it may not lead to. */
export class ForbiddenNetworkError extends Error {
  override readonly name = 'ForbiddenNetworkError';
  readonly code = 'EFORBIDDENNETWORK';
}

function isAllowed(host: string, network: HostNetwork, privateNetworks: PrivateNetworks): boolean {
  if (network === 'public') return true;
  if (network === 'private') return privateNetworks === 'allowed';
  return network === 'loopback' && networkOfHost(host) === 'loopback';
}

/**
 * DNS lookup that refuses a name leading to where its address may not: a public name can be made to
 * resolve to a metadata service or to this machine after an admin saved it.
 */
export function guardedLookup(privateNetworks: PrivateNetworks): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, []);
      const allowed = addresses.filter(({ address }) => isAllowed(host, networkOfAddress(address), privateNetworks));
      const [first] = allowed;
      if (first === undefined) return done(new ForbiddenNetworkError('the name leads to a forbidden network'), []);
      return options.all === true ? done(null, allowed) : done(null, first.address, first.family);
    });
  };
}
