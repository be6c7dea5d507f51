import type { SettingField } from '@headwater/erp-contracts';

type Unplaced = Omit<SettingField, 'order'>;

const text = { kind: 'text', required: false, secret: false } as const;
const secret = { kind: 'text', required: false, secret: true } as const;
const url = { kind: 'url', required: false, secret: false } as const;
const select = { kind: 'select', required: false, secret: false } as const;
const ofEntra = { onlyWhen: { setting: 'auth', is: ['entra'] } } as const;
const ofBasic = { onlyWhen: { setting: 'auth', is: ['basic'] } } as const;
const number = { kind: 'number', required: false, secret: false } as const;

/** How to reach Business Central, and as whom. */
export const CONNECTION_FIELDS: readonly Unplaced[] = [
  {
    ...select,
    key: 'auth',
    title: 'Sign-in',
    help: '`entra` for Business Central online: an app registration of Microsoft Entra ID. `basic` for on-premises: a user with a web service access key.',
    options: ['entra', 'basic'],
    default: 'entra',
  },
  {
    ...text,
    ...ofEntra,
    key: 'tenant',
    title: 'Tenant',
    help: 'Id or domain of the Microsoft Entra tenant. Needed for `entra`.',
    pattern: '[A-Za-z0-9.-]+',
    example: 'contoso.onmicrosoft.com',
  },
  {
    ...text,
    ...ofEntra,
    key: 'environment',
    title: 'Environment',
    help: 'Name of the environment as the admin center shows it. Needed for `entra`.',
    pattern: '[A-Za-z0-9_-]+',
    example: 'Production',
  },
  {
    ...text,
    ...ofEntra,
    key: 'clientId',
    title: 'Client id',
    help: 'Application (client) id of the app registration, with the application permission API.ReadWrite.All. List the app in the page "Microsoft Entra Applications" of Business Central, enabled, with permission sets that only read.',
    example: '2f7c1f0e-5b0e-4c57-9d0c-3f6f0a1f6c55',
  },
  {
    ...secret,
    ...ofEntra,
    key: 'clientSecret',
    title: 'Client secret',
    help: 'A client secret of the app registration.',
  },
  {
    ...text,
    ...ofBasic,
    key: 'username',
    title: 'User',
    help: 'The on-premises user. Needed for `basic`.',
    example: 'HEADWATER',
  },
  {
    ...secret,
    ...ofBasic,
    key: 'webServiceKey',
    title: 'Web service access key',
    help: 'The web service access key of that user. Needed for `basic`.',
  },
  {
    key: 'company',
    title: 'Company',
    help: 'Name or id (GUID) of the company this connection reads.',
    kind: 'text',
    required: true,
    secret: false,
    example: 'CRONUS USA, Inc.',
  },
  {
    ...url,
    key: 'apiBaseUrl',
    title: 'Address',
    help: 'Online: leave as it is. On-premises: address of the OData service with the server instance, without /api.',
    example: 'https://erp.example.com:7048/BC',
    default: 'https://api.businesscentral.dynamics.com',
  },
  {
    ...url,
    key: 'authority',
    title: 'Sign-in address',
    help: 'Where tokens are issued; sovereign clouds have their own.',
    default: 'https://login.microsoftonline.com',
  },
  {
    ...text,
    key: 'scope',
    title: 'Scope',
    help: 'The scope asked for with a token; a wrong one ends in refused credentials.',
    default: 'https://api.businesscentral.dynamics.com/.default',
  },
  {
    ...text,
    key: 'apiRoute',
    title: 'Standard API',
    help: 'Route of the standard API.',
    pattern: '[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*',
    default: 'v2.0',
  },
  {
    key: 'readReplica',
    title: 'Read from the replica',
    help: 'Sends Data-Access-Intent: ReadOnly, which spares the primary database. The replica may lag a little.',
    kind: 'boolean',
    required: false,
    secret: false,
    default: true,
  },
  {
    ...number,
    key: 'timeoutMs',
    title: 'Longest call (ms)',
    help: 'How long one call may take before it counts as not answered.',
    default: 30_000,
  },
  {
    ...number,
    key: 'maxConcurrency',
    title: 'Calls at once',
    help: 'Business Central works on 5 calls of one user at a time; more wait on its side.',
    default: 5,
  },
  {
    ...secret,
    key: 'eventSecret',
    title: 'Notice secret',
    help: 'A random text of at least 16 characters. It is sent along with subscriptions as their client state and comes back with each notice; without it nothing is subscribed and notices are refused.',
    pattern: '.{16,2048}',
  },
];
