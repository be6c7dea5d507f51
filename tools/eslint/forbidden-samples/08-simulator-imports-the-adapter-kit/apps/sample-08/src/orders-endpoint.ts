import * as kit from '@headwater/erp-adapter-kit';

export const names = Object.keys(kit);
