import type { VendorAnswer, VendorRequest } from '../simulator';

/** Only these lack their slash; a client that follows may drop `Authorization` on the way, which looks like a 401. */
const SLASHLESS: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/api/ui/router/v1'],
  ['POST', '/api/sales/orders'],
  ['GET', '/api/environment/systems'],
];

/** 307 to the same address with a slash; undefined where there is nothing to redirect. */
export function slashRedirect({ method, path, query }: VendorRequest, origin: string): VendorAnswer | undefined {
  const found = SLASHLESS.find(([verb, address]) => verb === method && address === path.toLowerCase());
  if (found === undefined) return undefined;
  const search = query.size === 0 ? '' : `?${query.toString()}`;
  const violation = method === 'POST' ? { violation: `POST ${path} creates an order` } : {};
  const location = `${origin}${path}/${search}`;
  return { status: 307, contentType: 'text/html; charset=UTF-8', body: '', headers: { location }, ...violation };
}
