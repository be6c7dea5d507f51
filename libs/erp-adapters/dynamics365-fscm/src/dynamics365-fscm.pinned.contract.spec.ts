import { describeErpAdapterContract } from '@headwater/erp-testing';
import { fscmContract } from './testing/fscm-contract';
import { fscmSettings, PRICE_SERVICE } from './testing/fscm-settings';

/**
 * An environment whose entity sets are named by the settings, so that the first call is the read itself, and whose own
 * service prices: prices are exact, and the connection says so against its manifest.
 */
describeErpAdapterContract(
  fscmContract({
    settings: (origin) =>
      fscmSettings(origin, {
        entityDiscovery: 'off',
        entitySets: 'item-names=ProductTranslations\npacking-slip-lines=SalesPackingSlipLines\nwarehouses=Warehouses',
        orderLinesNavigation: '-',
        priceService: PRICE_SERVICE,
      }),
  }),
);
