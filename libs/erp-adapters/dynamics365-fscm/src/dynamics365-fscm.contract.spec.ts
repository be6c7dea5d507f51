import { describeErpAdapterContract } from '@headwater/erp-testing';
import { fscmContract } from './testing/fscm-contract';
import { fscmSettings } from './testing/fscm-settings';

/** An environment as it comes: entity sets are looked up, prices are read from trade agreements. */
describeErpAdapterContract(fscmContract({ settings: (origin) => fscmSettings(origin) }));
