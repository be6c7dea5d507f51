import type { OrderStatus } from '@headwater/erp-contracts';
import type { OrderHeader } from './sales-order.schema';

/** Which codes hold an order is customizing, or not confirmed. */
export interface BlockCodes {
  readonly creditBlockStatuses: ReadonlySet<string>;
  readonly orderBlockStatuses: ReadonlySet<string>;
}

const COMPLETE = 'C';
const PARTLY = 'B';

/** What SAP calls the codes of OverallSDProcessStatus; a blank one is not relevant for any process. */
const WORDS: Readonly<Record<string, string>> = { A: 'open', B: 'in process', C: 'complete' };

export function isHeld(header: OrderHeader, codes: BlockCodes): boolean {
  return (
    header.DeliveryBlockReason !== undefined ||
    codes.creditBlockStatuses.has(header.TotalCreditCheckStatus ?? '') ||
    codes.orderBlockStatuses.has(header.TotalBlockStatus ?? '')
  );
}

/** OverallTotalDeliveryStatus is about all items; newer releases have OverallDeliveryStatus beside it. */
function deliveryStatus(header: OrderHeader): string | undefined {
  return header.OverallTotalDeliveryStatus ?? header.OverallDeliveryStatus;
}

/** A quotation is another document in SAP, so an order never is one. */
export function orderStatus(header: OrderHeader, codes: BlockCodes): OrderStatus {
  if (header.OverallSDDocumentRejectionSts === COMPLETE) return 'cancelled';
  if (header.OverallSDProcessStatus === COMPLETE) {
    return header.OverallOrdReltdBillgStatus === COMPLETE ? 'invoiced' : 'closed';
  }
  const delivered = deliveryStatus(header);
  if (delivered === COMPLETE) return 'shipped';
  if (isHeld(header, codes)) return 'on-hold';
  return delivered === PARTLY ? 'partly-shipped' : 'open';
}

export function vendorStatus(header: OrderHeader): string {
  const code = header.OverallSDProcessStatus;
  const said = code === undefined ? 'not relevant' : (WORDS[code] ?? code);
  const block = header.DeliveryBlockReason;
  return block === undefined ? said : `${said}, delivery block ${block}`;
}
