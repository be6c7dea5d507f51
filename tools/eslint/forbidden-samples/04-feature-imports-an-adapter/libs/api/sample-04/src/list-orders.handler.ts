import { createInforSxeAdapter } from '@headwater/erp-adapters/infor-sxe';

export const adapters = [createInforSxeAdapter];
