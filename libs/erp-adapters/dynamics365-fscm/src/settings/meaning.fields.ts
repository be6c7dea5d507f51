import { LINES, NUMBER, SECRET, SELECT, TEXT, type UnplacedField } from './unplaced-field';

/** What answers mean at this site, where Microsoft's public documentation does not say or sites differ. */
export const MEANING_FIELDS: readonly UnplacedField[] = [
  {
    ...LINES,
    key: 'orderStatuses',
    title: 'Order statuses',
    help: 'Order and line statuses your environment adds, as symbol=status, one per line. Known without it: None, Backorder, Delivered, Invoiced, Canceled.',
    example: 'AwaitingRelease=on-hold',
  },
  {
    ...LINES,
    key: 'processingStatuses',
    title: 'Processing statuses',
    help: 'What SalesOrderProcessingStatus says about an order that is still open, as symbol=status, one per line.',
    default: 'OnHold=on-hold\nReleased=released\nPicked=picked',
  },
  {
    ...TEXT,
    key: 'orderNumberFormat',
    title: 'Number sequence of orders',
    help: 'Format of the number sequence, # for each digit. An order is then found by its digits alone, without the zeros in front.',
    pattern: '[^#]*#+[^#]*',
    example: 'SO-######',
  },
  {
    ...NUMBER,
    key: 'shipmentHistoryDays',
    title: 'Shipment history (days)',
    help: 'How old an order may be for its shipments to be listed under a customer. Shipments of one order are listed whatever its age.',
    default: 365,
  },
  {
    ...TEXT,
    key: 'inactiveLifecycleStates',
    title: 'Inactive life cycle states',
    help: 'Product life cycle states that mean an item is no longer sold, separated by commas.',
    example: 'Obsolete,Discontinued',
  },
  {
    ...TEXT,
    key: 'notOnHold',
    title: 'Not on hold',
    help: 'Values of OnHoldStatus that mean a customer is not on hold, separated by commas.',
    default: 'No,Never',
  },
  {
    ...SELECT,
    key: 'zeroCreditLimit',
    title: 'Credit limit 0',
    help: 'Whether a credit limit of 0 means that there is none, or that nothing may be bought on credit.',
    options: ['no-limit', 'zero'],
    default: 'no-limit',
  },
  {
    ...TEXT,
    key: 'creditLimitCurrency',
    title: 'Currency of credit limits',
    help: 'ISO code. Blank means the currency of each customer. Where it is another than the customer owes in, the limit is left out, because no rate is known.',
    pattern: '[A-Z]{3}',
    example: 'USD',
  },
  {
    ...LINES,
    key: 'termDays',
    title: 'Days of payment terms',
    help: 'Days until an invoice is due, as terms=days, one per line; used where the environment publishes no due date.',
    example: 'Net30=30',
  },
  {
    key: 'termDaysFromName',
    title: 'Days in the name of terms',
    help: 'Whether the one number in the name of payment terms (Net30, N045) is its days where the list above does not name it.',
    kind: 'boolean',
    required: false,
    secret: false,
    default: true,
  },
  {
    ...NUMBER,
    key: 'defaultTermDays',
    title: 'Days where nothing is known',
    help: 'Days until an invoice counts as past due in the credit position, where neither a due date nor the terms tell.',
    default: 30,
  },
  {
    ...TEXT,
    key: 'ageingDays',
    title: 'Ageing periods',
    help: 'Upper ends of the ageing periods in days past due, separated by commas.',
    pattern: '\\d{1,4}(\\s*,\\s*\\d{1,4})*',
    default: '30,60,90',
  },
];

/** Change notices. */
export const EVENT_FIELDS: readonly UnplacedField[] = [
  {
    ...SECRET,
    key: 'eventSecret',
    title: 'Event secret',
    help: 'Shared secret of business events and webhooks; without it notices are refused.',
  },
  {
    ...TEXT,
    key: 'eventSecretHeader',
    title: 'Event secret header',
    help: 'Header that carries the event secret, where it comes in a header.',
    pattern: '[A-Za-z0-9-]+',
    default: 'x-headwater-event-secret',
  },
  {
    ...TEXT,
    key: 'eventSecretParameter',
    title: 'Event secret parameter',
    help: 'Query parameter that carries the event secret, where it comes in the address; a Dataverse WebhookKey comes as code.',
    pattern: '[A-Za-z0-9_-]+',
    default: 'code',
  },
  {
    ...LINES,
    key: 'eventRules',
    title: 'Business events of your own',
    help: 'What a custom business event is about, as event=kind:Field, one per line, with customer:Field and order:Field behind it where it has them.',
    example: 'ContosoOrderChangedBusinessEvent=order:SalesId customer:CustAccount',
  },
];
