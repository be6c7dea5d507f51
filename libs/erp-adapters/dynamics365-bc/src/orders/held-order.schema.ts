import { vendorRow } from '@headwater/erp-adapter-kit';
import { bcNumber } from '../client/vendor-values';

/** All that is asked of an order to know that it is still there. */
export const heldSchema = vendorRow({ number: bcNumber });
