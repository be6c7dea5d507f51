import { noRoute } from './refusals';

/** `api/v2.0`, `api/microsoft/runtime/beta`, the tenant's own API, or the classic pages. */
export type Route = 'standard' | 'runtime' | 'custom' | 'classic';

export interface Segment {
  readonly name: string;
  /** What stood in parentheses, quotes and all. */
  readonly key: string | undefined;
}

/** An address of Business Central, taken apart. */
export interface Address {
  readonly hosting: 'online' | 'on-premises';
  readonly tenant: string | undefined;
  readonly environment: string | undefined;
  readonly route: Route;
  /** Path up to and with the route. */
  readonly root: string;
  readonly segments: readonly Segment[];
}

const ROUTES: readonly (readonly [Route, readonly string[]])[] = [
  ['standard', ['api', 'v2.0']],
  ['runtime', ['api', 'microsoft', 'runtime', 'beta']],
  ['custom', ['api', 'headwater', 'crm', 'v1.0']],
  ['classic', ['ODataV4']],
];

/** The first `v2.0` is the platform's, the second the API's. On premises the server instance stands in its place. */
export function addressOf(rawPath: string): Address {
  const raw = rawPath.split('/').filter((segment) => segment !== '');
  const parts = raw.map(decoded);
  const at = parts.findIndex((part) => part === 'api' || part === 'ODataV4');
  const host = hostOf(parts.slice(0, at));
  const found = ROUTES.find(([, names]) => names.every((name, offset) => parts[at + offset] === name));
  if (at < 1 || host === undefined || found === undefined) throw noRoute();
  const [route, names] = found;
  const end = at + names.length;
  return { ...host, route, root: `/${raw.slice(0, end).join('/')}`, segments: parts.slice(end).map(segmentOf) };
}

function hostOf(parts: readonly string[]): Pick<Address, 'hosting' | 'tenant' | 'environment'> | undefined {
  const [first, second, third] = parts;
  if (first === 'BC' && parts.length === 1)
    return { hosting: 'on-premises', tenant: undefined, environment: undefined };
  if (first !== 'v2.0' || parts.length > 3 || second === undefined) return undefined;
  return third === undefined
    ? { hosting: 'online', tenant: undefined, environment: second }
    : { hosting: 'online', tenant: second, environment: third };
}

function segmentOf(part: string): Segment {
  const [, name = part, key] = /^([^()]+)(?:\((.*)\))?$/s.exec(part) ?? [];
  return { name, key };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) throw noRoute();
    throw error;
  }
}

/** The value in a key's parentheses: a GUID, or text in quotes, with or without the name of the key before it. */
export function keyValue(key: string, name: string): string | undefined {
  const bare = key.startsWith(`${name}=`) ? key.slice(name.length + 1) : key;
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(bare)) return bare.toLowerCase();
  return /^'(?:[^']|'')*'$/s.test(bare) ? bare.slice(1, -1).replaceAll("''", "'") : undefined;
}
