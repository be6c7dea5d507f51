import { compares, daysBefore, equalsText, type ODataFilter } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import type { CalendarDate } from '@headwater/kernel';
import type { FscmContext } from '../dynamics365-fscm.context';
import { rowsByKeys } from '../entities/keyed-rows';
import { type AgreementRow, agreementShape } from './agreement.schema';

export interface AgreementQuestion {
  readonly customer: string;
  readonly items: readonly string[];
  readonly on: CalendarDate;
}

function midnight(day: CalendarDate): { readonly instant: string } {
  return { instant: `${day}T00:00:00Z` };
}

/** Days stand at noon and empty ones at 1900, so a day is a range, and "no end" the very first of them. */
function validOn(on: CalendarDate): readonly ODataFilter[] {
  return [
    compares('PriceApplicableFromDate', 'lt', midnight(daysBefore(on, -1))),
    {
      any: [
        compares('PriceApplicableToDate', 'ge', midnight(on)),
        compares('PriceApplicableToDate', 'lt', midnight('1900-01-02')),
      ],
    },
  ];
}

/** Trade agreements on some items, of the customer and of everyone; of which groups is told apart afterwards. */
export function agreementsOn(
  context: FscmContext,
  { customer, items, on }: AgreementQuestion,
  call: ErpCall,
): Promise<readonly AgreementRow[]> {
  const ofCustomer: ODataFilter = {
    any: [equalsText('CustomerAccountNumber', customer), equalsText('CustomerAccountNumber', '')],
  };
  return rowsByKeys(
    context,
    {
      purpose: 'price-agreements',
      shape: agreementShape,
      what: 'trade agreements',
      keyField: 'ItemNumber',
      keys: items,
      and: { all: [ofCustomer, ...validOn(on)] },
    },
    call,
  );
}
