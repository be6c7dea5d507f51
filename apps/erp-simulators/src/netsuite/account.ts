import type { VendorRequest } from '../simulator';
import type { AccessOptions } from './options/access-options';

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i;

export type HostFamily = 'suitetalk' | 'restlets';

/** `1234567_SB1` is `1234567-sb1` in a host name. */
export function hostLabel(accountId: string): string {
  return accountId.toLowerCase().replaceAll('_', '-');
}

export function hostOf(request: VendorRequest): string {
  return request.headers['host'] ?? '';
}

/** Where the call came in, as its links and signatures spell it. */
export function originOf(request: VendorRequest): string {
  return `http://${hostOf(request)}`;
}

/**
 * All hosts of an account are this one server. A call that names a NetSuite host must spell it right, as the name
 * would not resolve otherwise; loopback addresses stand for every host.
 */
export function isAccountHost(request: VendorRequest, family: HostFamily, { accountId }: AccessOptions): boolean {
  const host = hostOf(request);
  return LOOPBACK.test(host) || host === `${hostLabel(accountId)}.${family}.api.netsuite.com`;
}
