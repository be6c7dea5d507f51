import { pairsByLowerCase, type SettingReader } from '@headwater/erp-adapter-kit';
import { ErpError, ORDER_STATUSES, type OrderStatus } from '@headwater/erp-contracts';

export interface MeaningSettings {
  /** By symbol in lower case. */
  readonly orderStatuses: ReadonlyMap<string, OrderStatus>;
  readonly processingStatuses: ReadonlyMap<string, OrderStatus>;
  /** The number sequence of orders, `#` for each digit. */
  readonly orderNumberFormat: string | undefined;
  readonly shipmentHistoryDays: number;
  /** Lower case. */
  readonly inactiveLifecycleStates: ReadonlySet<string>;
  readonly notOnHold: ReadonlySet<string>;
  readonly zeroCreditLimit: 'no-limit' | 'zero';
  readonly creditLimitCurrency: string | undefined;
  /** By terms in lower case. */
  readonly termDays: ReadonlyMap<string, number>;
  readonly termDaysFromName: boolean;
  readonly defaultTermDays: number;
  /** Ascending. */
  readonly ageingDays: readonly number[];
}

function isStatus(text: string): text is OrderStatus {
  return (ORDER_STATUSES as readonly string[]).includes(text);
}

function statuses(read: SettingReader, key: string): ReadonlyMap<string, OrderStatus> {
  return new Map(
    [...pairsByLowerCase(read.optional(key))].map(([symbol, status]) => {
      if (isStatus(status)) return [symbol, status] as const;
      throw new ErpError('invalid-request', `${key}: a status is one of ${ORDER_STATUSES.join(', ')}.`);
    }),
  );
}

function daysOf(read: SettingReader): ReadonlyMap<string, number> {
  return new Map(
    [...pairsByLowerCase(read.optional('termDays'))].map(([terms, days]) => {
      if (/^\d{1,4}$/.test(days)) return [terms, Number(days)] as const;
      throw new ErpError('invalid-request', `termDays: the days of ${terms} are no whole number.`);
    }),
  );
}

function ageingOf(read: SettingReader): readonly number[] {
  const days = read.entries('ageingDays').map(Number);
  const ascending = days.every((day, index) => Number.isSafeInteger(day) && day > (days[index - 1] ?? 0));
  if (days.length > 0 && ascending) return days;
  throw new ErpError(
    'invalid-request',
    'ageingDays: the periods are whole numbers of days, each above the one before.',
  );
}

function lowerCased(read: SettingReader, key: string): ReadonlySet<string> {
  return new Set(read.entries(key).map((entry) => entry.toLowerCase()));
}

export function meaningSettings(read: SettingReader): MeaningSettings {
  return {
    orderStatuses: statuses(read, 'orderStatuses'),
    processingStatuses: statuses(read, 'processingStatuses'),
    orderNumberFormat: read.optional('orderNumberFormat'),
    shipmentHistoryDays: read.whole('shipmentHistoryDays', 1),
    inactiveLifecycleStates: lowerCased(read, 'inactiveLifecycleStates'),
    notOnHold: lowerCased(read, 'notOnHold'),
    zeroCreditLimit: read.choice('zeroCreditLimit', ['no-limit', 'zero']),
    creditLimitCurrency: read.optional('creditLimitCurrency'),
    termDays: daysOf(read),
    termDaysFromName: read.flag('termDaysFromName'),
    defaultTermDays: read.whole('defaultTermDays', 0),
    ageingDays: ageingOf(read),
  };
}
