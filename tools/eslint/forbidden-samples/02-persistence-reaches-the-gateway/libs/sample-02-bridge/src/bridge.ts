import * as gateway from '@headwater/erp-gateway';

export const bridge = Object.keys(gateway);
