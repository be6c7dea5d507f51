import { describeErpAdapterContract } from '@headwater/erp-testing';
import { s4Contract } from './testing/s4-contract';

describeErpAdapterContract(s4Contract());
