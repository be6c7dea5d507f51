import { CATEGORIES } from '../../world/items/categories';
import type { PriceAnswer } from '../../world/model/price';
import { PRICE_GROUPS } from '../../world/organisation';
import { COMPANY_IDS } from '../p21-keys';
import { id, text, uid, type Scene } from './column';
import { tableOf } from './table';

const FIRST_GROUP_PAGE = 20_001;
const FIRST_PROMOTION_PAGE = 30_001;
const FIRST_CUSTOMER_PAGE = 400_000;
const FIRST_CONTRACT_PAGE = 5_000_000;
/** Room for a page per category behind each customer, and for one per item. */
const CATEGORY_ROOM = 100;
const ITEM_ROOM = 10_000;

/** The page a price came from. 0 is none: nothing matched, and the price with it means nothing. */
export function pricePageUid({ world, keys }: Scene, price: PriceAnswer): number {
  const item = world.items.get(price.item);
  const customer = world.customers.get(price.customer);
  if (item === undefined || customer === undefined || price.unitPrice === null) return 0;
  const category = CATEGORIES.findIndex(({ code }) => code === item.category);
  const customerPlace = Number(customer.number) % 10_000;
  switch (price.reason) {
    case 'contract':
      return FIRST_CONTRACT_PAGE + customerPlace * ITEM_ROOM + keys.itemPlace(item.number);
    case 'customer':
      return FIRST_CUSTOMER_PAGE + customerPlace * CATEGORY_ROOM + category;
    case 'promotion':
      return FIRST_PROMOTION_PAGE + category;
    case 'group':
      return groupPage(PRICE_GROUPS.indexOf(customer.priceGroup), category);
    case 'list':
      return 0;
  }
}

function groupPage(group: number, category: number): number {
  return FIRST_GROUP_PAGE + group * CATEGORY_ROOM + category;
}

interface PricePageRow {
  readonly page: number;
  readonly description: string;
}

function pageRows(): readonly PricePageRow[] {
  const groups = PRICE_GROUPS.flatMap((group, at) =>
    CATEGORIES.map(({ description }, category) => ({
      page: groupPage(at, category),
      description: `Group ${group}, ${description}`,
    })),
  );
  const promotions = CATEGORIES.map(({ description }, category) => ({
    page: FIRST_PROMOTION_PAGE + category,
    description: `Promotion, ${description}`,
  }));
  return [...groups, ...promotions];
}

/** Pages of groups and promotions. They have a row status and no `delete_flag`, and do not say what they cost whom. */
export const pricePage = tableOf<PricePageRow>({
  surface: 'table',
  name: 'price_page',
  key: ['price_page_uid'],
  columns: [
    uid('price_page_uid', ({ page }) => page),
    text('company_id', 8, () => COMPANY_IDS['1']),
    text('description', 40, ({ description }) => description),
    id('row_status_flag', () => '704'),
  ],
  entities: pageRows,
});
