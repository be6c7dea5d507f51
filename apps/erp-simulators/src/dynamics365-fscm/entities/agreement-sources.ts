import type { CalendarDate, Decimal } from '@headwater/kernel';
import type { Item } from '../../world/model/item';
import type { CompanyCode, Customer } from '../../world/model/party';
import type { PriceAnswer } from '../../world/model/price';
import type { World } from '../../world/world';
import { ALL_COMPANIES } from '../companies';
import type { Scan } from '../edm/schema';
import { marketOf, type GroupOffers } from './group-offers';
import { itemsIn } from './items-in';

/** One trade agreement: a price for one customer, one price group, or everybody. */
export interface AgreementSource {
  readonly company: CompanyCode;
  readonly item: Item;
  readonly recordId: bigint;
  readonly customer: string;
  readonly group: string;
  readonly currency: string;
  /** Of one base unit. */
  readonly price: Decimal;
  readonly from: Decimal;
  /** 0 = without end. */
  readonly to: Decimal;
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
}

type Agreement = Omit<AgreementSource, 'company' | 'item' | 'recordId'>;

/** Beyond what a double holds, as record ids of old and busy tables are. */
const FIRST_RECORD = 9_007_199_254_740_993n;
const PER_COMPANY = 10_000_000_000n;
const PER_ITEM = 100_000n;

/** Made one by one: there are more than a hundred thousand, and a page needs few. */
export function* agreementsIn(scan: Scan, offers: GroupOffers): Iterable<AgreementSource> {
  const { world } = scan;
  const positions = new Map(world.items.all().map((item, at) => [item.number, BigInt(at)]));
  for (const company of scan.companies) {
    const companyAt = BigInt(ALL_COMPANIES.indexOf(company));
    const payers = payersOf(scan, company);
    for (const item of itemsIn(scan, 'ItemNumber')) {
      const first = FIRST_RECORD + companyAt * PER_COMPANY + (positions.get(item.number) ?? 0n) * PER_ITEM;
      let slot = 0n;
      for (const agreement of agreementsOf({ item, world, offers }, payers)) {
        yield { ...agreement, company, item, recordId: first + slot };
        slot += 1n;
      }
    }
  }
}

interface Payers {
  readonly accounts: readonly Customer[];
  /** Keys of groups and currencies; empty where only accounts are asked for. */
  readonly markets: readonly string[];
}

function payersOf({ world, pins }: Scan, company: CompanyCode): Payers {
  const pinned = pins('CustomerAccountNumber');
  const all = world.customers.all(company);
  if (pinned !== undefined && !pinned.has(''))
    return { accounts: all.filter(({ number }) => pinned.has(number)), markets: [] };
  return {
    accounts: all,
    markets: [...new Set(all.map(marketOf))],
  };
}

interface Priced {
  readonly item: Item;
  readonly world: World;
  readonly offers: GroupOffers;
}

function agreementsOf({ item, world, offers }: Priced, { accounts, markets }: Payers): readonly Agreement[] {
  const agreed = accounts.flatMap((customer) => contractsOf(world, item, customer));
  if (item.listPrice === null) return agreed;
  const found = markets.flatMap((market) => offers.of(item, market, world) ?? []);
  const promoted = new Map(
    found.filter(({ reason }) => reason === 'promotion').map((offer) => [offer.currency, offer]),
  );
  const shown = [...found.filter(({ reason }) => reason === 'group'), ...promoted.values()];
  return [...agreed, ...shown.flatMap((offer) => levelsOf(world, offer))];
}

/** A price for one ship-to only has no place in a trade agreement. */
function contractsOf({ prices }: World, item: Item, { number, currency }: Customer): readonly Agreement[] {
  return prices
    .contractsOf(number, item.number)
    .filter(({ shipTo }) => shipTo === null)
    .map(({ unitPrice: price, from: validFrom, until: validTo }) => ({
      ...{ customer: number, group: '', currency, price, from: '0', to: '0' },
      ...{ validFrom, validTo },
    }));
}

function levelsOf(world: World, offer: PriceAnswer): readonly Agreement[] {
  const group = offer.reason === 'group' ? (world.customers.get(offer.customer)?.priceGroup ?? '') : '';
  const breaks = offer.reason === 'group' ? offer.breaks : [];
  const levels = [{ from: '0', unitPrice: offer.unitPrice ?? '0' }, ...breaks];
  return levels.map(({ from, unitPrice: price }, at) => ({
    ...{ customer: '', group, currency: offer.currency, price, from, to: levels[at + 1]?.from ?? '0' },
    ...{ validFrom: null, validTo: offer.validUntil },
  }));
}
