import { BlockList, isIP } from 'node:net';

/** Where a host lies, as far as its name or number tells. */
export type HostNetwork = 'loopback' | 'metadata' | 'link-local' | 'private' | 'public';

function blockList(subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = '', prefix = ''] = subnet.split('/');
    list.addSubnet(network, Number(prefix), network.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
}

/** Addresses at which clouds hand out credentials to whoever asks from inside. */
const METADATA = blockList(['169.254.169.254/32', '100.100.100.200/32', '168.63.129.16/32', 'fd00:ec2::254/128']);
const LOOPBACK = blockList(['127.0.0.0/8', '::1/128']);
const LINK_LOCAL = blockList(['169.254.0.0/16', 'fe80::/10', '0.0.0.0/8', '::/128', '224.0.0.0/3', 'ff00::/8']);
const PRIVATE = blockList(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7']);

const METADATA_NAMES = new Set(['metadata', 'metadata.google.internal', 'instance-data', 'instance-data.ec2.internal']);
const PRIVATE_SUFFIXES = ['.internal', '.local', '.lan', '.home.arpa', '.intranet', '.corp'];

/** Classifies an IP address; IPv4 inside IPv6 counts as the IPv4 it is. */
export function networkOfAddress(address: string): HostNetwork {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (METADATA.check(address, family)) return 'metadata';
  if (LOOPBACK.check(address, family)) return 'loopback';
  if (LINK_LOCAL.check(address, family)) return 'link-local';
  return PRIVATE.check(address, family) ? 'private' : 'public';
}

/** Classifies a host as a URL spells it (`[::1]`, `10.0.0.5`, `erp.example.com`); a bare name counts as private. */
export function networkOfHost(host: string): HostNetwork {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  if (isIP(name) !== 0) return networkOfAddress(name);
  if (METADATA_NAMES.has(name)) return 'metadata';
  if (name === 'localhost' || name.endsWith('.localhost')) return 'loopback';
  const inside = !name.includes('.') || PRIVATE_SUFFIXES.some((suffix) => name.endsWith(suffix));
  return inside ? 'private' : 'public';
}
