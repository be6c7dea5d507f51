import type { SettingField } from '@headwater/erp-contracts';

type Unplaced = Omit<SettingField, 'order'>;

const text = { kind: 'text', required: false, secret: false } as const;
const secret = { kind: 'text', required: false, secret: true } as const;
const select = { kind: 'select', required: false, secret: false } as const;
const signIn = (...is: readonly string[]) => ({ onlyWhen: { setting: 'signIn', is } });
const number = { kind: 'number', required: false, secret: false } as const;

/** How to reach Prophet 21, and as whom. */
export const CONNECTION_FIELDS: readonly Unplaced[] = [
  {
    key: 'baseUrl',
    title: 'Middleware address',
    help: 'Address of the Prophet 21 middleware, without /api and without /uiserver0.',
    kind: 'url',
    required: true,
    secret: false,
    example: 'https://p21.example.com',
  },
  {
    ...text,
    required: true,
    key: 'companyId',
    title: 'Company',
    help: 'Company id; only orders, stock and invoices of this company are read.',
    example: 'ACME',
  },
  {
    ...text,
    required: true,
    key: 'salesLocation',
    title: 'Sales location',
    help: 'Location id the price call sells from; Prophet 21 gives no price without one.',
    example: '10',
  },
  {
    ...select,
    key: 'signIn',
    title: 'Sign-in',
    help: 'With a Prophet 21 user, or with a consumer key of the API console. A consumer key may do more than its scope says: keep it for reads.',
    options: ['user', 'consumer-key'],
    default: 'user',
  },
  {
    ...text,
    ...signIn('user', 'consumer-key'),
    key: 'username',
    title: 'User',
    help: 'Prophet 21 user with "Allow OData API Service" and dataservice permissions. With a consumer key: the user the key acts as, or blank.',
    example: 'headwater',
  },
  {
    ...secret,
    ...signIn('user'),
    key: 'password',
    title: 'Password',
    help: 'Password of the user; not used with a consumer key.',
  },
  {
    ...secret,
    ...signIn('consumer-key'),
    key: 'consumerKey',
    title: 'Consumer key',
    help: 'SOA Admin › API Console › Consumer Keys.',
  },
  {
    ...select,
    key: 'tokenVersion',
    title: 'Token version',
    help: 'v1 is for older middleware only: it sends the password in headers, which proxies may log.',
    options: ['v2', 'v1'],
    default: 'v2',
  },
  {
    ...text,
    key: 'tokenHeaders',
    title: 'Headers of token version 1',
    help: 'Names of the headers that carry user and password with version 1, separated by a comma.',
    pattern: '[A-Za-z0-9-]+, ?[A-Za-z0-9-]+',
    default: 'username,password',
  },
  {
    ...text,
    key: 'odataPath',
    title: 'OData path',
    help: 'What follows the address before /table/… and /view/…; some sites have it below uiserver0.',
    pattern: '[A-Za-z0-9._/-]+',
    example: 'uiserver0/odataservice/odata',
    default: 'odataservice/odata',
  },
  {
    ...text,
    key: 'pricePath',
    title: 'Price call path',
    help: 'Path of the call that prices a batch of items.',
    pattern: '[A-Za-z0-9._/-]+',
    example: 'api/inventory/v2/parts/prices',
    default: 'api/inventory/parts/prices',
  },
  {
    ...number,
    key: 'timeoutMs',
    title: 'Longest call (ms)',
    help: 'How long one call may take.',
    default: 60_000,
  },
  {
    ...number,
    key: 'maxConcurrency',
    title: 'Calls at once',
    help: 'Calls in flight; Epicor publishes no quota, about 8 at once are known to do no harm.',
    default: 8,
  },
  {
    ...number,
    key: 'chainLength',
    title: 'Keys per read',
    help: 'How many keys one read names in its filter; about 50 are known to work. Lower it where a proxy refuses long addresses.',
    default: 50,
  },
  {
    key: 'eventSecret',
    title: 'Event secret',
    help: 'Shared secret that your DynaChange rule sends with its posts; without it they are refused.',
    kind: 'text',
    required: false,
    secret: true,
  },
  {
    ...text,
    key: 'eventSecretHeader',
    title: 'Event secret header',
    help: 'Header that carries the event secret.',
    pattern: '[A-Za-z0-9-]+',
    default: 'x-p21-secret',
  },
  {
    ...number,
    key: 'sweepEveryMs',
    title: 'Look for changes every (ms)',
    help: 'How often the change stamps of the tables are read; 0 switches it off.',
    default: 60_000,
  },
  {
    ...text,
    key: 'sweepKinds',
    title: 'Changes to look for',
    help: 'Which things are looked at for changes.',
    pattern: '[a-z, ]+',
    example: 'orders,stock',
    default: 'orders,shipments,invoices,stock,customers,items',
  },
];
