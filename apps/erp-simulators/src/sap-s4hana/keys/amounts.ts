import { multiplyDecimals, roundDecimal, scaleOf, trimDecimal, type Decimal } from '@headwater/kernel';
import { EXCHANGE_RATES } from '../../world/organisation';
import type { SapOptions } from '../options';
import { padScale } from './units';

/** Decimals of the currencies that do not have two. */
const SCALES: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, KWD: 3, BHD: 3 };

/** The currency a currency of the world is shown as. */
export function currencyCode(currency: string, { shownCurrencies }: SapOptions): string {
  return shownCurrencies[currency]?.code ?? currency;
}

/** The currency decides how many decimals an amount shows, not the metadata: `"1000.00"`, `"1000"` in yen. */
export function amountText(amount: Decimal, currency: string, options: SapOptions): Decimal {
  const shown = shifted(amount, currency, options);
  const scale = currencyScale(currencyCode(currency, options));
  return padScale(roundDecimal(shown, scale), scale);
}

export interface Rate {
  readonly value: Decimal;
  /** How many units the rate is for. */
  readonly per: Decimal;
}

const MOST_UNITS = 4;

/** A price has the currency's decimals; what costs less is priced per 10, 100 … units: `8.25` per 100. */
export function rateOf(price: Decimal, currency: string, options: SapOptions): Rate {
  const shown = trimDecimal(shifted(price, currency, options));
  const scale = currencyScale(currencyCode(currency, options));
  const zeros = Math.min(MOST_UNITS, Math.max(0, scaleOf(shown) - scale));
  const value = trimDecimal(multiplyDecimals(shown, `1${'0'.repeat(zeros)}`));
  return { value: padScale(value, Math.max(scale, scaleOf(value))), per: `1${'0'.repeat(zeros)}` };
}

/** In the currency of the company codes, by the exchange rates of the world. */
export function inCompanyCurrency(amount: Decimal, currency: string): Decimal {
  const rate = EXCHANGE_RATES[currency] ?? 100;
  const cents = BigInt(roundDecimal(multiplyDecimals(amount, '100'), 0));
  const usd = (cents * 100n * 2n + (cents < 0n ? -BigInt(rate) : BigInt(rate))) / (2n * BigInt(rate));
  return fromCents(usd);
}

function fromCents(cents: bigint): Decimal {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function shifted(amount: Decimal, currency: string, { shownCurrencies }: SapOptions): Decimal {
  const shift = shownCurrencies[currency]?.shift ?? 0;
  return shift === 0 ? amount : multiplyDecimals(amount, `1${'0'.repeat(shift)}`);
}

function currencyScale(code: string): number {
  return SCALES[code] ?? 2;
}
