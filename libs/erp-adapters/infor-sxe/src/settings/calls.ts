/**
 * Which sxapi call serves what. SX.e versions its calls by a suffix of their name and keeps older ones working,
 * so a site may map each to the version it has. Names are sent in lower case; SX.e ignores case.
 */
export const DEFAULT_CALLS = {
  'customers.list': 'sxapiargetcustomerlistv3',
  'customers.master': 'sxapisfgetcustomermasterv2',
  'customers.credit-terms': 'sxapiargetcustomerdata',
  'customers.ship-tos': 'sxapiargetshiptolistv4',
  'items.list': 'sxapiicgetproductlistv2',
  'items.general': 'sxapiicgetproductdatageneralv3',
  'orders.list': 'sxapioegetlistofordersv5',
  'orders.single': 'sxapioegetsingleorderv3',
  'prices.quote': 'sxapioepricingmultiplev5',
  'shipments.tracking': 'sxapisfgettrackingnum',
  'invoices.list': 'sxapiargetinvoicelistv3',
  'credit.summary': 'sxapisfcustomersummary',
  'credit.message': 'sxapiargetcustomerdatacreditmess',
} as const;

export type SxeCall = keyof typeof DEFAULT_CALLS;

export type SxeCalls = { readonly [C in SxeCall]: string };

/** The name of every call that only reads; nothing else is ever sent. */
const READ_CALL = /^sxapi[a-z]{2}(get[a-z0-9]+|customersummary(v\d+)?|pricing(multiple)?(v\d+)?)$/;

/** False for calls that write, mark as processed or create temporary rows. */
export function isReadCall(name: string): boolean {
  return READ_CALL.test(name) && !/mnt(v\d+)?$/.test(name);
}
