import { customerOf, type CallHandler } from '../call';
import { SxeError } from '../envelope';
import { exact, exactOrNull } from '../json';
import { netAvailable } from './net-available';

/** One product, answered flat. */
export const pricingSingle: CallHandler = (call) => {
  const customer = customerOf(call);
  const { world, input } = call;
  const item = world.items.get(input.text('productCode') ?? '');
  const warehouse = (input.text('warehouse') ?? customer.warehouse).toUpperCase();
  if (item === undefined || world.stock.get(item.number, warehouse) === undefined)
    throw new SxeError('Product/Warehouse Not Set Up');
  const price = world.price({
    customer: customer.number,
    shipTo: input.text('shipTo'),
    item: item.number,
    quantity: input.quantity('quantity'),
    unit: input.text('unitOfMeasure'),
  });
  if (price === undefined) throw new SxeError('Unit of Measure Not Set Up for Product');
  return {
    price: exactOrNull(price.unitPrice),
    discountAmount: 0,
    discountType: '%',
    netAvailable: exact(netAvailable(world, { item, warehouse, unit: price.unit })),
  };
};
