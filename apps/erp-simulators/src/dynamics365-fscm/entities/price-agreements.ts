import { NO_YES, noYes } from '../edm/enums';
import { entitySet, type TypedEntitySet } from '../edm/entity-set';
import { blank, day, decimal, long, symbol, text } from '../edm/properties';
import type { FscmOptions } from '../options';
import { agreementsIn, type AgreementSource } from './agreement-sources';
import { companyColumn } from './customers-in';
import { GroupOffers } from './group-offers';
import { unitPrice } from './prices';

/**
 * Sales prices agreed with customers, price groups and everybody. The ERP looks in that order, takes the lowest where
 * several hold, and goes on looking unless a row says not to. Discounts are kept elsewhere.
 */
export function priceAgreements(options: FscmOptions): TypedEntitySet<AgreementSource> {
  const offers = new GroupOffers();
  return entitySet<AgreementSource>(
    {
      name: 'SalesPriceAgreements',
      entity: 'SalesPriceAgreement',
      table: 'PriceDiscSalesPriceAgreementEntity',
      key: ['dataAreaId', 'RecordId'],
      properties: [
        companyColumn(),
        long('RecordId', ({ recordId }) => recordId),
        text('ItemNumber', ({ item }) => item.number),
        text('CustomerAccountNumber', ({ customer }) => customer),
        text('PriceCustomerGroupCode', ({ group }) => group),
        text('PriceCurrencyCode', ({ currency }) => currency),
        decimal('Price', ({ price }) => unitPrice(price, options).price),
        decimal('SalesPriceQuantity', ({ price }) => unitPrice(price, options).quantity),
        // Microsoft's own spelling.
        text('QuantityUnitySymbol', ({ item }) => item.unit),
        decimal('FromQuantity', ({ from }) => from),
        decimal('ToQuantity', ({ to }) => to),
        day('PriceApplicableFromDate', ({ validFrom }) => validFrom),
        day('PriceApplicableToDate', ({ validTo }) => validTo),
        ...blank<AgreementSource>(
          'PriceSiteId',
          'PriceWarehouseId',
          'ProductColorId',
          'ProductConfigurationId',
          'ProductSizeId',
          'ProductStyleId',
          'ProductVersionId',
          'AttributeBasedPricingId',
        ),
        symbol('WillSearchContinue', NO_YES, ({ customer }) => noYes(customer === '')),
        symbol('IsGenericCurrencySearchEnabled', NO_YES, () => 'No'),
      ],
      find: (scan) => agreementsIn(scan, offers),
    },
    options,
  );
}
