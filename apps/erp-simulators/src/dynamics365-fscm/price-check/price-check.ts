import { isCalendarDate, isDecimal, type CalendarDate } from '@headwater/kernel';
import type { VendorAnswer } from '../../simulator';
import type { CompanyCode } from '../../world/model/party';
import type { PriceAnswer, PriceReason } from '../../world/model/price';
import type { World } from '../../world/world';
import { companyOf } from '../companies';
import { bodyOf, isObject, type JsonBody } from '../json-body';
import { frontEndAnswer, jsonAnswer } from '../odata/fault';
import type { FscmOptions, PriceCheckAddress } from '../options';

export function priceCheckPath({ group, service, operation }: PriceCheckAddress): string {
  return `/api/services/${group}/${service}/${operation}`;
}

interface Question {
  readonly company: CompanyCode;
  readonly customer: string;
  readonly items: readonly JsonBody[];
  readonly on: CalendarDate | undefined;
}

/**
 * A custom X++ service that does what the product has no call for: it finds a customer's own prices. Its one parameter
 * is `_request`; a customer that cannot be priced is a fault, an item that cannot is told within its row.
 */
export function answerPriceCheck(body: string, world: World, options: FscmOptions): VendorAnswer {
  const question = readQuestion(body);
  if (typeof question === 'string') return frontEndAnswer(400, question, options);
  if (world.customers.get(question.customer, question.company) === undefined)
    return frontEndAnswer(
      options.businessFaultStatus,
      `Customer account ${question.customer} does not exist.`,
      options,
    );
  return jsonAnswer(200, { items: question.items.map((item) => pricedItem(item, question, world)) });
}

function readQuestion(body: string): Question | string {
  const request = bodyOf(body)?.['_request'];
  if (!isObject(request)) return 'The parameter _request is missing.';
  const { dataAreaId, customerAccount, items, date } = request;
  const company = companyOf(String(dataAreaId));
  if (company === undefined) return `Company ${String(dataAreaId)} does not exist.`;
  if (typeof customerAccount !== 'string') return 'customerAccount is missing.';
  if (!Array.isArray(items) || !items.every(isObject)) return 'items must be a list.';
  if (date !== undefined && (typeof date !== 'string' || !isCalendarDate(date))) return 'date is not a date.';
  return { company, customer: customerAccount, items, on: date };
}

function pricedItem(item: JsonBody, { customer, on }: Question, world: World): unknown {
  const { itemNumber, quantity, unitSymbol } = item;
  const failed = (error: string): unknown => ({ ...BLANK, itemNumber, unitSymbol: unitSymbol ?? '', error });
  if (typeof itemNumber !== 'string' || world.items.get(itemNumber) === undefined)
    return failed(`Item number ${String(itemNumber)} does not exist.`);
  if (typeof quantity !== 'string' || !isDecimal(quantity)) return failed('quantity is not a decimal text.');
  const unit = typeof unitSymbol === 'string' ? unitSymbol : undefined;
  const answer = world.price({ customer, item: itemNumber, quantity, unit, on });
  if (answer === undefined) return failed(`Unit ${String(unitSymbol)} does not belong to the item.`);
  return answer.unitPrice === null ? failed('No price is set.') : rowOf(answer, answer.unitPrice);
}

const BLANK = { unitPrice: null, listPrice: null, currencyCode: '', discountPercent: '0', reason: 'list' };

function rowOf(answer: PriceAnswer, unitPrice: string): unknown {
  return {
    itemNumber: answer.item,
    unitSymbol: answer.unit,
    unitPrice,
    listPrice: answer.listPrice,
    currencyCode: answer.currency,
    discountPercent: answer.discountPercent,
    reason: REASONS[answer.reason],
  };
}

/** Agreements are found by account, by price group or for all; what is in none of them is the base price. */
const REASONS: Readonly<Record<PriceReason, string>> = {
  contract: 'agreement',
  customer: 'agreement',
  group: 'group',
  promotion: 'all',
  list: 'list',
};
