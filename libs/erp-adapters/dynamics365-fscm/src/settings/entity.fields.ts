import { LINES, SELECT, TEXT, type UnplacedField } from './unplaced-field';

/** Which entity sets and fields are read, where environments differ. */
export const ENTITY_FIELDS: readonly UnplacedField[] = [
  {
    ...LINES,
    key: 'entitySets',
    title: 'Entity sets',
    help: 'Entity sets to read instead of those found, as purpose=set, one per line; pins a version, or names an entity of your own. The README lists the purposes. `-` means that there is none.',
    example: 'order-headers=SalesOrderHeadersV2',
  },
  {
    ...LINES,
    key: 'fieldNames',
    title: 'Field names',
    help: 'Fields that have another name in your environment, as purpose.Field=YourField, one per line.',
    example: 'packing-slip-lines.DeliveredQuantity=DeliveredSalesQuantity',
  },
  {
    ...TEXT,
    key: 'orderLinesNavigation',
    title: 'Lines of an order',
    help: 'Navigation from the order header to its lines; `-` reads the lines by a call of their own.',
    pattern: '-|[A-Za-z_]\\w*',
    default: 'SalesOrderLines',
  },
  {
    ...TEXT,
    key: 'enumNamespace',
    title: 'Namespace of enumerations',
    help: 'Filters by an enumeration need its qualified name.',
    pattern: '[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*',
    default: 'Microsoft.Dynamics.DataEntities',
  },
  {
    ...SELECT,
    key: 'orderTotals',
    title: 'Order totals',
    help: '`lines` adds up the line amounts. `header` takes OrderTotalAmount, which is computed for each row and thus slow, and falls back on the lines where the order says that its totals are not calculated.',
    options: ['lines', 'header'],
    default: 'lines',
  },
  {
    ...SELECT,
    key: 'onOrderField',
    title: 'Quantity on order',
    help: 'Field of the on-hand entity that holds what is to come in.',
    options: ['OrderedQuantity', 'OnOrderQuantity', 'AvailableOrderedQuantity'],
    default: 'OrderedQuantity',
  },
  {
    ...TEXT,
    key: 'itemNameLanguage',
    title: 'Language of item names',
    help: 'Language id of the translated product names.',
    pattern: '[A-Za-z]{2,3}(-[A-Za-z0-9]{2,4})*',
    default: 'en-US',
  },
];
