import { present } from '@headwater/erp-adapter-kit';
import type { ItemView } from '@headwater/erp-contracts';
import { plainKey } from '../keys';
import { refTo } from '../sap-s4hana.context';
import type { Product } from './item.shapes';

export interface ItemParts {
  readonly connectionId: string;
  readonly product: Product;
  readonly description: string | undefined;
  /** Whether the sales organization sells it. */
  readonly sold: boolean;
  readonly inactiveStatuses: ReadonlySet<string>;
}

/** `*` takes any status as the end of a sale, `-` none. */
function isActive({ CrossPlantStatus: status }: Product, inactive: ReadonlySet<string>): boolean {
  if (status === undefined || inactive.has('-')) return true;
  return !inactive.has('*') && !inactive.has(status);
}

export function toItemView(parts: ItemParts): ItemView {
  const { product, description } = parts;
  const number = plainKey(product.Product);
  return present({
    ref: refTo(parts, 'item', number),
    number,
    description: description ?? '',
    gtin: product.ProductStandardID,
    unit: product.BaseUnit,
    units: [{ unit: product.BaseUnit, factor: '1' }],
    active: parts.sold && isActive(product, parts.inactiveStatuses),
  });
}
