import type { RuleSchemas } from '@headwater/api/openapi';
import { ACCOUNT_COLUMNS, MAX_ERP_KEY_LENGTH } from '@headwater/erp-contracts';

/** What the rules of the query parameters of ERP reads mean in the document. */
export const ERP_RULE_SCHEMAS: RuleSchemas = {
  isErpKey: { type: 'string', minLength: 1, maxLength: MAX_ERP_KEY_LENGTH },
  isSearchText: { type: 'string', minLength: 1, maxLength: 100 },
  isPageCursor: { type: 'string', minLength: 1, maxLength: 2_000, description: '`nextCursor` of the page before.' },
  isDay: { type: 'string', format: 'date' },
  isAccountIdList: { type: 'string', description: 'Ids of accounts with commas between.' },
  isAccountColumnList: {
    type: 'string',
    description: `One or more of ${ACCOUNT_COLUMNS.join(', ')}, with commas between.`,
    example: 'openOrders,credit',
  },
  isItemList: {
    type: 'string',
    description: 'Item numbers with commas between; a comma inside of one is percent-encoded once more.',
    example: '1-001,1-002',
  },
  isPriceQuestionList: {
    type: 'string',
    description:
      'item:quantity:unit with commas between; quantity and unit may be left out. A comma or colon inside of an item number is percent-encoded once more.',
    example: '1-001:10:EA,1-002',
  },
};
