import { isId } from '@headwater/kernel';
import { Passes } from '../params/text-check.decorator';
import { ACCOUNT_COLUMNS, type AccountColumn } from './account-columns';

/** Most accounts one request may ask about: a page of the list. */
export const MAX_ACCOUNTS_PER_REQUEST = 50;

export class AccountColumnsParams {
  /** Ids with commas between. */
  @Passes({ name: 'isAccountIdList', problemOf: problemOfAccountIds })
  readonly accounts!: string;

  /** Names of columns with commas between. */
  @Passes({ name: 'isAccountColumnList', problemOf: problemOfColumns })
  readonly columns!: string;
}

export interface AccountColumnsQuestion {
  readonly accounts: readonly string[];
  readonly columns: readonly AccountColumn[];
}

export function toAccountColumnsQuestion({ accounts, columns }: AccountColumnsParams): AccountColumnsQuestion {
  return { accounts: listed(accounts), columns: listed(columns).filter(isAccountColumn) };
}

function isAccountColumn(name: string): name is AccountColumn {
  return (ACCOUNT_COLUMNS as readonly string[]).includes(name);
}

function problemOfAccountIds(value: unknown, field: string): string | undefined {
  if (typeof value !== 'string' || !listed(value).every(isId)) {
    return `${field} must be given once, as ids of accounts with commas between.`;
  }
  if (listed(value).length > MAX_ACCOUNTS_PER_REQUEST) {
    return `${field} takes at most ${MAX_ACCOUNTS_PER_REQUEST} accounts; ask in several requests.`;
  }
  return undefined;
}

function problemOfColumns(value: unknown, field: string): string | undefined {
  if (typeof value === 'string' && listed(value).every(isAccountColumn)) return undefined;
  return `${field} must be given once, as one or more of ${ACCOUNT_COLUMNS.join(', ')} with commas between.`;
}

/** Each once. */
function listed(text: string): readonly string[] {
  return [...new Set(text.split(','))];
}
