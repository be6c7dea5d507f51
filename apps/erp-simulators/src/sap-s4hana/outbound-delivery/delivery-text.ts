import type { EntitySet } from '../odata/model';
import { flag, text } from '../odata/property';
import { deliveryNumber, deliveryRows, documentKey, type DeliveryRow } from './delivery-rows';
import { isKeptIn } from './tracking';

interface DeliveryTextRow extends DeliveryRow {
  readonly content: string;
}

const RESTRICTED = { restricted: true } as const;

/** Header texts: some tenants write tracking numbers into one, a line for each. */
export function deliveryTexts(row: DeliveryRow): readonly DeliveryTextRow[] {
  const { trackingNumbers } = row.release;
  return isKeptIn(row, 'HeaderText') && trackingNumbers.length > 0
    ? [{ ...row, content: trackingNumbers.join('\n') }]
    : [];
}

export const A_OUTB_DELIVERY_HEADER_TEXT: EntitySet<DeliveryTextRow> = {
  name: 'A_OutbDeliveryHeaderText',
  type: 'A_OutbDeliveryHeaderTextType',
  keys: ['DeliveryDocument', 'TextElement', 'Language'],
  access: 'navigation',
  rows: (scope, pins) => deliveryRows(scope, pins).flatMap(deliveryTexts),
  properties: [
    documentKey('DeliveryDocument', deliveryNumber, RESTRICTED),
    text('TextElement', () => 'ZTRK', { ...RESTRICTED, length: 4 }),
    text('Language', () => 'EN', { ...RESTRICTED, length: 2 }),
    text('TextElementDescription', () => 'Tracking numbers', { ...RESTRICTED, length: 30 }),
    text('TextElementText', ({ content }) => content, RESTRICTED),
    flag('DeliveryLongTextIsFormatted', () => false, RESTRICTED),
  ],
  navigations: [],
};
