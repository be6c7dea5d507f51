import { createInforSxeAdapter } from '@headwater/erp-adapters/infor-sxe';

export const createForkedAdapter = createInforSxeAdapter;
