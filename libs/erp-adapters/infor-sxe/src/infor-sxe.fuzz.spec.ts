import { parseLosslessJson } from '@headwater/erp-adapter-kit';
import { type CapabilityReaders, ErpError } from '@headwater/erp-contracts';
import { describeErpAdapterFuzz, type Spoil } from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import { createAvailabilityReader } from './availability/availability.reader';
import { businessError } from './client/business-error';
import type { InforSxeClient } from './client/infor-sxe.client';
import { isRecord } from './client/tables';
import { createCreditReader } from './credit/credit.reader';
import { createCustomerReader } from './customers/customers.reader';
import type { SxeContext } from './infor-sxe.context';
import { INFOR_SXE_MANIFEST } from './infor-sxe.manifest';
import { createInvoiceReader } from './invoices/invoices.reader';
import { createItemReader } from './items/items.reader';
import { createOrderReader } from './orders/orders.reader';
import { createPriceReader } from './prices/prices.reader';
import { DEFAULT_CALLS } from './settings/calls';
import { inforSxeSettings } from './settings/infor-sxe.settings';
import { createShipmentReader } from './shipments/shipments.reader';
import { SXE_ASKS } from './testing/sxe-asks';
import { CALL_ANSWERS } from './testing/sxe-calls';
import { sxeSettings } from './testing/sxe-settings';
import { tableAnswer } from './testing/sxe-tables';

const settings = inforSxeSettings(sxeSettings('https://gateway.example'), INFOR_SXE_MANIFEST, 'refused');

function readersOver(spoil: Spoil): CapabilityReaders {
  const spoilt = (answer: unknown): Readonly<Record<string, unknown>> => {
    const body = spoil(parseLosslessJson(JSON.stringify(answer)));
    if (!isRecord(body)) throw new ErpError('bad-response', 'The client refuses what is no object.');
    const errorText = body['cErrorMessage'];
    if (typeof errorText === 'string' && errorText.trim() !== '') throw businessError(errorText, 'c1');
    return body;
  };
  const client: InforSxeClient = {
    call: async (name, request) => spoilt(CALL_ANSWERS[DEFAULT_CALLS[name]]?.(request)),
    fetchWhere: async (request) => spoilt(tableAnswer(request)),
    authenticate: async () => undefined,
    prime: async () => undefined,
    close: async () => undefined,
  };
  const context: SxeContext = { connectionId: 'c1', settings, client, clock: systemClock };
  return {
    customers: createCustomerReader(context),
    items: createItemReader(context),
    orders: createOrderReader(context),
    availability: createAvailabilityReader(context),
    prices: createPriceReader(context),
    shipments: createShipmentReader(context),
    invoices: createInvoiceReader(context),
    credit: createCreditReader(context),
  };
}

describeErpAdapterFuzz('SX.e', {
  readersOver,
  asks: Object.values(SXE_ASKS),
});
