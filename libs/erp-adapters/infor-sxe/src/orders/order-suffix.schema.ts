import {
  requiredVendorField,
  schemaPerSetting,
  type SlashOrder,
  vendorDate,
  vendorDecimal,
  vendorText,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import type { z } from 'zod';
import { vendorNumber, vendorSuffix } from '../client/vendor-keys';
import { type Stage, stageOf } from './stage';

/** A stage as number or text. */
export const vendorStage = requiredVendorField((value): Stage => {
  const stage = typeof value === 'string' || typeof value === 'number' ? stageOf(String(value)) : undefined;
  if (stage === undefined) throw new RangeError('is no known stage');
  return stage;
});

/** A row of `sxapioegetlistofordersv5`: one suffix of an order. */
export const orderSuffixSchema = schemaPerSetting((slashOrder: SlashOrder) =>
  vendorRow({
    orderno: vendorNumber,
    ordersuf: vendorSuffix,
    custno: vendorNumber,
    transtype: vendorText,
    stagecd: vendorStage,
    enterdt: vendorDate(slashOrder),
    promisedt: vendorDate(slashOrder),
    invoicedt: vendorDate(slashOrder),
    custpo: vendorText,
    totinvamt: vendorDecimal,
    totlineamt: vendorDecimal,
    totlineord: vendorDecimal,
  }),
);

export type OrderSuffix = z.output<ReturnType<typeof orderSuffixSchema>>;
