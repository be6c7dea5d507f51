import type { ApiDefinition } from '../odata/model';
import type { SapOptions } from '../options';
import { deliveryHeader } from './delivery-header';
import { A_OUTB_DELIVERY_DOC_FLOW, A_OUTB_DELIVERY_ITEM } from './delivery-item';
import { A_OUTB_DELIVERY_ADDRESS2, A_OUTB_DELIVERY_PARTNER } from './delivery-partners';
import { A_OUTB_DELIVERY_HEADER_TEXT } from './delivery-text';
import { A_HANDLING_UNIT_HEADER_DELIVERY, A_HANDLING_UNIT_ITEM_DELIVERY } from './handling-units';

/** Version 2 is reached by `;v=0002`; who leaves it out gets version 1 without a word. */
export function deliveryApi(version: '0001' | '0002', options: SapOptions): ApiDefinition {
  return {
    name: 'API_OUTBOUND_DELIVERY_SRV',
    namespace: 'API_OUTBOUND_DELIVERY_SRV',
    version,
    sets: [
      deliveryHeader(version, options),
      A_OUTB_DELIVERY_ITEM,
      A_OUTB_DELIVERY_PARTNER,
      A_OUTB_DELIVERY_ADDRESS2,
      A_OUTB_DELIVERY_HEADER_TEXT,
      A_OUTB_DELIVERY_DOC_FLOW,
      ...(version === '0001' ? [] : [A_HANDLING_UNIT_HEADER_DELIVERY, A_HANDLING_UNIT_ITEM_DELIVERY]),
    ],
  };
}
