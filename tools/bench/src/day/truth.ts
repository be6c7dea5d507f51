import type { SimulatorControl } from '../../../dev/control.mts';
import { sumDecimals, trimDecimal, type Decimal } from '@headwater/kernel';
import type { Question } from './questions';

/** What Prophet 21 does not tell apart: all of it has left. */
const ALL_SHIPPED = ['shipped', 'invoiced', 'closed'];

/** A status as far as the question goes: where the order is. */
export function shippedWord(status: string): string {
  return ALL_SHIPPED.includes(status) ? 'shipped' : status;
}

/** Stock of an item over all warehouses. */
export function availableWord(available: readonly Decimal[]): string {
  return trimDecimal(sumDecimals(available));
}

export function priceWord(amount: Decimal): string {
  return trimDecimal(amount);
}

/** What is true in the ERP at this moment, whoever was told of it. */
export async function trueAnswer(erp: SimulatorControl, question: Question): Promise<string> {
  switch (question.kind) {
    case 'available': {
      const { items } = await erp.truth<{ items: readonly { available: Decimal }[] }>(`stock/${path(question.item)}`);
      return availableWord(items.map(({ available }) => available));
    }
    case 'shipped':
      return shippedWord((await erp.truth<{ status: string }>(`orders/${question.order}`)).status);
    case 'price': {
      const { unitPrice } = await erp.truth<{ unitPrice: Decimal }>(
        `price?customer=${question.customer}&item=${path(question.item)}&unit=${path(question.unit)}&qty=1`,
      );
      return priceWord(unitPrice);
    }
  }
}

const path = encodeURIComponent;
