import { DEFAULT_ACCESS, type AccessOptions } from './options/access-options';
import { DEFAULT_ACCOUNT, type AccountOptions } from './options/account-options';
import { DEFAULT_RECORD, type RecordOptions } from './options/record-options';
import { DEFAULT_SUITEQL, type SuiteqlOptions } from './options/suiteql-options';

/** What differs between NetSuite accounts, or is not confirmed by public documentation. */
export interface NetsuiteOptions {
  readonly access: AccessOptions;
  readonly account: AccountOptions;
  readonly suiteql: SuiteqlOptions;
  readonly record: RecordOptions;
}

export type NetsuiteOverrides = { readonly [Part in keyof NetsuiteOptions]?: Partial<NetsuiteOptions[Part]> };

export function netsuiteOptions({ access, account, suiteql, record }: NetsuiteOverrides): NetsuiteOptions {
  return {
    access: { ...DEFAULT_ACCESS, ...access },
    account: { ...DEFAULT_ACCOUNT, ...account },
    suiteql: { ...DEFAULT_SUITEQL, ...suiteql },
    record: { ...DEFAULT_RECORD, ...record },
  };
}
