import { describeErpAdapterContract } from '@headwater/erp-testing';
import { s4Contract } from './testing/s4-contract';

/** The same connection with orders in OData v4: everything that holds for v2 holds for it. */
describeErpAdapterContract(s4Contract({ salesOrderService: 'v4' }));
