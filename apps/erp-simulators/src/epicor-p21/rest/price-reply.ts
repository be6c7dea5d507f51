import { roundDecimal, type Decimal } from '@headwater/kernel';
import Big from 'big.js';
import type { Item, ItemUnit } from '../../world/model/item';
import type { PriceAnswer } from '../../world/model/price';
import { unitOf } from '../../world/pricing/price-desk';
import { allocatedOf } from '../../world/stock/stock-ledger';
import { locationId } from '../p21-keys';
import { AMOUNT_SCALE, QUANTITY_SCALE, type Scene } from '../tables/column';
import { pricePageUid } from '../tables/price-pages';
import { withheldOf } from '../tables/stock';
import { exact, fixed } from '../wire/exact-number';
import { itemFor, warehouseIn, type PriceContext, type PriceLine } from './price-context';
import { businessError, type RestAsk } from './rest-ask';

/** One line priced. It tells costs too, and leaves the company out even though it was asked for. */
export function pricedItem(ask: RestAsk, context: PriceContext, line: PriceLine): unknown {
  const item = itemFor(ask, context, line);
  const unit = unitIn(ask, item, line.unit === '' ? item.sellingUnit : line.unit);
  const priceUnit = line.priceUnit === '' ? unit : unitIn(ask, item, line.priceUnit);
  const price = priceIn(ask, { context, item, quantity: line.quantity, unit });
  const perPriceUnit =
    priceUnit === unit
      ? price
      : priceIn(ask, { context, item, quantity: converted(line.quantity, unit, priceUnit), unit: priceUnit });
  const warehouse = line.sourceLocId === '' ? context.salesWarehouse : warehouseIn(ask, line.sourceLocId);
  return {
    ...pricesOf(ask.scene, { price, perPriceUnit, unit, priceUnit }),
    ItemId: item.number,
    CompanyId: null,
    ...stockOf(ask.scene, item, warehouse),
  };
}

function unitIn(ask: RestAsk, item: Item, unit: string): ItemUnit {
  const found = unitOf(item, unit);
  if (found === undefined) throw businessError(ask, `Unit of measure ${unit} is not valid for item ${item.number}.`);
  return found;
}

interface Asked {
  readonly context: PriceContext;
  readonly item: Item;
  readonly quantity: Decimal;
  readonly unit: ItemUnit;
}

function priceIn(ask: RestAsk, { context, item, quantity, unit }: Asked): PriceAnswer {
  const { customer, shipTo, on } = context;
  const asked = { customer: customer.number, item: item.number, quantity, unit: unit.unit, shipTo, on };
  const price = ask.scene.world.price(asked);
  if (price === undefined) throw businessError(ask, `Item ID ${item.number} could not be priced.`);
  return price;
}

function converted(quantity: Decimal, from: ItemUnit, to: ItemUnit): Decimal {
  return new Big(quantity).times(from.factor).div(to.factor).toFixed(QUANTITY_SCALE);
}

interface Priced {
  readonly price: PriceAnswer;
  readonly perPriceUnit: PriceAnswer;
  readonly unit: ItemUnit;
  readonly priceUnit: ItemUnit;
}

/** `UnitPrice` is for one `PriceUOM`, `ExtendedPrice` for the quantity asked. What matched no page costs 0 on page 0. */
function pricesOf(scene: Scene, { price, perPriceUnit, unit, priceUnit }: Priced): Readonly<Record<string, unknown>> {
  const unitPrice = perPriceUnit.unitPrice ?? '0';
  return {
    UnitPrice: decimal(unitPrice),
    BaseUnitPrice: decimal(
      scene.options.baseUnitPrice === 'list' ? (perPriceUnit.listPrice ?? '0') : perBaseUnit(unitPrice, priceUnit),
    ),
    UOM: unit.unit,
    UOMUnitSize: decimal(String(unit.factor)),
    PricePageUid: pricePageUid(scene, price),
    PriceUOM: priceUnit.unit,
    PriceUnitSize: decimal(String(priceUnit.factor)),
    ExtendedPrice: exact(fixed(price.extended ?? '0', AMOUNT_SCALE)),
    CalcValue: decimal(multiplierOf(perPriceUnit)),
    UnitCommissionCost: decimal(perPriceUnit.cost),
    UnitOtherCost: decimal(perPriceUnit.cost),
    UnitSalesCost: decimal(perPriceUnit.cost),
    LotCosted: 'N',
  };
}

function perBaseUnit(amount: Decimal, { factor }: ItemUnit): Decimal {
  return new Big(amount).div(factor).toFixed(QUANTITY_SCALE);
}

/** What the list price is multiplied with. */
function multiplierOf({ unitPrice, listPrice }: PriceAnswer): Decimal {
  if (unitPrice === null || listPrice === null || new Big(listPrice).eq(0)) return '0';
  return roundDecimal(new Big(unitPrice).div(listPrice).toFixed(QUANTITY_SCALE), 6);
}

/** In base units, of the location the line comes from; nothing where that does not carry the item. */
function stockOf(scene: Scene, item: Item, warehouse: string): Readonly<Record<string, unknown>> {
  const level = scene.world.stock.get(item.number, warehouse);
  const withheld = (column: Parameters<typeof withheldOf>[1]): Decimal =>
    level === undefined ? '0' : withheldOf(level, column, scene);
  const reservedElsewhere = scene.options.reservedStock === 'stock-status';
  const allocated = level === undefined ? '0' : reservedElsewhere ? level.committed : allocatedOf(level);
  const onHand = level?.onHand ?? '0';
  const taken = level === undefined ? '0' : allocatedOf(level);
  return {
    LocationId: Number(locationId(warehouse)),
    QuantityAvailable: decimal(new Big(onHand).minus(taken).toFixed()),
    QuantityOnHand: decimal(onHand),
    QuantityAllocated: decimal(allocated),
    QuantityNonPickable: decimal(withheld('qty_non_pickable')),
    QuantityQuarantined: decimal(withheld('qty_quarantined')),
    QuantityFrozen: decimal(withheld('qty_frozen')),
    LocationType: 'Source',
  };
}

function decimal(value: Decimal): ReturnType<typeof exact> {
  return exact(fixed(value, QUANTITY_SCALE));
}
