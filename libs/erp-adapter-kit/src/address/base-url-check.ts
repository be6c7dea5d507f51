import { networkOfHost } from './network-of-host';

/** Whether a deployment lets ERP connections into its own private networks. */
export type PrivateNetworks = 'refused' | 'allowed';

/**
 * Says what is wrong with the address of an ERP, or `undefined` for a good one.
 * Judges by the text alone; where a name really leads is checked again when a socket is opened.
 */
export function baseUrlProblem(text: string, privateNetworks: PrivateNetworks): string | undefined {
  if (!URL.canParse(text)) return 'The address is not a URL; it looks like https://erp.example.com.';
  const url = new URL(text);
  const network = networkOfHost(url.hostname);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'The address must start with https://.';
  if (url.username !== '' || url.password !== '') return 'The address must not hold a user name or password.';
  if (url.search !== '' || url.hash !== '') return 'The address must end before any ? or #.';
  if (network === 'metadata') return 'The address is a cloud metadata service, never an ERP.';
  if (network === 'link-local') return 'The address is link-local or reserved, where no ERP answers.';
  if (network === 'private' && privateNetworks === 'refused') {
    return 'The address is in a private network, which this deployment does not allow for ERP connections.';
  }
  if (url.protocol === 'http:' && network !== 'loopback') {
    return 'The address must use https; http is only for an ERP on this very machine.';
  }
  return undefined;
}
