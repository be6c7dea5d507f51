import type { StockLevel } from '../../world/model/item';
import { WAREHOUSES } from '../../world/organisation';
import { availableOf } from '../../world/stock/stock-ledger';
import { limited, versionSuffix, type CallHandler, type SxeCall } from '../call';
import { SxeError, table, type Fields } from '../envelope';
import { exact } from '../json';

/** Stock of one product in one warehouse, flat. */
export const warehouseProductQuantity: CallHandler = (call) => quantities(levelOf(call));

export const warehouseProductGeneral: CallHandler = (call) => {
  const level = levelOf(call);
  const item = call.world.items.get(level.item);
  return {
    product: level.item,
    whse: level.warehouse,
    statusType: item?.active === true ? 'S' : 'X',
    stockingUnit: item?.unit ?? '',
    binLocation1: `A-${level.item.length}-01`,
    listPrice: exact(item?.listPrice ?? '0'),
    ...quantities(level),
  };
};

/** Every product of a warehouse: the bulk way to stock. */
export const warehouseProductList: CallHandler = (call) => {
  const warehouse = warehouseOf(call);
  const { rows, flag } = limited(call, call.world.stock.ofWarehouse(warehouse));
  const name = `whseprodlst${versionSuffix(call.version)}`;
  return {
    ...table(
      name,
      rows.map((level) => ({ prod: level.item, whse: level.warehouse, ...typedQuantities(level) })),
    ),
    ...flag,
  };
};

export const warehouseList: CallHandler = () =>
  table(
    'whselst',
    WAREHOUSES.map(({ code, name, address }) => ({
      whse: code,
      name,
      city: address.city,
      state: address.region,
      zipCd: address.postalCode,
    })),
  );

/** The columns as the warehouse product record names them. */
export function typedQuantities(level: StockLevel): Fields {
  return {
    qtyonhand: exact(level.onHand),
    qtycommit: exact(level.committed),
    qtyreservd: exact(level.reserved),
    qtyonorder: exact(level.onOrder),
    qtybo: exact('0'),
    qtyrcvd: exact('0'),
    qtyunavail: exact('0'),
  };
}

function quantities(level: StockLevel): Fields {
  return {
    quantityOnHand: exact(level.onHand),
    quantityCommitted: exact(level.committed),
    quantityReserved: exact(level.reserved),
    quantityOnOrder: exact(level.onOrder),
    quantityBackordered: exact('0'),
    quantityReceived: exact('0'),
    quantityUnavailable: exact('0'),
    netAvailable: exact(availableOf(level)),
  };
}

function levelOf(call: SxeCall): StockLevel {
  const product = call.world.items.get(call.input.text('product', 'productCode', 'prod') ?? '');
  const level = product === undefined ? undefined : call.world.stock.get(product.number, warehouseOf(call));
  if (level === undefined) throw new SxeError('Product/Warehouse Not Set Up');
  return level;
}

function warehouseOf({ input }: SxeCall): string {
  const code = input.text('whse', 'warehouse')?.toUpperCase() ?? '';
  if (!WAREHOUSES.some((warehouse) => warehouse.code === code)) throw new SxeError('Product/Warehouse Not Set Up');
  return code;
}
